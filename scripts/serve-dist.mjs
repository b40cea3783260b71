// Serves a built page the way docs/hosting.md asks hosts to: for tests and benches, on this machine only.
//
//   node scripts/serve-dist.mjs [--dir dist] [--port 8081] [--base /some/path/]     (port 0: any that is free)
//
//   import { serveDist } from "./serve-dist.mjs";
//   const server = await serveDist({ dir: "dist", port: 0, base: "/" });  // { url, close }

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { policy } from "./html.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};
const COMPRESSED = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/;
/** So many pieces a page comes in that drips. */
const PIECES = 24;
const HASHED = /-[0-9a-f]{16}\.\w+$/;
const brotli = promisify(brotliCompress);

/**
 * Serves `dir` under `base` on the loopback address until `close` is called. Without `compress` no body is compressed:
 * the best compression takes seconds, and only who counts bytes needs it. With `drip` the page comes as on a slow line: in
 * pieces, so many milliseconds apart.
 */
export async function serveDist({ dir = "dist", port = 0, base = "/", compress = true, drip = 0 } = {}) {
  const root = resolve(dir);
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const index = await readFile(join(root, "index.html"), "utf8").catch(() => "");
  const headers = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
  const csp = policy(index);
  if (csp) headers["Content-Security-Policy"] = `${csp}; frame-ancestors 'none'`;
  // Compressed bodies by content hash: tests may rebuild a file while the server runs.
  const compressed = new Map();

  async function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(pathname);
    if (`${path}/` === prefix) return send(response, 301, { Location: prefix }, "");
    if (!["GET", "HEAD"].includes(request.method)) return send(response, 405, { Allow: "GET, HEAD" }, "Not allowed\n");
    let file = resolve(root, `.${sep}${path.startsWith(prefix) ? path.slice(prefix.length) : "\0"}`);
    if (path.endsWith("/")) file = join(file, "index.html");
    const body = file.startsWith(root + sep) && !file.includes("\0") ? await readFile(file).catch(() => null) : null;
    if (!body) return send(response, 404, {}, "Not found\n");

    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    const about = {
      ...headers,
      "Cache-Control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      "Content-Type": type,
      ETag: etag,
      Vary: "Accept-Encoding",
    };
    if (request.headers["if-none-match"] === etag) return send(response, 304, about, "");
    if (drip && type === TYPES[".html"]) return trickle(response, { ...headers, "Content-Type": type }, body);
    if (!compress || !COMPRESSED.test(type) || !/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      return send(response, 200, about, body);
    }
    // The promise is what is kept: two first requests wait for one compression.
    if (!compressed.has(etag)) compressed.set(etag, brotli(body));
    send(response, 200, { ...about, "Content-Encoding": "br" }, await compressed.get(etag));
  }

  async function trickle(response, about, body) {
    response.writeHead(200, about);
    const length = Math.ceil(body.length / PIECES);
    for (let at = 0; at < body.length; at += length) {
      response.write(body.subarray(at, at + length));
      await sleep(drip);
    }
    response.end();
  }

  // For HEAD, node itself leaves the body out.
  function send(response, status, about, body) {
    response.writeHead(status, { "Content-Type": "text/plain", ...about, "Content-Length": Buffer.byteLength(body) });
    response.end(status === 304 ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 400, {}, "Bad request\n"));
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      base: { type: "string", default: "/" },
      dir: { type: "string", default: "dist" },
      port: { type: "string", default: "8081" },
    },
  });
  const { url } = await serveDist({ ...values, port: Number(values.port) });
  console.log(url);
}
