// What every journey shares: the built page, served from a sub-path with its policy as headers; people with a browser of
// their own; and a watch over everything that must never happen.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import { serveDist } from "../../scripts/serve-dist.mjs";

export { expect };
export { paragraphs } from "./class.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The path of a file of the repository. */
export const fixture = (...path) => join(root, ...path);

export const PROMPT = "What stance does the author take toward the white paper’s vision of cyberspace?";
export const SAMPLE = "Whose shared future?";
export const THEMES = {
  sovereignty: "Cyber sovereignty",
  governance: "Internet governance",
  rivalry: "Great-power rivalry",
};

export const test = base.extend({
  site: [
    async ({}, use) => {
      const server = await serveDist({ dir: join(root, "dist"), base: "/some/class/", compress: false });
      await use(server.url);
      await server.close();
    },
    { scope: "worker" },
  ],

  // What went wrong on any page of the test, in words. Whatever is left here at the end fails it.
  faults: [
    async ({}, use) => {
      const faults = [];
      await use(faults);
      expect(faults, "errors, warnings, policy violations and requests of any page").toEqual([]);
    },
    { auto: true },
  ],

  // Makes a person: a browser profile of their own, with one tab.
  person: async ({ browser, site, faults }, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await watch(context, site, faults);
      return new Tab(await context.newPage(), site);
    });
    for (const context of contexts) await context.close();
  },

  // A person's tab, at an address not yet opened.
  tab: async ({ person }, use) => use(await person()),
});

const loaded = new WeakSet();

async function watch(context, site, faults) {
  const origin = new URL(site).origin;
  // Reported to the console, where the watch below hears of it.
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`page error: ${error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    const page = request.frame().page();
    if (request.isNavigationRequest()) loaded.delete(page);
    if (url.startsWith(`blob:${origin}/`)) return;
    // The class's screens and the dialogs are fetched when they are first used.
    if (["class-", "dialogs-", "chunk-"].some((part) => url.startsWith(site + part))) return;
    if (!url.startsWith(site)) faults.push(`request elsewhere: ${url}`);
    else if (loaded.has(page)) faults.push(`request after loading: ${url}`);
  });
  context.on("requestfailed", (request) => {
    // Aborted is what a page does not wait for any more when it is left, and a download, which ends as a file.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") faults.push(`failed request: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) faults.push(`answer ${response.status()}: ${response.url()}`);
  });
}

/** One tab of a person's browser. Everything in it is found by role and name. */
export class Tab {
  presses = 0;

  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  /** Opens the app and waits until it has read what is stored. */
  async open(address = "") {
    await this.page.goto(this.site + address);
    await this.settle();
    return this;
  }

  async reload() {
    await this.page.reload();
    await this.settle();
  }

  async settle() {
    await expect(this.page.locator("main#main:not([aria-busy])")).toBeVisible();
    loaded.add(this.page);
  }

  /** Another tab of the same browser, with the app in it. */
  async another(address = "") {
    return new Tab(await this.page.context().newPage(), this.site).open(address);
  }

  /** A tab with a page of ours but without the app, to look at and change what is stored. */
  async beside() {
    const page = await this.page.context().newPage();
    await page.goto(`${this.site}rescue.html`);
    return new Tab(page, this.site);
  }

  role(role, name, options = {}) {
    return this.page.getByRole(role, { name, exact: true, ...options });
  }

  button(name) {
    return this.role("button", name);
  }

  paragraph(number) {
    return this.role("group", `Paragraph ${number}`);
  }

  get current() {
    return this.page.locator('[role="group"][aria-current="true"]');
  }

  get title() {
    return this.page.getByRole("article").getByRole("heading", { level: 1 });
  }

  get progress() {
    return this.role("group", "Progress");
  }

  get save() {
    return this.page.locator('[role="status"][data-save-state]');
  }

  get alerts() {
    return this.page.getByRole("alert");
  }

  /** Chooses a paragraph with the mouse; keys act in the article, and not on the buttons of the bar. */
  async read(number) {
    await this.paragraph(number).click();
    await expect(this.inspector(number)).toBeVisible();
  }

  get note() {
    return this.role("textbox", "Note");
  }

  inspector(number) {
    return this.role("region", `Paragraph ${number}`);
  }

  option(name) {
    return this.role("radio", name);
  }

  theme(name) {
    return this.role("checkbox", name);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.presses += 1;
    }
  }

  /** Takes the codebook from a file and goes back to reading. */
  async codebook(file) {
    await this.screen("Codebook");
    await this.page.getByText("As a file", { exact: true }).click();
    await this.page.getByLabel("Import a codebook").setInputFiles(file);
    await expect(this.page.getByText(/What was tagged stays/)).toBeVisible();
    await this.role("link", "Read").click();
  }

  /** Makes themes while one reads, and chooses them for the current paragraph. */
  async make(...themes) {
    for (const theme of themes) {
      await this.press("t");
      await this.page.keyboard.type(theme);
      await this.press("Enter");
      await expect(this.theme(theme)).toBeChecked();
      await this.press("Escape");
    }
  }

  async saved() {
    await expect(this.save).toHaveAttribute("data-save-state", "saved");
  }

  /** `supports [sovereignty rivalry]`; `-` stands for an attribute that is absent. */
  async says(number, expected) {
    await expect.poll(() => this.said(number), `paragraph ${number}`).toBe(expected);
  }

  async said(number) {
    const paragraph = this.paragraph(number);
    const [stance, themes] = [await paragraph.getAttribute("data-stance"), await paragraph.getAttribute("data-themes")];
    return `${stance ?? "-"} [${themes ?? "-"}]`;
  }

  /** Presses the button, also in the menu of files, and returns the dialog of the same name. */
  async dialog(name) {
    await this.openFiles(name);
    const dialog = this.role("dialog", name);
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Presses a button that may stand in the menu of files. */
  async openFiles(name) {
    const inMenu = ["Open article", "Import", "Export"].includes(name);
    if (inMenu && !(await this.button(name).isVisible()) && (await this.button("Files").isVisible())) {
      await this.button("Files").click();
    }
    await this.button(name).click();
  }

  /** Opens an article of one's own: a text, or `{ name, mimeType, buffer }`, or the path of a file. */
  async article(source) {
    const dialog = await this.preview(source);
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  async preview(source) {
    const dialog = await this.dialog("Open article");
    if (typeof source === "string" && !source.startsWith("/")) {
      await dialog.getByLabel("Paste the text").fill(source);
      await dialog.getByRole("button", { name: "Use this text" }).click();
    } else {
      await dialog.getByLabel("Article file").setInputFiles(source);
    }
    await expect(dialog.getByLabel("Title")).toBeVisible();
    return dialog;
  }

  /** Exports and returns the file: its name, its text, and a form that can be imported. */
  async export({ all = false } = {}) {
    const dialog = await this.dialog("Export");
    await dialog.getByRole("radio", { name: all ? /^Everybody’s answers/ : /^My answers/ }).check();
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Postil file" }).click(),
    ]);
    const buffer = await bytes(download);
    const name = download.suggestedFilename();
    return { name, text: buffer.toString("utf8"), file: { name, mimeType: "application/json", buffer } };
  }

  /** Imports files and returns the list of verdicts; the dialog stays open. */
  async import(...files) {
    const dialog = await this.dialog("Import");
    await dialog.getByLabel("Annotation files").setInputFiles(files);
    const verdicts = dialog.locator("[data-verdict]");
    await expect(verdicts).toHaveCount(files.length);
    return verdicts;
  }

  /** Goes to a screen and waits until it is there: those of a class come with a part of the program. */
  async screen(name) {
    await this.leave();
    await this.role("link", name).click();
    await expect(this.page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Opens a part of Compare: a tab, and in it one of two ways to show it. */
  async part(name) {
    const within = { Board: "People", Portrait: "People", Agreement: "Numbers", "Kinds of disagreement": "Numbers" }[name];
    await this.role("tab", within ?? name).click();
    if (within) await this.page.locator("label", { has: this.role("radio", name) }).click();
  }

  /** Opens what comes once the class has talked, which has a page in Class. */
  async after(name) {
    await this.screen("Class");
    await this.role("main").getByRole("link", { name, exact: true }).click();
    await expect(this.role("heading", name)).toBeVisible();
  }

  /** Compare with the example class in it, in this part. */
  async example(part) {
    await this.open();
    await this.screen("Compare");
    await this.button("Try with an example class").click();
    await expect(this.role("tab", "Overview")).toHaveAttribute("aria-selected", "true");
    if (part) await this.part(part);
  }

  /** Leaves a discussion, if there is one, which has the whole screen: the way to the others is back. */
  async leave() {
    // After a reload it takes a moment until the discussion is there.
    if (this.page.url().includes("#/discuss")) await expect(this.page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    if (await this.button("Leave").isVisible()) await this.button("Leave").click();
  }

  /** Goes to Compare and returns the rows of all annotators that are here. */
  async annotators() {
    await this.leave();
    await this.role("link", "Compare").click();
    const list = this.role("list", "People");
    const summary = this.page.getByText(/^(\d+ of )?\d+ (person|people)$/);
    await expect(summary).toBeVisible();
    if (!(await list.isVisible())) await summary.click();
    await expect(list).toBeVisible();
    return list.getByRole("listitem");
  }

  async close(dialog) {
    await this.role("dialog", dialog).getByRole("button", { name: "Close", exact: true }).click();
    await expect(this.role("dialog", dialog)).toBeHidden();
  }

  /** Drops files on an element, as a person does from the desktop. */
  async drop(target, ...files) {
    const transfer = await this.page.evaluateHandle(
      (files) => {
        const transfer = new DataTransfer();
        for (const { name, type, text } of files) transfer.items.add(new File([text], name, { type }));
        return transfer;
      },
      files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, text: buffer.toString("utf8") })),
    );
    for (const kind of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(kind, { dataTransfer: transfer });
    await transfer.dispose();
  }
}

/** Everything in local storage. */
export const stored = (page) => page.evaluate(() => ({ ...localStorage }));

/** Everything in an object store of the database. */
export const journal = (page, store = "journal") =>
  page.evaluate(
    (store) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("postil");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const records = opening.result.transaction(store).objectStore(store);
          const [keys, values] = [records.getAllKeys(), records.getAll()];
          values.onsuccess = () => {
            opening.result.close();
            done(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
          };
        };
      }),
    store,
  );

/** The bytes of a download. */
export async function bytes(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The stored files of a zip, by name: its central directory says where each begins. */
export function unzip(zip) {
  const files = {};
  let at = zip.readUInt32LE(zip.length - 22 + 16);
  for (let left = zip.readUInt16LE(zip.length - 22 + 10); left > 0; left -= 1) {
    const [size, name, extra, comment, start] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    files[zip.toString("utf8", at + 46, at + 46 + name)] = zip.subarray(data, data + size);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The keys of what people did. */
export const operations = (records) => Object.keys(records).filter((key) => key.startsWith("postil/1/op/"));

export const text = (name, words) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
export const json = (name, words) => ({ name, mimeType: "application/json", buffer: Buffer.from(words) });
