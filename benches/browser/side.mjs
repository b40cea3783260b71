// One page under measurement: seeding it, loading it again and again, tagging in it.

import { watch } from "./probe.mjs";
import { plainText } from "./texts.mjs";

/** How many paragraphs the article has that comes with Postil. */
export const SAMPLE = 10;
/** After this long, in milliseconds, a tag is saved and said. */
export const SETTLE = 100;
/** A slow line and a slow device. */
export const SLOW = { line: { offline: false, latency: 20, downloadThroughput: 400_000, uploadThroughput: 400_000 }, rate: 4 };
const TAGS = 50;
const COUNTED = 10;
const STANCES = [["s", "supports"], ["o", "opposes"], ["n", "neutral"], ["m", "mixed"], ["x", "no-stance"]];

/** One page under measurement, with the figures found so far. */
export class Side {
  static async open(newContext, name, url, article, codebook) {
    const side = new Side();
    Object.assign(side, { newContext, name, url, article, loads: [], again: [], slow: [], figures: {} });
    side.paragraphs = article.blocks.filter((block) => block.kind !== "heading");
    side.wanted = { first: side.paragraphs[0].text.slice(0, 60), last: `p${side.paragraphs.length}` };
    side.context = await side.newContext();
    if (side.paragraphs.length !== SAMPLE) await (name === "postil" ? side.seedPostil() : side.seedPlain(codebook));
    return side;
  }

  /** Opens the article as a person would; the page keeps it and opens it again by itself. */
  async seedPostil() {
    const page = await this.context.newPage();
    await page.addInitScript(watch, this.wanted);
    await page.goto(this.url);
    await openArticle(page, this.article);
    this.figures.opening = await openPreview(page, this.wanted.last);
    await stored(page);
    await page.close();
  }

  async seedPlain(codebook) {
    const page = await this.context.newPage();
    await page.goto(this.url);
    await page.waitForSelector("#p1");
    await page.evaluate(async (text) => {
      const request = indexedDB.open("plain", 1);
      await new Promise((done) => (request.onsuccess = done));
      const transaction = request.result.transaction("articles", "readwrite");
      transaction.objectStore("articles").put(text, "own");
      await new Promise((done) => (transaction.oncomplete = done));
      localStorage.setItem("plain/1/open", "own");
    }, JSON.stringify({ article: this.article, codebook }));
    await page.close();
  }

  /** Loads the page, with empty caches if `cold`, and on a slow line and device if `slow` says how slow. */
  async load(run, cold, slow) {
    await this.page?.close();
    if (this.paragraphs.length === SAMPLE && cold) {
      await this.context.close();
      this.context = await this.newContext();
    }
    const page = await this.context.newPage();
    const devtools = await this.context.newCDPSession(page);
    let bytes = 0;
    let requests = 0;
    // What comes with the first tag is no part of the first load, and a tag is how it is seen that a page can be used.
    const isFirst = (url) => url.startsWith("http") && !/\/(dialogs|class|chunk-\d+)-[0-9a-f]+\.(wasm|css)$/.test(url);
    devtools.on("Network.requestWillBeSent", ({ request }) => (requests += isFirst(request.url) ? 1 : 0));
    // What the files weigh, compressed; the headers around them are the server's own affair.
    const headers = new Map();
    devtools.on("Network.responseReceived", ({ requestId, response }) => {
      if (isFirst(response.url)) headers.set(requestId, response.encodedDataLength);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (headers.has(requestId)) bytes += encodedDataLength - headers.get(requestId);
    });
    await devtools.send("Network.enable");
    if (cold) await devtools.send("Network.clearBrowserCache");
    if (slow) {
      await devtools.send("Network.emulateNetworkConditions", slow.line);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow.rate });
    }
    const [key, stance] = STANCES[run % 2];
    await page.addInitScript(watch, { ...this.wanted, key, stance });
    await page.goto(this.url);
    await page.waitForFunction(() => probe.usable && probe.settled, undefined, { timeout: 120_000, polling: 100 });
    await page.waitForTimeout(3 * SETTLE);
    const found = await page.evaluate(() => ({ ...probe, memories: undefined, tag: undefined }));
    (slow ? this.slow : cold ? this.loads : this.again).push({ ...found, mount: found.mounted - found.first, bytes, requests });
    Object.assign(this, { page, devtools });
  }

  async tag() {
    const { page, devtools } = this;
    await devtools.send("Performance.enable");
    const middle = Math.floor(this.paragraphs.length / 2);
    const paragraph = page.locator(`#p${middle}`);
    await paragraph.scrollIntoViewIfNeeded();
    await paragraph.click({ position: { x: 300, y: 30 } });
    await page.waitForTimeout(500);
    let way = "j";
    let at = middle;
    const press = async (index) => {
      // A stance and a theme, then the next paragraph; back again at either end.
      const round = Math.floor(index / 2);
      const key = index % 2 ? String(1 + (round % 9)) : STANCES[(round + 2) % STANCES.length][0];
      if (index % 2 === 0 && index > 0) {
        if (at === this.paragraphs.length) way = "k";
        if (at === 1) way = "j";
        at += way === "j" ? 1 : -1;
        await page.keyboard.press(way);
        await page.waitForTimeout(SETTLE / 2);
      }
      return key;
    };
    const tags = [];
    for (let index = -4; index < TAGS; index += 1) {
      const key = await press(index + 4);
      await page.evaluate(() => probe.listen());
      const before = await metrics(devtools);
      await page.keyboard.press(key);
      await page.waitForTimeout(SETTLE);
      const after = await metrics(devtools);
      const took = (name) => (after[name] - before[name]) * 1000;
      const times = await page.evaluate(() => probe.tag);
      if (index < 0) continue;
      const layout = took("LayoutDuration") + took("RecalcStyleDuration");
      tags.push({ ...times, all: took("ScriptDuration"), layout, task: took("TaskDuration") });
    }
    const mutations = [];
    for (let index = 0; index < COUNTED; index += 1) {
      const key = await press(index);
      await page.evaluate(() => probe.count());
      await page.keyboard.press(key);
      await page.waitForTimeout(2 * SETTLE);
      mutations.push(await page.evaluate(() => (probe.observer.disconnect(), probe.mutations)));
    }
    await devtools.send("HeapProfiler.collectGarbage");
    const heap = (await metrics(devtools)).JSHeapUsedSize;
    const wasm = await page.evaluate(() => probe.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    Object.assign(this.figures, { tags, mutations, heap, wasm });
  }

  summary() {
    const { tags, mutations, heap, wasm, opening } = this.figures;
    const load = (name) => median(this.loads.map((each) => each[name]));
    const slow = (name) => median(this.slow.map((each) => each[name]));
    const longest = (each) => Math.max(0, ...each.longTasks.map(([, duration]) => duration));
    const tag = (name) => ({ median: median(tags.map((each) => each[name])), p95: p95(tags.map((each) => each[name])) });
    return {
      bytes: load("bytes"),
      requests: load("requests"),
      readable: load("readable"),
      usable: load("usable"),
      slow: this.slow.length > 0 ? { readable: slow("readable"), usable: slow("usable") } : undefined,
      again: median(this.again.map((each) => each.usable)),
      mount: load("mount"),
      longTasks: median(this.loads.map((each) => each.longTasks.length)),
      longest: median(this.loads.map(longest)),
      script: tag("script"),
      all: tag("all"),
      layout: tag("layout"),
      task: tag("task"),
      paint: tag("paint"),
      mutations: Math.max(...mutations),
      heap,
      wasm,
      opening,
    };
  }
}

async function metrics(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

export async function openArticle(page, article) {
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Open article", exact: true }).click();
  const file = { name: "article.txt", mimeType: "text/plain", buffer: Buffer.from(plainText(article)) };
  await page.getByLabel("Article file").setInputFiles(file);
}

/** Opens the article that the preview shows and says how long that takes: to the last paragraph, and its longest task. */
export async function openPreview(page, last) {
  const button = page.locator("dialog[open]").getByRole("button", { name: "Open", exact: true });
  await button.waitFor({ timeout: 120_000 });
  // The preview itself is drawn in slices; its last one is not to be counted.
  await page.waitForTimeout(3000);
  await page.evaluate((id) => probe.time("click", `#${id}`, 1), last);
  await button.click();
  const { start, there } = await page.evaluate(() => probe.timed);
  await page.waitForTimeout(3 * SETTLE);
  const longest = await page.evaluate(
    (from) => Math.max(0, ...probe.longTasks.filter(([start]) => start >= from - 50).map(([, duration]) => duration)),
    start,
  );
  return { mount: there, longest };
}

/** Waits until the page's database has an article and all is saved. */
export async function stored(page) {
  await page.waitForFunction(
    async () => {
      const request = indexedDB.open("postil");
      await new Promise((done) => (request.onsuccess = done));
      const keys = request.result.transaction("articles").objectStore("articles").getAllKeys();
      await new Promise((done) => (keys.onsuccess = done));
      request.result.close();
      return keys.result.length > 0 && document.querySelector('[data-save-state="saved"]') !== null;
    },
    undefined,
    { polling: 200 },
  );
}

function median(numbers) {
  return quantile(numbers, 0.5);
}

function p95(numbers) {
  return quantile(numbers, 0.95);
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
