// Ends a real browser at random moments while two of its tabs save as fast as they can, and counts what was acknowledged
// and is missing afterwards. A change is acknowledged when the page has shown `data-save-state="saved"` after it and this
// program has heard of that before the browser died.
//
//   node tests/e2e/kill.mjs [N=20] [--seed S]     ends with "N passed, N failed"
//
// Each tab presses keys in an order that this program can repeat. So it knows for every number of records that survived
// what the paragraphs have to say, and holds the page to exactly that.

import { execFileSync, spawn } from "node:child_process";
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
// How many paragraphs each tab has.
const PARAGRAPHS = 5;
const OPTIONS = { s: "supports", o: "opposes", n: "neutral", m: "mixed", x: "no-stance" };
const THEMES = ["sovereignty", "governance", "data-security", "digital-economy", "rivalry", "cooperation", "espionage", "openness", "image"];

console.log(`${deaths} deaths, seed ${seed}`);
const server = await serveDist({ dir: join(root, "dist"), base: "/kill/", compress: false });
const profile = mkdtempSync(join(tmpdir(), "postil-kill-"));

// Keys that were acknowledged, of all lives so far.
const acknowledged = new Set();
// Which records each snapshot holds, by its digest: a later one names those that it took the place of.
const snapshots = new Map();
let [passed, failed] = [0, 0];
let running;

try {
  let lives = [];
  for (let death = 0; death <= deaths; death++) {
    const { browser, context } = await start();
    const first = await open(context);
    const found = await look(first);
    if (death > 0) check(death, found, lives);
    if (death === deaths) break;
    await first.evaluate(annotate);
    await first.locator('[data-save-state="saved"]').waitFor();
    const before = (await look(first)).said;
    lives = [];
    for (const [tab, page] of [first, await open(context)].entries()) {
      // Each tab has paragraphs of its own: what they say does not depend on who was first.
      const life = { first: tab * PARAGRAPHS + 1, seed: Math.floor(chance() * 2 ** 31), before, keys: [] };
      lives.push(life);
      await page.exposeFunction("tell", (keys) => life.keys.push(...keys));
    }
    const pages = context.pages().filter((page) => page.url().startsWith(server.url));
    for (const [tab, page] of pages.entries()) await page.evaluate(`(${drive})(${bursts}(${lives[tab].first}, ${lives[tab].seed}))`);
    await until(() => lives.every((life) => life.keys.length > 0));
    await new Promise((done) => setTimeout(done, Math.floor(chance() * LATEST)));
    await end();
    await browser.close().catch(() => {});
    for (const key of lives.flatMap((life) => life.keys)) acknowledged.add(key);
  }
} finally {
  await end();
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
}
console.log(`${passed} passed, ${failed} failed (${acknowledged.size} acknowledged changes)`);
process.exitCode = failed > 0 ? 1 : 0;

/** Starts the browser, on the same profile every time, as the leader of a process group of its own. */
async function start() {
  rmSync(join(profile, "DevToolsActivePort"), { force: true });
  running = spawn(
    executablePath,
    // So high that every paragraph is in sight: what is not seen takes no answer.
    [...args, "--headless=new", "--window-size=1400,5000", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-default-browser-check", "about:blank"],
    { detached: true, stdio: "ignore" },
  );
  running.gone = new Promise((done) => running.once("exit", done));
  const port = await until(() => readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return { browser, context: browser.contexts()[0] };
}

/**
 * Ends the whole browser at once, and waits until all of its processes are gone. The one that keeps the stores outlives
 * the first by up to a second while the disk is busy. A browser started meanwhile shares the profile with it, and once in
 * some hundred deaths the database was found begun anew; a person who starts a browser again is not that quick.
 */
async function end() {
  if (!running) return;
  const { pid, gone } = running;
  running = undefined;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
  await gone;
  const killed = Date.now();
  await until(() => !isAlive(pid, killed));
}

/** True while a process of the group still runs. Dead ones that nobody has collected do not count. */
function isAlive(group, killed) {
  let list;
  try {
    list = execFileSync("ps", ["-A", "-o", "pgid=,stat="], { encoding: "utf8" });
  } catch {
    // Without `ps` there is no telling, so two seconds have to do.
    return Date.now() < killed + 2000;
  }
  return list.split("\n").some((line) => {
    const [id, state] = line.trim().split(/\s+/);
    return Number(id) === group && !state.startsWith("Z");
  });
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

/** Runs in the page: the annotator of a first visit becomes real, so that both tabs write in one name. */
function annotate() {
  const press = () =>
    document.querySelector("#p10").dispatchEvent(new KeyboardEvent("keydown", { key: "9", bubbles: true, cancelable: true }));
  press();
  press();
}

/** The gestures of a tab without end: a paragraph, and some keys. The same seed gives the same (here and in the page). */
function* bursts(first, seed) {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const any = (list) => list[Math.floor(chance() * list.length)];
  for (;;) {
    const number = first + Math.floor(chance() * 5);
    const keys = Array.from({ length: 1 + Math.floor(chance() * 12) }, () => any([..."sonmx123456780"]));
    yield { number, keys };
  }
}

/** Runs in the page: makes the gestures, and tells which records were written once the page has shown them as saved. */
function drive(bursts) {
  const save = document.querySelector("[data-save-state]");
  const written = [];
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    put.call(this, key, value);
    if (key.startsWith("postil/1/op/")) written.push(key);
  };
  const { port1, port2 } = new MessageChannel();
  const task = () => new Promise((done) => ((port1.onmessage = done), port2.postMessage(0)));
  (async () => {
    for (const { number, keys } of bursts) {
      const row = document.querySelector(`#p${number}`);
      row.click();
      for (const key of keys) {
        row.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        await task();
      }
      // Only when it is seen to be saving after the last change does being saved afterwards speak of that change.
      if (save.dataset.saveState === "saved") continue;
      await new Promise((done) => {
        const observer = new MutationObserver(() => {
          if (save.dataset.saveState !== "saved") return;
          observer.disconnect();
          done();
        });
        observer.observe(save, { attributes: true });
      });
      window.tell(written.splice(0));
    }
  })();
}

/** What a paragraph says after a key, `supports [sovereignty rivalry]` for example. */
function after(said, key) {
  const [, stance, list] = /^(\S+) \[(.*)\]$/.exec(said);
  const option = OPTIONS[key];
  if (option) return `${stance === option ? "-" : option} [${list}]`;
  if (key === "0") return `${stance} [${list === "" ? "-" : ""}]`;
  const before = THEMES.filter((theme) => list.split(" ").includes(theme));
  const theme = THEMES[Number(key) - 1];
  const now = THEMES.filter((each) => before.includes(each) !== (each === theme));
  return `${stance} [${now.join(" ") || "-"}]`;
}

/** What a tab's paragraphs say after so many keys. */
function replay({ first, seed, before }, count) {
  const said = new Map(Array.from({ length: PARAGRAPHS }, (_, at) => [first + at, before[first + at]]));
  let left = count;
  for (const { number, keys } of bursts(first, seed)) {
    for (const key of keys) {
      if (left === 0) return said;
      left -= 1;
      said.set(number, after(said.get(number), key));
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
    const snapshots = Object.entries(records)
      .filter(([key]) => key.startsWith("postil/1/snap/"))
      .map(([key, value]) => [key.split("/")[3], JSON.parse(value.split(" ").slice(2).join(" ")).snapshot]);
    const said = {};
    for (const row of document.querySelectorAll("[data-paragraph]")) {
      said[row.id.slice(1)] = `${row.dataset.stance ?? "-"} [${row.dataset.themes ?? "-"}]`;
    }
    const alerts = [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent).filter(Boolean);
    const sizes = { localStorage: Object.keys({ ...localStorage }).length, journal: Object.keys(journal).length };
    return { keys: Object.keys(records).filter((key) => key.startsWith("postil/1/op/")), snapshots, sizes, said, alerts };
  });
}

/** Every acknowledged record is there, and the page says what the records that survived add up to. */
function check(death, { keys, snapshots: found, sizes, said, alerts }, lives) {
  const there = new Set(keys);
  for (const [digest, snapshot] of found) snapshots.set(digest, snapshot);
  const [covered, waiting] = [[], found.map(([digest]) => digest)];
  for (const digest of waiting) {
    const snapshot = snapshots.get(digest);
    if (!snapshot) continue;
    const { shelf, article = "", covers } = snapshot;
    for (const [of, sessions] of Object.entries(covers.operations)) covered.push([shelf + article, Number(of), sessions]);
    waiting.push(...covers.snapshots.filter((earlier) => !waiting.includes(earlier)));
  }
  const held = (key) => {
    const [, , , session, number] = key.split("/");
    // Numbers from, to, from, to and so on: docs/storage-format.md.
    const within = (ranges = []) => ranges.some((from, at) => at % 2 === 0 && from <= number && number <= ranges[at + 1]);
    const holding = covered.filter(([, , sessions]) => within(sessions[session]));
    // An operation is held when all the shelves that it is on have a snapshot that covers it.
    return there.has(key) || holding.some(([, of]) => new Set(holding.map(([shelf]) => shelf)).size >= of);
  };
  const faults = [...acknowledged].filter((key) => !held(key)).map((key) => `missing: ${key}`);
  let unheard = 0;
  for (const life of lives) {
    const session = life.keys[0].split("/").slice(0, 4).join("/");
    const [from, last] = [life.keys[0], life.keys.at(-1)].map((key) => Number(key.split("/")[4]));
    let to = last;
    // What was written and not yet acknowledged may have survived, too.
    while (held(`${session}/${to + 1}`)) to += 1;
    unheard += to - last;
    for (const [number, right] of replay(life, to - from + 1)) {
      if (said[number] !== right) faults.push(`paragraph ${number} says ${said[number]}, not ${right}`);
    }
  }
  faults.push(...alerts.map((alert) => `alert: ${alert}`));
  if (faults.length === 0) passed += 1;
  else failed += 1;
  const missing = faults.filter((fault) => fault.startsWith("missing")).length;
  const other = faults.length - missing;
  console.log(
    `death ${String(death).padStart(3)}: ${acknowledged.size} acknowledged so far, ${missing} missing, ` +
      `${unheard} more survived${faults.length > 0 ? `, FAILED: ${other} other faults` : ""}`,
  );
  if (faults.length === 0) return;
  console.log(`  ${JSON.stringify(sizes)}, ${found.length} snapshots`);
  // Of what is missing a few say it all; the rest may say why.
  faults.sort((a, b) => a.startsWith("missing") - b.startsWith("missing"));
  for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
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
