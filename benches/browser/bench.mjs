// Figures of the release in dist/, beside those of a hand-written plain page with the same text and controls, measured in
// the same run with the same code (probe.mjs). `make bench` runs it; times are printed, never judged: they vary.
//
//   node benches/browser/bench.mjs [--dist dist] [--sizes 10,2000,10000] [--runs 7] [--json figures.json]
//
// transferred       what the files of a first load weigh, as brotli sends them, without headers
// readable          first paint with the words of paragraph 1
// usable            a key pressed every 4 ms tags paragraph 1 for the first time
// mount             from the first paragraph in the page to the last
// tag script        from a real key press until its task is over: listeners, drawing, forced layout
// tag script, all   all script until 100 ms after the key press, with saving and what the journal answers
// tag to paint      from the key press until the next frame is painted
//
// slow              the same at 3.2 Mbit/s, 20 ms away, on a processor of a quarter of the speed
//
// Every load but those of a second visit starts with empty caches, on the loopback address. Articles other than the sample come from the page's
// database, where opening them through the interface put them.

import { cpus, tmpdir } from "node:os";
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { serveDist } from "../../scripts/serve-dist.mjs";
import { watch } from "./probe.mjs";
import { SAMPLE, SETTLE, SLOW, Side, openArticle, openPreview, stored } from "./side.mjs";
import { article as generate } from "./texts.mjs";

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    json: { type: "string" },
    merge: { type: "boolean", default: true },
    runs: { type: "string", default: "7" },
    sizes: { type: "string", default: "10,2000,10000" },
  },
  allowNegative: true,
});
const SIZES = options.sizes.split(",").map(Number);
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGS });
const here = import.meta.dirname;
const folder = await mkdtemp(join(tmpdir(), "postil-bench-"));
try {
  await main();
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

async function main() {
  const [cpu] = cpus();
  console.log(`${cpu.model}, ${cpus().length} cores; Chromium ${browser.version()}, headless; medians of ${options.runs} loads\n`);
  for (const name of await readdir(join(here, "plain"))) await copyFile(join(here, "plain", name), join(folder, name));
  const postil = await serveDist({ dir: options.dist });
  const sample = await sampleArticle(postil.url);
  const codebook = settled(JSON.parse(await readFile(join(here, "../../static/class/example.postil.json"), "utf8")).codebook);
  await writeFile(join(folder, "article.json"), JSON.stringify({ article: sample, codebook }));
  const plain = await serveDist({ dir: folder });

  const figures = {};
  for (const size of SIZES) {
    const article = size === SAMPLE ? sample : generate(size);
    const sides = { postil: await Side.open(newContext, "postil", postil.url, article), plain: await Side.open(newContext, "plain", plain.url, article, codebook) };
    const runs = size > 5000 ? Math.max(3, Math.ceil(Number(options.runs) / 2)) : Number(options.runs);
    // In turn, so that whatever else the machine does meets both.
    for (let run = 0; run < runs; run += 1) for (const side of Object.values(sides)) await side.load(run, true);
    if (size === SAMPLE) for (let run = 0; run < runs; run += 1) for (const side of Object.values(sides)) await side.load(run, true, SLOW);
    for (let run = 0; run < 3; run += 1) for (const side of Object.values(sides)) await side.load(run + runs, false);
    for (const side of Object.values(sides)) await side.tag();
    figures[size] = Object.fromEntries(Object.entries(sides).map(([name, side]) => [name, side.summary()]));
    for (const side of Object.values(sides)) await side.context.close();
    print(size, figures[size]);
  }
  const merge = options.merge ? await mergeBundles(postil.url, 200, 200) : null;
  verdicts(figures, merge);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ figures, merge }, null, 2)}\n`);
  await postil.close();
  await plain.close();
}

/** What a codebook says, in the lists in which the plain page shows it. */
function settled({ questions, themes }) {
  const inOrder = (items) => Object.entries(items).map(([id, item]) => ({ id, ...item })).sort((one, other) => (one.order < other.order ? -1 : 1));
  return { questions: inOrder(questions).map((question) => ({ ...question, options: inOrder(question.options) })), themes: inOrder(themes) };
}

async function newContext() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // The server compresses at its best, once; on a busy machine that takes its time.
  context.setDefaultTimeout(120_000);
  return context;
}

/** The article that comes with Postil, read off its page. */
async function sampleArticle(url) {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector(`#p${SAMPLE}`);
  const sample = await page.evaluate(() => ({
    title: document.querySelector("article h1").textContent,
    blocks: [...document.querySelectorAll("article .section > *")].map((element) =>
      element.matches("[data-paragraph]")
        ? { kind: element.dataset.kind, text: element.querySelector("p").textContent }
        : { kind: "heading", text: element.textContent },
    ),
  }));
  await context.close();
  return sample;
}

/** Imports the files of `count` annotators of one article and says how long it takes to the last verdict. */
async function mergeBundles(url, count, paragraphs) {
  const context = await newContext();
  const page = await context.newPage();
  const article = generate(paragraphs, 2);
  await page.addInitScript(watch, { first: "\0", last: "\0" });
  await page.goto(url);
  await openArticle(page, article);
  await openPreview(page, `p${paragraphs}`);
  await stored(page);
  await page.keyboard.press("s");
  await page.waitForTimeout(SETTLE);
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.locator("dialog[open]").getByRole("button", { name: "Postil file" }).click();
  const pattern = JSON.parse(await readFile(await (await download).path(), "utf8"));
  const files = Array.from({ length: count }, (_, index) => bundleOf(pattern, index));
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.evaluate((n) => probe.time("change", "[data-verdict]", n), count);
  await page.getByLabel("Annotation files").setInputFiles(files);
  const { start, there, painted } = await page.evaluate(() => probe.timed);
  const kinds = await page.locator("[data-verdict]").evaluateAll((all) => all.map((each) => each.dataset.verdict));
  const problem = await page.locator("dialog[open] [role=alert]").allTextContents();
  const longest = await page.evaluate((from) => Math.max(0, ...probe.longTasks.filter(([at]) => at >= from).map(([, d]) => d)), start);
  await context.close();
  const merged = kinds.filter((kind) => kind === "merged").length;
  const bytes = files.reduce((sum, file) => sum + file.buffer.length, 0);
  const text = problem.join(" ").trim();
  console.log(
    `Import of ${count} files of ${paragraphs} paragraphs (${megabytes(bytes)}): ${ms(there)} to the verdicts, ${ms(painted)} to paint, ` +
      `longest task ${ms(longest)}; ${merged} merged.${text ? ` It said: “${text}”` : ""}\n`,
  );
  return { there, painted, longest, merged, problem: text };
}

/** The exported file as another annotator would have made it: a stance for every paragraph, and two themes where there are any. */
function bundleOf(pattern, index) {
  const id = (index + 1).toString(16).padStart(32, "0");
  const codebook = settled({ themes: {}, ...pattern.codebook });
  const [question] = codebook.questions;
  const options = question.options.map((option) => option.id);
  const themes = codebook.themes.map((theme) => theme.id);
  const paragraphs = pattern.article.blocks.filter((block) => block.kind !== "heading");
  // Some seconds go by between two gestures.
  let wall = Date.now() - 86_400_000;
  const stamp = () => `${(wall += 3000 + ((wall * 7) % 5000))}-0-${id}`;
  const records = paragraphs.map((paragraph, at) => {
    const pick = (list, step) => list[(index * 7 + at * step) % list.length];
    const stances = { [question.id]: { option: pick(options, 3), stamp: stamp() } };
    // An article of one’s own begins without themes.
    const two = themes.length > 0 ? [pick(themes, 2), pick(themes, 5)].sort() : [];
    const applying = Object.fromEntries(two.map((theme) => [theme, { applies: true, stamp: stamp() }]));
    return { paragraph: paragraph.id, quote: paragraph.text.slice(0, 48), stances, themes: applying };
  });
  const people = { [id]: { name: { value: `Annotator ${index + 2}`, stamp: stamp() }, replicas: [id] } };
  const bundle = { ...pattern, people, layers: "LAYERS", exported: { ...pattern.exported, by: id } };
  // A record a line, as Postil writes them.
  const lines = records.map((record) => JSON.stringify(record)).join(",\n");
  const layers = `[{"annotator": ${JSON.stringify(id)}, "records": [\n${lines}\n]}]`;
  const buffer = Buffer.from(JSON.stringify(bundle, null, 2).replace('"LAYERS"', () => layers));
  return { name: `${index + 1}.postil.json`, mimeType: "application/json", buffer };
}

function print(size, { postil, plain }) {
  const rows = [
    ["transferred", postil.bytes, plain.bytes, kilobytes],
    ["requests", postil.requests, plain.requests, String],
    ["readable", postil.readable, plain.readable, ms],
    ["usable", postil.usable, plain.usable, ms],
    ...(postil.slow ? ["readable", "usable"].map((what) => [`${what}, slow`, postil.slow[what], plain.slow[what], ms]) : []),
    ["usable, second visit", postil.again, plain.again, ms],
    ["mount of the whole article", postil.mount, plain.mount, ms],
    ["long tasks", postil.longTasks, plain.longTasks, String],
    ["longest of them", postil.longest, plain.longest, ms],
    ...["median", "p95"].flatMap((which) => [
      [`tag script, ${which}`, postil.script[which], plain.script[which], ms],
      [`tag script, all, ${which}`, postil.all[which], plain.all[which], ms],
      [`tag style and layout, ${which}`, postil.layout[which], plain.layout[which], ms],
      [`tag to paint, ${which}`, postil.paint[which], plain.paint[which], ms],
    ]),
    ["DOM mutations of a tag, most", postil.mutations, plain.mutations, String],
    ["JavaScript heap", postil.heap, plain.heap, megabytes],
    ["wasm memory", postil.wasm, plain.wasm, megabytes],
  ];
  const line = (...cells) => console.log(cells[0].padEnd(30) + cells.slice(1).map((cell) => cell.padStart(12)).join(""));
  line(`${size.toLocaleString("en")} paragraphs`, "Postil", "plain", "ratio");
  for (const [name, ours, theirs, form] of rows) line(name, form(ours), form(theirs), theirs > 0 ? `${(ours / theirs).toFixed(2)} ×` : "–");
  if (postil.opening) console.log(`Opened from the preview: last paragraph after ${ms(postil.opening.mount)}, longest task ${ms(postil.opening.longest)}.`);
  console.log();
}

function verdicts(figures, merge) {
  const say = (holds, sentence) => console.log(`${holds ? "holds" : "MISSED"}  ${sentence}`);
  const all = Object.entries(figures);
  const [small, middle, large] = [figures[10], figures[2000], figures[10_000]];
  if (small) {
    const { bytes, requests } = small.postil;
    say(bytes <= 260 * 1024 && requests <= 8, `first load ≤ 260 KB in ≤ 8 requests: ${kilobytes(bytes)}, ${requests}`);
    const ratio = small.postil.readable / small.plain.readable;
    say(ratio <= 1.2, `readable ≤ 1.2 × plain at 10 paragraphs: ${ratio.toFixed(2)} ×`);
    const { readable, usable } = small.postil.slow;
    say(readable <= usable / 3, `slow: readable in a third of the time to usable: ${ms(readable)} of ${ms(usable)}, ${(readable / usable).toFixed(2)}`);
  }
  for (const [size, most, found] of [[10, 2, small], [2000, 3.5, middle]]) {
    if (!found) continue;
    const ratio = found.postil.usable / found.plain.usable;
    say(ratio <= most, `usable ≤ ${most} × plain at ${size} paragraphs: ${ratio.toFixed(2)} ×`);
  }
  const ratios = all.map(([size, { postil, plain }]) => ({ size, ratio: postil.paint.median / plain.paint.median }));
  say(ratios.every(({ ratio }) => ratio <= 1.5), `tag to paint ≤ 1.5 × plain: ${ratios.map(({ size, ratio }) => `${ratio.toFixed(2)} × at ${size}`).join(", ")}`);
  if (small && large) {
    const [least, most] = [small.postil.script.median, large.postil.script.median];
    say(most <= 2 * least && most <= 3, `tag script at 10,000 ≤ 2 × that at 10 and ≤ 3 ms: ${(most / least).toFixed(2)} ×, ${ms(most)}`);
  }
  const counts = all.map(([, { postil }]) => postil.mutations);
  say(Math.max(...counts) <= 60, `mutations of a tag bounded by a constant: at most ${counts.join(", ")}`);
  if (large) {
    const { mount, longest, opening } = large.postil;
    const worst = Math.max(longest, opening.longest);
    say(Math.max(mount, opening.mount) <= 1000 && worst <= 200, `mount of 10,000 ≤ 1 s, no task over 200 ms: ${ms(mount)} (from the preview ${ms(opening.mount)}), longest ${ms(worst)}`);
  }
  if (merge) say(merge.there <= 1000 && merge.merged === 200, `200 files of 200 paragraphs ≤ 1 s: ${ms(merge.there)}`);
}

function ms(number) {
  return `${number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0)} ms`;
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function megabytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
