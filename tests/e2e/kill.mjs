// Ends a real browser at random moments while two of its tabs save as fast as they can, and counts what was acknowledged
// and is missing afterwards. A change is acknowledged when the page has shown `data-save-state="saved"` after it and this
// program has heard of that before the browser died.
//
//   node tests/e2e/kill.mjs [N=20] [--seed S]     ends with "N passed, N failed"
//
// Two accounts are kept of every change, and both have to be right: the keys of the records that were written, and what
// the paragraphs say.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { serveDist } from "../../scripts/serve-dist.mjs";
import { args, executablePath } from "./chromium.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: String(Date.now() % 1_000_000) } },
});
const deaths = Number(positionals[0] ?? 20);
const seed = Number(values.seed);
const chance = random(seed);
// Where the browser is ended: this many milliseconds after both tabs have begun to save.
const LATEST = 2500;
const PARAGRAPHS = 5;

console.log(`${deaths} deaths, seed ${seed}`);
const server = await serveDist({ dir: process.env.POSTIL_DIST ?? join(root, "dist"), base: "/kill/", compress: false });
const profile = mkdtempSync(join(tmpdir(), "postil-kill-"));

// What is known of each paragraph: everything that it may say now.
const may = new Map();
// Keys that were acknowledged, of all lives so far.
const acknowledged = new Set();
let [passed, failed, total] = [0, 0, 0];
let running;

try {
  for (let death = 1; death <= deaths; death++) {
    const { browser, context } = await start();
    const first = await open(context);
    await first.evaluate(annotate);
    await saved(first);
    if (death > 1) check(death - 1, await look(first));
    const second = await open(context);
    const tabs = [first, second];
    const news = [];
    for (const [tab, page] of tabs.entries()) {
      await page.exposeFunction("tell", (message) => news.push({ tab, ...message }));
    }
    for (const [tab, page] of tabs.entries()) {
      // Each tab has paragraphs of its own: what they may say does not depend on who was first.
      await page.evaluate(drive, { first: tab * PARAGRAPHS, count: PARAGRAPHS, seed: Math.floor(chance() * 2 ** 31) });
    }
    await heard(news, ({ keys }) => keys.length > 0);
    await new Promise((done) => setTimeout(done, Math.floor(chance() * LATEST)));
    await end();
    await browser.close().catch(() => {});
    account(news);
  }
  const { context } = await start();
  const page = await open(context);
  check(deaths, await look(page));
} finally {
  await end();
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
}
console.log(`${passed} passed, ${failed} failed (${total} acknowledged changes)`);
process.exitCode = failed > 0 ? 1 : 0;

/** Starts the browser, on the same profile every time, as the leader of a process group of its own. */
async function start() {
  rmSync(join(profile, "DevToolsActivePort"), { force: true });
  running = spawn(
    executablePath,
    [...args, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-default-browser-check", "about:blank"],
    { detached: true, stdio: "ignore" },
  );
  running.gone = new Promise((done) => running.once("exit", done));
  const port = await until(() => readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return { browser, context: browser.contexts()[0] };
}

/** Ends the whole browser at once, and waits until it is gone. */
async function end() {
  if (!running) return;
  try {
    process.kill(-running.pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
  await running.gone;
  running = undefined;
}

async function open(context) {
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    console.log(`page error: ${error.message}`);
    failed += 1;
  });
  await page.goto(server.url);
  await page.locator("main#main:not([aria-busy])").waitFor();
  return page;
}

async function saved(page) {
  await page.locator('[data-save-state="saved"]').waitFor();
}

/** Runs in the page: the annotator of a first visit becomes real, so that both tabs write in one name. */
function annotate() {
  const press = () =>
    document.querySelector("#p10").dispatchEvent(new KeyboardEvent("keydown", { key: "9", bubbles: true, cancelable: true }));
  press();
  press();
}

/** Runs in the page: changes and changes, and tells what was written and what was acknowledged. */
function drive({ first, count, seed }) {
  let state = seed;
  const chance = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
  const save = document.querySelector("[data-save-state]");
  const written = [];
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    put.call(this, key, value);
    if (key.startsWith("postil/1/op/")) written.push(key);
  };
  const { port1, port2 } = new MessageChannel();
  const task = () => new Promise((done) => ((port1.onmessage = done), port2.postMessage(0)));
  const said = (number) => {
    const row = document.querySelector(`#p${number}`);
    return `${row.dataset.stance ?? "-"} [${row.dataset.themes ?? "-"}]`;
  };
  const KEYS = [..."sonmx123456780"];
  (async () => {
    for (;;) {
      const number = first + 1 + Math.floor(chance() * count);
      const row = document.querySelector(`#p${number}`);
      row.click();
      const burst = 1 + Math.floor(chance() * 12);
      for (let n = 0; n < burst; n++) {
        const key = KEYS[Math.floor(chance() * KEYS.length)];
        row.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        // The page is drawn anew in between, so what it says is what this change made of it.
        await task();
        window.tell({ number, said: said(number), keys: [] });
      }
      // Seen to be saving after the last change, and then seen to be saved.
      if (save.dataset.saveState !== "saved") {
        await new Promise((done) => {
          const observer = new MutationObserver(() => {
            if (save.dataset.saveState !== "saved") return;
            observer.disconnect();
            done();
          });
          observer.observe(save, { attributes: true });
        });
        window.tell({ number, said: said(number), keys: written.splice(0) });
      }
    }
  })();
}

/** Brings the books up to date with what was heard before the browser died. */
function account(news) {
  for (const { number, said, keys } of news) {
    if (!may.has(number)) may.set(number, new Set(["- [-]"]));
    // An acknowledged state leaves only itself; what was heard since may be there, too.
    if (keys.length > 0) may.set(number, new Set([said]));
    else may.get(number).add(said);
    for (const key of keys) {
      acknowledged.add(key);
      total += 1;
    }
  }
}

/** What is there after a restart: the keys of both stores, also those that a snapshot holds, and what the page says. */
async function look(page) {
  return page.evaluate(async () => {
    const database = await new Promise((done, refused) => {
      const opening = indexedDB.open("postil");
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => refused(opening.error);
    });
    const journal = await new Promise((done) => {
      const store = database.transaction("journal").objectStore("journal");
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      values.onsuccess = () => done(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
    });
    database.close();
    const records = { ...journal, ...localStorage };
    const covered = Object.entries(records)
      .filter(([key]) => key.startsWith("postil/1/snap/"))
      .map(([, value]) => JSON.parse(value.split(" ").slice(2).join(" ")).snapshot.covers.sessions);
    const said = {};
    for (const row of document.querySelectorAll("[data-paragraph]")) {
      said[row.id.slice(1)] = `${row.dataset.stance ?? "-"} [${row.dataset.themes ?? "-"}]`;
    }
    const alerts = [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent).filter(Boolean);
    return { keys: Object.keys(records).filter((key) => key.startsWith("postil/1/op/")), covered, said, alerts };
  });
}

function check(death, { keys, covered, said, alerts }) {
  const there = new Set(keys);
  const held = (key) => {
    const [, , , session, number] = key.split("/");
    return covered.some((sessions) => sessions[session]?.some(([from, to]) => from <= number && number <= to));
  };
  const missing = [...acknowledged].filter((key) => !there.has(key) && !held(key));
  const wrong = [...may].filter(([number, sayings]) => !sayings.has(said[number]));
  // What survived is what counts from here on.
  for (const [number] of may) may.set(number, new Set([said[number]]));
  const good = missing.length === 0 && wrong.length === 0 && alerts.length === 0;
  if (good) passed += 1;
  else failed += 1;
  console.log(
    `death ${String(death).padStart(3)}: ${acknowledged.size} acknowledged so far, ${missing.length} missing, ` +
      `${wrong.length} of ${may.size} paragraphs wrong${good ? "" : " FAILED"}`,
  );
  for (const key of missing.slice(0, 5)) console.log(`  missing: ${key}`);
  for (const [number, sayings] of wrong) console.log(`  paragraph ${number} says ${said[number]}, not ${[...sayings].join(" or ")}`);
  for (const alert of alerts) console.log(`  alert: ${alert}`);
}

async function heard(news, wanted) {
  await until(() => (news.some(wanted) ? true : undefined));
}

/** Asks again and again, for half a minute, until there is an answer. */
async function until(ask) {
  const last = Date.now() + 30_000;
  for (;;) {
    try {
      const answer = ask();
      if (answer) return answer;
    } catch (error) {
      if (Date.now() > last) throw error;
    }
    if (Date.now() > last) throw new Error("nothing was heard for half a minute");
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Repeatable chance: the same seed draws the same numbers (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
