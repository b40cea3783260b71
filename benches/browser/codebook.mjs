// Figures of a codebook as large as it may well get, on the release in dist/: 10,000 paragraphs, three questions, and 200
// themes in four levels, beside nine themes in one. `make bench` runs it; times are printed, never judged.
//
//   node benches/browser/codebook.mjs [--dist dist] [--runs 7]
//
// Script and paint, in milliseconds: from the event until its task and what hangs on it is over, and until the frame after
// it is painted.

import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { serveDist } from "../../scripts/serve-dist.mjs";

const { values: options } = parseArgs({ options: { dist: { type: "string", default: "dist" }, runs: { type: "string", default: "7" } } });
const RUNS = Number(options.runs);
const PARAGRAPHS = 10_000;
const TAGS = 48;
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGS });
const server = await serveDist({ dir: options.dist, compress: false });
try {
  const [cpu] = cpus();
  console.log(`${cpu.model}, ${cpus().length} cores; Chromium ${browser.version()}, headless; medians\n`);
  await tagging(9);
  await editing(await tagging(200));
} finally {
  await browser.close();
  await server.close();
}

/** The long article with a codebook of so many themes. */
async function opened(themes) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(server.url);
  await page.waitForSelector("main#main:not([aria-busy])");
  const text = Array.from({ length: PARAGRAPHS }, (_, at) => `This is thought number ${at + 1} of a long text. A reader goes through it slowly.`);
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Article file").setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(`A long one\n\n${text.join("\n\n")}`) });
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await page.waitForSelector(`#p${PARAGRAPHS}`);
  await page.goto(`${server.url}#/codebook`);
  await page.getByText("As a file", { exact: true }).click();
  await page.getByLabel("Import a codebook").setInputFiles({ name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(table(themes)) });
  await page.getByText(/What was tagged stays/).waitFor();
  await page.goto(`${server.url}#/read`);
  await page.waitForSelector(`#p${PARAGRAPHS}`);
  await page.waitForTimeout(2000);
  return page;
}

function table(themes) {
  const rows = ["kind,id,question,label,prompt,parent,key,definition"];
  for (const question of ["first", "second", "third"]) {
    rows.push(`question,${question},,,What is said of the ${question} thing?,,,`);
    ["supports", "opposes", "no-stance"].forEach((option, at) => rows.push(`answer,${option},${question},${option},,,${question === "first" ? "sox"[at] : ""},`));
  }
  for (let at = 0; at < themes; at += 1) {
    rows.push(`theme,t${at},,Theme ${at},,${at % 4 ? `t${at - 1}` : ""},${at < 9 ? at + 1 : ""},What theme ${at} means`);
  }
  return rows.join("\n");
}

/** Does something in the page; script and paint, in milliseconds. */
function timed(page, act, argument) {
  return page.evaluate(
    async ([act, argument]) => {
      const painted = () =>
        new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now());
            port2.postMessage(0);
          }),
        );
      const acts = {
        press: ([key, ctrlKey]) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true })),
        go: (name) => [...document.querySelectorAll("nav a")].find((link) => link.textContent === name).click(),
        rename: (name) => {
          const field = document.querySelector('.theme-card [aria-label="Label"]');
          field.focus();
          field.value = name;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          field.blur();
        },
        click: (selector) => document.querySelector(selector).click(),
      };
      const began = performance.now();
      acts[act](argument);
      // What hangs on it runs in tasks of its own that follow at once.
      for (let turn = 0; turn < 30; turn += 1) await null;
      const script = performance.now() - began;
      return { script, paint: (await painted()) - began };
    },
    [act, argument],
  );
}

async function tagging(themes) {
  const page = await opened(themes);
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  const keys = ["s", "1", "2", "o", "3", "4", "x", "5"];
  const times = [];
  for (let at = 0; at < TAGS; at += 1) {
    times.push(await timed(page, "press", [keys[at % keys.length], false]));
    await page.waitForTimeout(200);
    if (at % keys.length === keys.length - 1) await page.keyboard.press("j");
  }
  said(`a tag with ${themes} themes`, times);
  return page;
}

async function editing(page) {
  const rest = () => page.waitForTimeout(700);
  const times = { open: [], back: [], rename: [], undo: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.open.push(await timed(page, "go", "Codebook"));
    await rest();
    times.rename.push(await timed(page, "rename", `Called ${run}`));
    await rest();
    times.back.push(await timed(page, "go", "Read"));
    await rest();
    times.undo.push(await timed(page, "press", ["z", true]));
    await rest();
  }
  said("the Codebook screen opens", times.open);
  said("a theme is renamed there", times.rename);
  said("back to the article", times.back);
  said("that is undone there", times.undo);
}

function said(what, times) {
  const middle = (which) => times.map((time) => time[which]).sort((one, other) => one - other)[times.length >> 1].toFixed(1);
  const most = Math.max(...times.map((time) => time.paint)).toFixed(0);
  console.log(`${what}: script ${middle("script")} ms, painted after ${middle("paint")} ms (at most ${most})`);
}
