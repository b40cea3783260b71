// The browser that journeys run in: the system's Chromium, which asks nobody for anything by itself.

export const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";

export const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
