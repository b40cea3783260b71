import { expect, journal, stored, test } from "./postil.mjs";

/** Tags in all tabs in the same moment, as nearly as can be. */
const all = (tabs, keys) => Promise.all(tabs.map((tab, at) => tab.press(...keys[at])));

/** Makes pages hear nothing of each other, as tabs that the browser has frozen. */
const sleep = () => {
  for (const kind of ["storage", "focus"]) addEventListener(kind, (event) => event.stopImmediatePropagation(), { capture: true });
  document.addEventListener("visibilitychange", (event) => event.stopImmediatePropagation(), { capture: true });
};

/** The annotators that a browser's file of everybody holds. */
async function annotators(tab) {
  const { text } = await tab.export({ all: true });
  const { people, layers } = JSON.parse(text);
  return layers.map((layer) => [people[layer.annotator].name.value, layer.records.length]);
}

for (const round of [1, 2, 3]) {
  test(`three tabs of a first visit that tag at once are one annotator (${round})`, async ({ tab }) => {
    await tab.open();
    const tabs = [tab, await tab.another(), await tab.another()];
    // Each is at a paragraph of its own.
    await tabs[1].press("j");
    await tabs[2].press("j", "j");
    await all(tabs, ["s", "o", "m"]);
    for (const each of tabs) await each.saved();
    await tab.reload();
    await tab.says(1, "supports [-]");
    await tab.says(2, "opposes [-]");
    await tab.says(3, "mixed [-]");
    expect(await annotators(tab)).toEqual([["Reader 1", 3]]);
  });
}

test("a tag made while the page is still opening counts for the same annotator", async ({ tab }) => {
  await tab.page.context().addInitScript(sleep);
  await tab.open();
  const other = await tab.beside();
  await other.page.goto(tab.site, { waitUntil: "commit" });
  await Promise.all([tab.press("s"), other.paragraph(2).click()]);
  await other.press("o");
  await other.saved();
  await tab.reload();
  await tab.says(1, "supports [-]");
  await tab.says(2, "opposes [-]");
  expect(await annotators(tab)).toEqual([["Reader 1", 2]]);
});

test("a tab that slept through everything tags as the same annotator", async ({ tab }) => {
  const sleeper = await tab.beside();
  await sleeper.page.addInitScript(sleep);
  await sleeper.open();
  await tab.open();
  await tab.press("s");
  await tab.saved();
  await sleeper.press("j", "o");
  await sleeper.saved();
  await tab.reload();
  await tab.says(1, "supports [-]");
  await tab.says(2, "opposes [-]");
  expect(await annotators(tab)).toEqual([["Reader 1", 2]]);
});

test("without a database three tabs agree through local storage", async ({ tab }) => {
  const block = () =>
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  await tab.page.context().addInitScript(block);
  await tab.page.context().addInitScript(sleep);
  await tab.open();
  const tabs = [tab, await tab.another(), await tab.another()];
  await tabs[1].press("j");
  await tabs[2].press("j", "j");
  await all(tabs, ["s", "o", "m"]);
  for (const each of tabs) await expect(each.save).toHaveAttribute("data-save-state", "fragile");
  await tab.reload();
  expect(await annotators(tab)).toEqual([["Reader 1", 3]]);
});

test("a database that does not answer holds up nobody", async ({ tab }) => {
  await tab.page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const pump = () => (this.get("nothing").onsuccess = pump);
      pump();
      return put.apply(this, args);
    };
  });
  await tab.open();
  await tab.press("s");
  await tab.says(1, "supports [-]");
  await expect(tab.save).toHaveAttribute("data-save-state", "fragile");
  expect((await stored(tab.page))["postil/1/here/annotator"]).toMatch(/^[0-9a-f]{32}$/);
});

test("who this browser is stays here: in no file, and under a key of its own", async ({ tab }) => {
  await tab.open();
  const here = (await journal(tab.page))["postil/1/here/annotator"];
  expect(here).toMatch(/^[0-9a-f]{32}$/);
  expect(Object.keys(await stored(tab.page)).filter((key) => key.includes("/here/"))).toEqual([]);
  await tab.press("s");
  await tab.saved();
  await tab.reload();
  expect((await journal(tab.page))["postil/1/here/annotator"]).toBe(here);
  const { text } = await tab.export();
  expect(JSON.parse(text).layers[0].annotator).toBe(here);
});
