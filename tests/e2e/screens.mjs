// Takes a picture of every screen, dialog and state, at three widths, light and dark.
//
//   node tests/e2e/screens.mjs FOLDER [part of a name]

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { serveDist } from "../../scripts/serve-dist.mjs";
import { args, executablePath } from "./chromium.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [folder, only = ""] = process.argv.slice(2);
if (!folder) {
  console.error("Which folder? node tests/e2e/screens.mjs FOLDER [part of a name]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const WIDTHS = { 1440: 900, 1024: 768, 390: 844 };
const CODING = ["n25", "n31", "s46c", "s21ccc", "o81", "o38", "x75"];

const server = await serveDist({ dir: join(root, "dist"), base: "/screens/", compress: false });
const browser = await chromium.launch({ executablePath, args });
const fixture = (name) => join(root, "tests/fixtures/texts", name);
const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

const press = async (page, keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const code = async (page) => {
  for (const [at, keys] of CODING.entries()) await press(page, at > 0 ? `j${keys}` : keys);
  await press(page, "kkke");
  await page.keyboard.type("“Simply right” is the author's own word for it, and a strong one.");
  await page.keyboard.press("Escape");
  await saved(page);
};
const saved = (page) => page.locator('[data-save-state="saved"]').waitFor();
const small = (page) => page.viewportSize().width < 600;
const tool = async (page, name) => {
  if (small(page)) await page.getByRole("button", { name: "More", exact: true }).click();
  else if (["Open article", "Import", "Export"].includes(name)) await page.getByRole("button", { name: "Files", exact: true }).click();
  await page.getByRole("button", { name }).click();
};
const exported = async (page) => {
  await tool(page, "Export");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: "Postil file" }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};
const others = async (context, names) => {
  const files = [];
  for (const [at, name] of names.entries()) {
    const person = await browser.newContext({ acceptDownloads: true });
    const page = await open(person);
    await tool(page, /^Annotator/);
    await page.getByRole("button", { name: "Rename Reader 1" }).click();
    await page.keyboard.type(name);
    await press(page, ["Enter", "Escape"]);
    await page.getByRole("group", { name: "Paragraph 1", exact: true }).click();
    for (let n = 0; n < 10 - at; n++) await press(page, ["sonmx"[(n + at) % 5], String(1 + ((n * 3 + at) % 9)), "j"]);
    files.push(file(`${name}.postil.json`, await exported(page)));
    await person.close();
  }
  return files;
};

async function open(context, address = "") {
  const page = await context.newPage();
  await page.goto(server.url + address);
  await page.locator("main#main:not([aria-busy])").waitFor();
  return page;
}

// Each makes its state and returns the page to be pictured.
/** Compare with the example class in it. */
async function example(context) {
  const page = await open(context, "#/compare");
  await page.getByRole("button", { name: "Try with an example class" }).click();
  await page.getByRole("tab", { name: "Overview" }).waitFor();
  return page;
}

const STATES = {
  "read-first": (context) => open(context),
  "read": async (context) => {
    const page = await open(context);
    await code(page);
    return page;
  },
  "read-scrolled": async (context) => {
    const page = await open(context);
    await code(page);
    await press(page, "G");
    return page;
  },
  "read-focus": async (context) => {
    const page = await open(context);
    await press(page, ["s", "Tab", "Tab", "Tab"]);
    return page;
  },
  "read-sheet": async (context) => {
    const page = await open(context);
    await code(page);
    const handle = page.getByRole("button", { name: /Themes/ });
    if (await handle.isVisible()) await handle.click();
    return page;
  },
  "search": async (context) => {
    const page = await open(context);
    await press(page, "/");
    await page.keyboard.type("white paper");
    await press(page, ["Enter", "Enter"]);
    return page;
  },
  "more": async (context) => {
    const page = await open(context);
    if (small(page)) await page.getByRole("button", { name: "More", exact: true }).click();
    return page;
  },
  "definition": async (context) => {
    const page = await open(context);
    const handle = page.getByRole("button", { name: /Themes/ });
    if (await handle.isVisible()) await handle.click();
    await page.getByRole("button", { name: "About Cyber sovereignty" }).click();
    return page;
  },
  "compare-alone": async (context) => {
    const page = await open(context);
    await code(page);
    await page.getByRole("link", { name: "Compare" }).click();
    return page;
  },
  "compare": async (context) => {
    const page = await open(context);
    await code(page);
    await tool(page, "Import");
    await page.getByLabel("Annotation files").setInputFiles(await others(context, ["Amara", "Björn", "Chiyo", "Dolores", "Emeka"]));
    await page.locator("[data-verdict]").nth(4).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Compare" }).click();
    return page;
  },
  "compare-class": async (context) => example(context),
  ...Object.fromEntries(
    ["People", "Themes", "Numbers", "Kinds of disagreement"].map((part) => [
      `compare-${part.toLowerCase().replaceAll(" ", "-")}`,
      async (context) => {
        const page = await example(context);
        const kinds = part === "Kinds of disagreement";
        await page.getByRole("tab", { name: kinds ? "Numbers" : part, exact: true }).click();
        if (kinds) await page.locator("label", { has: page.getByRole("radio", { name: part }) }).click();
        await page.getByText("Computing…").waitFor({ state: "detached" }).catch(() => {});
        return page;
      },
    ]),
  ),
  ...Object.fromEntries(
    ["read", "vote", "reveal", "vote-again", "decide"].map((step, at) => [
      `discuss-${step}`,
      async (context) => {
        const page = await example(context);
        await page.goto(page.url().replace(/#.*/, "#/discuss"));
        await page.getByRole("heading", { level: 1 }).waitFor();
        for (let n = 0; n < at; n += 1) await page.keyboard.press("PageDown");
        return page;
      },
    ]),
  ),
  "report": async (context) => {
    const page = await example(context);
    await page.goto(page.url().replace(/#.*/, "#/report"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  },
  "read-everybody": async (context) => {
    const page = await example(context);
    await page.getByRole("link", { name: "Read", exact: true }).click();
    await page.locator("label", { has: page.getByRole("radio", { name: "Everybody" }) }).click();
    return page;
  },
  "codebook": (context) => open(context, "#/codebook"),
  "class": (context) => open(context, "#/class"),
  "class-collected": async (context) => {
    const page = await example(context);
    await page.getByRole("link", { name: "Class", exact: true }).click();
    await page.getByRole("table", { name: "Handed in" }).waitFor();
    return page;
  },
  ...Object.fromEntries(
    ["decide", "changed"].map((after) => [
      `class-${after}`,
      async (context) => {
        const page = await example(context);
        await page.goto(page.url().replace(/#.*/, `#/class/${after}`));
        await page.getByRole("heading", { level: 1 }).waitFor();
        return page;
      },
    ]),
  ),
  "open": async (context) => {
    const page = await open(context);
    await tool(page, "Open article");
    return page;
  },
  "open-error": async (context) => {
    const page = await open(context);
    await tool(page, "Open article");
    await page.getByLabel("Article file").setInputFiles(fixture("document.pdf"));
    await page.getByRole("alert").waitFor();
    return page;
  },
  "open-preview": async (context) => {
    const page = await open(context);
    await tool(page, "Open article");
    await page.getByLabel("Article file").setInputFiles(fixture("hard-wrapped.txt"));
    await page.getByLabel("Title").waitFor();
    return page;
  },
  "library": async (context) => {
    const page = await open(context);
    await code(page);
    for (const name of ["hard-wrapped.txt", "latin-1.txt", "arabic.txt"]) {
      await tool(page, "Open article");
      await page.getByLabel("Article file").setInputFiles(fixture(name));
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await press(page, "s1");
    }
    await tool(page, "Open article");
    return page;
  },
  "right-to-left": async (context) => {
    const page = await open(context);
    await tool(page, "Open article");
    await page.getByLabel("Article file").setInputFiles(fixture("arabic.txt"));
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await press(page, "s12jo3");
    return page;
  },
  "import": async (context) => {
    const page = await open(context);
    await tool(page, "Import");
    return page;
  },
  "import-verdicts": async (context) => {
    const page = await open(context);
    const [one, two] = await others(context, ["Amara", "Björn"]);
    await tool(page, "Import");
    const bad = [file("half.postil.json", one.buffer.toString().slice(0, 3000)), file("newer.postil.json", one.buffer.toString().replace('"version": 1', '"version": 2')), file("list.json", "[]")];
    await page.getByLabel("Annotation files").setInputFiles([one, two, one, ...bad]);
    await page.locator("[data-verdict]").nth(5).waitFor();
    return page;
  },
  "export": async (context) => {
    const page = await open(context);
    await code(page);
    await tool(page, "Export");
    return page;
  },
  "toast": async (context) => {
    const page = await open(context);
    await code(page);
    await exported(page);
    return page;
  },
  "annotators": async (context) => {
    const page = await open(context);
    await code(page);
    await tool(page, /^Annotator/);
    await page.getByLabel("Add a person").fill("Ada");
    await page.keyboard.press("Enter");
    await tool(page, /^Annotator/);
    return page;
  },
  "keys": async (context) => {
    const page = await open(context);
    await tool(page, "Help");
    return page;
  },
  "keys-taken": async (context) => {
    const page = await open(context);
    await tool(page, "Help");
    await page.getByRole("button", { name: "Change the key for Next paragraph", exact: true }).click();
    await press(page, "s");
    return page;
  },
  "full": async (context) => {
    const page = await context.newPage();
    await page.goto(`${server.url}rescue.html`);
    await page.evaluate(() => {
      for (let length = 5_242_880, value = ""; length >= 1; length = Math.floor(length / 2)) {
        try {
          localStorage.setItem("other", (value += "x".repeat(length)));
        } catch {
          value = localStorage.getItem("other") ?? "";
        }
      }
    });
    await page.goto(server.url);
    await page.locator("main#main:not([aria-busy])").waitFor();
    await press(page, "s1");
    await page.getByRole("alert").waitFor();
    return page;
  },
  "fragile": async (context) => {
    await context.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => null }));
    const page = await open(context);
    await press(page, "s1");
    return page;
  },
  "draft": async (context) => {
    const page = await open(context);
    await press(page, "je");
    await page.keyboard.type("This is what I was about to");
    await page.reload();
    await page.getByRole("button", { name: "Keep it" }).waitFor();
    return page;
  },
  "newer": async (context) => {
    const page = await open(context);
    await press(page, "s1");
    await page.evaluate(() => localStorage.setItem("postil/2/op/x/1", "2 x {}"));
    await page.reload();
    await page.getByRole("alert").waitFor();
    return page;
  },
  "rescue": async (context) => {
    const page = await open(context);
    await code(page);
    await page.goto(`${server.url}rescue.html`);
    await page.getByText("Second copy of every note (journal)").click();
    return page;
  },
  "panic": async (context) => {
    const page = await open(context);
    await press(page, "1");
    await page.evaluate(() => document.querySelector("#p1 .marks").replaceChildren());
    await press(page, "s");
    await page.getByRole("heading", { name: "Postil has stopped" }).waitFor();
    return page;
  },
  "print": async (context) => {
    const page = await open(context);
    await code(page);
    await page.emulateMedia({ media: "print" });
    return page;
  },
};

for (const [name, make] of Object.entries(STATES)) {
  if (!name.includes(only)) continue;
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ colorScheme, viewport: { width: Number(width), height }, acceptDownloads: true });
      const picture = `${name}-${width}-${colorScheme}.png`;
      try {
        const page = await make(context);
        await page.evaluate(() => {
          for (const animation of document.getAnimations()) animation.finish();
        });
        await page.screenshot({ path: join(folder, picture) });
        console.log(picture);
      } catch (error) {
        console.error(`${picture}: ${error.message.split("\n")[0]}`);
        process.exitCode = 1;
      }
      await context.close();
    }
  }
}
await browser.close();
await server.close();
