// Figures of the class’s screens in the release in dist/: script time of what a class waits for. `make bench` runs it;
// times are printed, never judged.
//
//   node benches/browser/class.mjs [--dist dist] [--runs 5]

import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { serveDist } from "../../scripts/serve-dist.mjs";
import { classOf, paragraphs } from "../../tests/e2e/class.mjs";

const { values: options } = parseArgs({ options: { dist: { type: "string", default: "dist" }, runs: { type: "string", default: "5" } } });
const RUNS = Number(options.runs);
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGS });
const server = await serveDist({ dir: options.dist, compress: false });
try {
  const [cpu] = cpus();
  console.log(`${cpu.model}, ${cpus().length} cores; Chromium ${browser.version()}, headless; medians of ${RUNS}\n`);
  await board(30, 200);
  await numbers(30, 10, true);
  await numbers(100, 1000, false);
} finally {
  await browser.close();
  await server.close();
}

/** Compare with a random class in it. */
async function compare(annotators, count) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(120_000);
  // A hundred people's thousand paragraphs are more than local storage holds. Where it is blocked, they count while the
  // page is open.
  if (annotators * count > 50_000) {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } });
    });
  }
  // Numbers are computed in timers without delay; drawing them comes after, in tasks of its own.
  await page.addInitScript(() => {
    globalThis.worked = { sum: 0, most: 0 };
    const timer = window.setTimeout.bind(window);
    window.setTimeout = (work, delay, ...rest) =>
      timer(
        (...all) => {
          const began = performance.now();
          work(...all);
          const took = performance.now() - began;
          if (delay === 0) globalThis.worked = { sum: worked.sum + took, most: Math.max(worked.most, took) };
        },
        delay,
        ...rest,
      );
  });
  await page.goto(server.url);
  await page.waitForSelector("main#main:not([aria-busy])");
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Paste the text").fill(paragraphs(count));
  await page.getByRole("button", { name: "Use this text" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Open", exact: true }).click();
  await page.waitForSelector(`#p${count}`);
  await page.locator("#p1").click();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("dialog[open]").getByRole("button", { name: "Postil file" }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const file = classOf(Buffer.concat(chunks).toString("utf8"), { annotators });
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Annotation files").setInputFiles(file);
  await page.waitForSelector("[data-verdict=merged]");
  await page.getByRole("button", { name: "Use its changes" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByRole("tab", { name: "People" }).click();
  await page.getByRole("grid").waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  };
  return { page, script };
}

/** The script time of something, in milliseconds: until nothing has run for a while. */
async function cost({ page, script }, act) {
  await page.waitForTimeout(300);
  const before = await script();
  await act();
  await page.waitForTimeout(300);
  return (await script()) - before;
}

async function board(annotators, count) {
  const side = await compare(annotators, count);
  const { page } = side;
  const choose = (name) => page.evaluate((name) => [...document.querySelectorAll("label")].find((label) => label.textContent === name).click(), name);
  // What is in sight changes first: the time until it is painted is what somebody waits for.
  const painted = (name) =>
    page.evaluate(
      (name) =>
        new Promise((done) => {
          const began = performance.now();
          [...document.querySelectorAll("label")].find((label) => label.textContent === name).click();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
        }),
      name,
    );
  const times = { sort: [], step: [], overlay: [], seen: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.sort.push(await cost(side, () => choose(run % 2 ? "In article order" : "By disagreement")));
  }
  await page.getByRole("link", { name: "Discuss", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /^Paragraph/ }).waitFor();
  for (let run = 0; run < RUNS * 2; run += 1) times.step.push(await cost(side, () => page.keyboard.press("PageDown")));
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("link", { name: "Read", exact: true }).click();
  for (let run = 0; run < RUNS; run += 1) times.overlay.push(await cost(side, () => choose(run % 2 ? "Mine" : "Everybody")));
  for (let run = 0; run < RUNS; run += 1) {
    times.seen.push(await painted(run % 2 ? "Everybody" : "Mine"));
    await page.waitForTimeout(600);
  }
  console.log(`${annotators} × ${count}: sorting the board ${ms(times.sort)}, a step of the agenda ${ms(times.step)}, switching the overlay ${ms(times.overlay)} of script, of which what is in sight is painted after ${ms(times.seen)}`);
  await page.context().close();
}

async function numbers(annotators, count, intervals) {
  const side = await compare(annotators, count);
  const { page } = side;
  const began = Date.now();
  const before = await side.script();
  await page.evaluate(() => (globalThis.worked = { sum: 0, most: 0 }));
  await page.evaluate(() => [...document.querySelectorAll("[role=tab]")].find((tab) => tab.textContent === "Numbers").click());
  // Values come first, each with its table; then the intervals, then the pairs.
  const done = intervals ? () => !document.querySelector(".working")?.textContent : () => document.querySelectorAll(".figure-value, .figure-none").length >= 17;
  await page.waitForFunction(done, null, { polling: 5 });
  const script = (await side.script()) - before;
  const { sum, most } = await page.evaluate(() => globalThis.worked);
  const what = intervals ? "all figures with intervals, and all pairs" : "all figures, some of the intervals not yet";
  console.log(
    `${annotators} × ${count}: ${what}: computed in ${sum.toFixed(0)} ms, at most ${most.toFixed(0)} ms at a time; ` +
      `with drawing ${script.toFixed(0)} ms of script, there after ${Date.now() - began} ms`,
  );
  await page.context().close();
}

function ms(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(1)} ms (at most ${sorted.at(-1).toFixed(1)})`;
}
