// What a first visit downloads: index.html and everything that it and its files name, as brotli sends it; and how much of
// it there is before the article can be read, which waits for the page, its stylesheet and the early script. Fails when
// either is more than its budget (`make check`).
//
//   node scripts/size.mjs [dist]

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { attribute, tags } from "./html.mjs";

const BUDGET = { bytes: 260 * 1024, readable: 25 * 1024, requests: 8 };
const READABLE = /^(index\.html|early-.*\.js|postil-.*\.css)$/;
const RELATIONS = new Set(["icon", "manifest", "modulepreload", "preload", "stylesheet"]);

const dist = process.argv[2] ?? "dist";
if (!existsSync(join(dist, "index.html"))) fail(`There is no ${dist}/index.html; run \`make build\` first.`);

const wanted = ["index.html"];
for (const name of wanted) {
  for (const named of references(name, readFileSync(join(dist, name), "utf8"))) {
    if (wanted.includes(named)) continue;
    if (!existsSync(join(dist, named))) fail(`${name} names ${named}, which is not in ${dist}.`);
    wanted.push(named);
  }
}

const rows = wanted.map(weigh);
const total = sum(`${rows.length} requests`, rows);
const readable = sum("of these, to read", rows.filter(({ name }) => READABLE.test(name)));
const width = Math.max(...rows.map((row) => row.name.length));
const line = (name, raw, brotli) => console.log(name.padEnd(width), raw.padStart(11), brotli.padStart(11));
line("First load", "raw", "brotli");
for (const { name, raw, brotli } of [...rows, total, readable]) line(name, kilobytes(raw), kilobytes(brotli));
line("Later", "", "");

// What is fetched when it is first needed, for whoever looks at the whole.
const later = readdirSync(dist).filter((name) => /-[0-9a-f]{16}\.\w+$/.test(name) && !wanted.includes(name));
for (const row of later.map(weigh)) line(row.name, kilobytes(row.raw), kilobytes(row.brotli));

if (total.brotli > BUDGET.bytes) fail(`That is over the budget of ${kilobytes(BUDGET.bytes)}.`);
if (readable.brotli > BUDGET.readable) fail(`What is there to be read first is over its budget of ${kilobytes(BUDGET.readable)}.`);
if (rows.length > BUDGET.requests) fail(`That is over the budget of ${BUDGET.requests} requests.`);
console.log(`Within the budgets: ${kilobytes(BUDGET.readable)} to read, ${kilobytes(BUDGET.bytes)} and ${BUDGET.requests} requests in all.`);

// Names of the files that the browser asks for by itself when it has this one.
function references(name, text) {
  if (name.endsWith(".html")) {
    return [
      ...tags(text, "script").map((tag) => attribute(tag, "src")),
      ...tags(text, "img").map((tag) => attribute(tag, "src")),
      ...tags(text, "link")
        .filter((tag) => RELATIONS.has(attribute(tag, "rel")))
        .map((tag) => attribute(tag, "href")),
    ].flatMap(local);
  }
  if (name.endsWith(".css")) return [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].flatMap(([, url]) => local(url));
  if (name.endsWith(".js")) {
    const modules = [...text.matchAll(/\bfrom\s*["'](\.\/[^"']+)["']/g)].map(([, path]) => path);
    return [...modules, ...(text.match(/postil-[0-9a-f]{16}\.wasm/g) ?? [])].flatMap(local);
  }
  return [];
}

function sum(name, rows) {
  return { name, raw: rows.reduce((all, row) => all + row.raw, 0), brotli: rows.reduce((all, row) => all + row.brotli, 0) };
}

function weigh(name) {
  const bytes = readFileSync(join(dist, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

function local(reference) {
  return reference && !/^[a-z]+:|^#/i.test(reference) ? [reference.replace(/^\.\//, "")] : [];
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function fail(message) {
  console.error(`size: ${message}`);
  process.exit(1);
}
