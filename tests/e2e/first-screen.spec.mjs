// The first screen stands in the page before the program does: it can be read at once, the program takes it over without
// anything moving, and what was done meanwhile is carried out.

import { serveDist } from "../../scripts/serve-dist.mjs";
import { PROMPT, SAMPLE, THEMES, expect, fixture, operations, stored, test } from "./postil.mjs";

const LATE = /^If this does not go away|^Postil is still on its way/;

/** Opens the page and holds the program back until the function that this gives is called. */
async function early(tab, address = "") {
  let come;
  const gate = new Promise((done) => (come = done));
  await tab.page.route("**/postil-*.wasm", async (route) => {
    await gate;
    await route.continue();
  });
  await tab.page.goto(tab.site + address, { waitUntil: "commit" });
  await expect(tab.page.locator("#app, #start").filter({ visible: true }).first()).toBeVisible();
  return async () => {
    come();
    await tab.settle();
  };
}

/** All of an element as a list: names, attributes in the order of their names, words. */
const drawn = (page) =>
  page.locator("#app").evaluate((root) => {
    const lines = [];
    const tell = (node, depth) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && child.data) lines.push(`${depth} “${child.data}”`);
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        // Of what is chosen the program sets the property, and what is written the attribute: they are to come to the same.
        const standing = [...child.attributes].filter(({ name }) => name !== "checked");
        if (child.checked) standing.push({ name: "checked", value: "" });
        const attributes = standing.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
        lines.push(`${depth} ${child.nodeName} ${attributes.join(" ")}`);
        tell(child, `${depth}·`);
      }
    };
    tell(root, "·");
    return lines;
  });

/** From now on the database answers only once `answer` is called in the page. */
const holdDatabase = (page) =>
  page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    const answers = [];
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      Object.defineProperty(request, "onsuccess", {
        set: (listener) => request.addEventListener("success", (event) => (window.answered ? listener(event) : answers.push(() => listener(event)))),
      });
      return request;
    };
    window.answer = () => {
      window.answered = true;
      for (const answer of answers) answer();
    };
  });

test("the first screen is the very one that the program draws", async ({ tab }) => {
  await holdDatabase(tab.page);
  const come = await early(tab);
  await expect(tab.title).toHaveText(SAMPLE);
  const written = await drawn(tab.page);
  // With an element of somebody else's in it the program draws it anew.
  await tab.page.locator("#app").evaluate((root) => root.append(document.createElement("font")));
  const arrived = come();
  await expect(tab.page.locator("#app > font")).toHaveCount(0);
  expect(await drawn(tab.page)).toEqual(written);
  await tab.page.evaluate(() => window.answer());
  await arrived;
  const ready = written.map((line) => line.replace(' aria-busy="true"', ""));
  expect(await drawn(tab.page)).toEqual(ready);
});

for (const [width, height] of [[1366, 768], [390, 844]]) {
  test(`nothing moves when the program comes at ${width} px, nor is anything drawn anew`, async ({ person }) => {
    const tab = await person({ viewport: { width, height } });
    await tab.page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    const come = await early(tab);
    await expect(tab.paragraph(1)).toBeVisible();
    const places = () =>
      tab.page.locator("#app *").evaluateAll((all) => all.map((each) => [each.nodeName, ...Object.values(each.getBoundingClientRect().toJSON())].join()));
    await tab.page.evaluate(() => scrollTo(0, 300));
    await tab.page.evaluate(() => (window.before = document.getElementById("p2")));
    const before = await places();
    await come();
    expect(await places()).toEqual(before);
    expect(await tab.page.evaluate(() => [scrollY, window.before.isConnected])).toEqual([300, true]);
    await expect(tab.page.getByText(LATE)).toHaveCount(0);
    await tab.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await tab.page.evaluate(() => window.shifts)).toEqual([]);
  });
}

test("nothing moves while the page itself comes in pieces", async ({ browser }) => {
  const server = await serveDist({ dir: fixture("dist"), base: "/slow/", compress: false, drip: 30 });
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(server.url);
    await expect(page.locator("main#main:not([aria-busy])")).toBeVisible();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => window.shifts), `${viewport.width} px`).toEqual([]);
    await context.close();
  }
  await server.close();
});

test("what is pressed, clicked and chosen before the program is there is carried out, once and in turn", async ({ tab }) => {
  const come = await early(tab);
  await tab.press("s");
  await tab.theme(THEMES.rivalry).check();
  await tab.paragraph(3).click();
  await tab.press("o", "j");
  await tab.option("mixed").check();
  await tab.role("link", "Compare").click();
  await expect(tab.page).toHaveURL(tab.site);
  await come();
  await expect(tab.page).toHaveURL(`${tab.site}#/compare`);
  await tab.role("link", "Read").click();
  await tab.says(1, "supports [rivalry]");
  await tab.says(3, "opposes [-]");
  await tab.says(4, "mixed [-]");
  await expect(tab.progress).toHaveText(/^1 of 10/);
  await tab.saved();
  expect(operations(await stored(tab.page))).toHaveLength(4);
  await tab.reload();
  await tab.says(1, "supports [rivalry]");
});

test("a note that is begun before the program is there goes on, and the focus, the cursor and a selection stay", async ({ tab }) => {
  const come = await early(tab);
  await tab.note.click();
  await tab.page.keyboard.type("Begun early");
  await tab.press("Home");
  await tab.page.keyboard.type("> ");
  await come();
  await tab.page.keyboard.type("very ");
  await expect(tab.note).toHaveValue("> very Begun early");
  await expect(tab.note).toBeFocused();
  await tab.press("Escape");
  await tab.saved();
  await tab.reload();
  await expect(tab.note).toHaveValue("> very Begun early");
});

test("what was written in a note that was left again is kept, and so is what was found with Enter", async ({ tab }) => {
  const come = await early(tab);
  await tab.note.click();
  await tab.page.keyboard.type("for the first");
  await tab.paragraph(2).click();
  await tab.role("textbox", "Find a theme").click();
  await tab.page.keyboard.type("espio");
  await tab.press("Enter");
  await come();
  await tab.says(2, "- [espionage]");
  await tab.paragraph(1).click();
  await expect(tab.note).toHaveValue("for the first");
});

test("on a phone the panel opens for a field that has had the focus since before the program was there", async ({ person }) => {
  const tab = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const come = await early(tab);
  await tab.note.focus();
  const handle = tab.page.getByRole("button", { name: /^Themes, note/ });
  await expect(handle).toHaveAttribute("aria-expanded", "false");
  await come();
  await expect(handle).toHaveAttribute("aria-expanded", "true");
  await expect(tab.note).toBeFocused();
  await expect(tab.note).toBeInViewport();
});

test("words that follow the key for the note are written into it", async ({ tab }) => {
  const come = await early(tab);
  await tab.press("s", "e");
  await tab.page.keyboard.type("so it is");
  await come();
  await expect(tab.note).toHaveValue("so it is");
  await tab.says(1, "supports [-]");
});

test("what is selected stays selected", async ({ tab }) => {
  const come = await early(tab);
  await tab.paragraph(2).evaluate((row) => getSelection().selectAllChildren(row.querySelector("p")));
  const words = await tab.page.evaluate(() => String(getSelection()));
  expect(words.length).toBeGreaterThan(50);
  await come();
  await expect.poll(() => tab.page.evaluate(() => String(getSelection()))).toBe(words);
});

test("a key means the paragraph that was read when it was pressed", async ({ person }) => {
  const tab = await person({ viewport: { width: 1366, height: 600 } });
  const come = await early(tab);
  await tab.press("s");
  await tab.paragraph(6).evaluate((row) => scrollTo(0, row.getBoundingClientRect().top - 150));
  await tab.press("o");
  const there = await tab.page.evaluate(() => scrollY);
  await come();
  await tab.says(1, "supports [-]");
  await tab.says(6, "opposes [-]");
  expect(await tab.page.evaluate(() => scrollY)).toBe(there);
});

test("a panel that was opened before the program is there stays open", async ({ tab }) => {
  const come = await early(tab);
  await tab.button("About Cyber sovereignty").click();
  const words = tab.page.getByText(/^A state’s right/).filter({ visible: true });
  await expect(words).toBeVisible();
  await come();
  await expect(words).toBeVisible();
});

test("a page that the browser has translated is drawn anew, and nothing that was done is lost", async ({ tab }) => {
  const come = await early(tab);
  await tab.theme(THEMES.governance).check();
  await tab.paragraph(2).locator("p").evaluate((text) => {
    const font = document.createElement("font");
    font.append(...text.childNodes);
    text.append(font);
  });
  await tab.paragraph(3).click();
  await tab.press("n");
  await come();
  await tab.says(1, "- [governance]");
  await tab.says(3, "neutral [-]");
  await expect(tab.paragraph(2).locator("font")).toHaveCount(0);
});

test.describe("whoever is to see something else does not see the first screen", () => {
  const opening = (tab) => tab.page.getByText("Opening Postil…");
  const hidden = async (tab, address) => {
    const come = await early(tab, address);
    await expect(opening(tab)).toBeVisible();
    await expect(tab.page.getByText(PROMPT)).toBeHidden();
    await expect(tab.page.getByText(/^Twice in 2022/)).toBeHidden();
    await come();
    await expect(opening(tab)).toHaveCount(0);
  };

  test("with a mark in the sample", async ({ tab }) => {
    await tab.open();
    await tab.press("s");
    await tab.saved();
    await hidden(await another(tab));
  });

  test("with another article open", async ({ tab }) => {
    await tab.open();
    await tab.article("My own\n\nA paragraph of my own.");
    await expect(tab.title).toHaveText("My own");
    const next = await another(tab);
    await hidden(next);
    await expect(next.title).toHaveText("My own");
  });

  test("with colours of one’s own", async ({ tab }) => {
    await tab.open();
    await tab.button("Text and colours").click();
    await tab.page.getByRole("radiogroup", { name: "Colours" }).getByRole("radio", { name: "Dark" }).check();
    await expect(tab.page.locator("html")).toHaveAttribute("data-scheme", "dark");
    await hidden(await another(tab));
  });

  for (const route of ["#/compare", "#/codebook", "#p4"]) {
    test(`at ${route}`, async ({ tab }) => {
      await hidden(tab, route);
    });
  }

  /** A tab of the same browser in which nothing was opened yet. */
  async function another(tab) {
    const page = await tab.page.context().newPage();
    return Object.assign(Object.create(Object.getPrototypeOf(tab)), tab, { page });
  }
});

test("a second visit without anything done sees the first screen again, and so does one by way of Read", async ({ tab }) => {
  await tab.open();
  await tab.page.close();
  tab.page = await tab.page.context().newPage();
  const come = await early(tab, "#/read");
  await expect(tab.paragraph(1)).toBeVisible();
  await come();
});

test("where storage may not even be looked at, it is a first visit", async ({ tab, faults }) => {
  await tab.page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  const come = await early(tab);
  await expect(tab.paragraph(1)).toBeVisible();
  await come();
  await expect(tab.page.getByText(/does not let Postil store anything/)).toBeVisible();
  expect(faults).toEqual([]);
});

test("without JavaScript the article can be read, and what is missing is said", async ({ person }) => {
  const tab = await person({ javaScriptEnabled: false });
  await tab.page.goto(tab.site);
  await expect(tab.page.getByText(/^Postil needs JavaScript/)).toBeVisible();
  await expect(tab.title).toHaveText(SAMPLE);
  await expect(tab.paragraph(10)).toBeVisible();
  await expect(tab.page.locator("#start")).toBeHidden();
});

test("a program that takes its time says that it will come, and goes on saying nothing of it when it has", async ({ tab }) => {
  const come = await early(tab);
  await expect(tab.page.getByText(LATE).filter({ visible: true })).toHaveCount(0);
  await tab.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await expect(tab.page.getByText(LATE).filter({ visible: true })).toHaveText(/^Postil is still on its way/);
  await come();
  await expect(tab.page.getByText(LATE)).toHaveCount(0);
});

test("a program that does not come says so on the first screen", async ({ tab, faults }) => {
  await tab.page.route("**/postil-*.wasm", (route) => route.abort());
  await tab.page.goto(tab.site);
  await expect(tab.role("heading", "Postil could not start")).toBeVisible();
  await expect(tab.page.getByText(/^Twice in 2022/)).toHaveCount(0);
  faults.length = 0;
});

test("an early script that is not the published one is not run, and the page says so", async ({ tab, faults }) => {
  await tab.page.route("**/early-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n` });
  });
  await tab.page.goto(tab.site);
  await expect(tab.role("heading", "Postil could not start")).toBeVisible();
  expect(faults.filter((fault) => !/integrity|early/.test(fault))).toEqual([]);
  faults.length = 0;
});
