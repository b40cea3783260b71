import { bytes, expect, journal, stored, test } from "./postil.mjs";

test("rescue.html lists and downloads everything, and changes nothing", async ({ tab }) => {
  await tab.open();
  await tab.press("s", "1", "e");
  await tab.page.keyboard.type("a note 👩‍🔬");
  await tab.press("Escape");
  await tab.article("An own article\n\nIts only thought.");
  await tab.press("o");
  await tab.saved();
  const { page } = await tab.beside();
  await page.evaluate(() => {
    localStorage.setItem("postil/1/op/odd/1", "lone \ud800 surrogate");
    localStorage.setItem("somebody else's", "x");
  });
  await page.reload();
  const local = await stored(page);
  delete local["somebody else's"];
  const before = { localStorage: local, journal: await journal(page), articles: await journal(page, "articles") };
  const count = Object.values(before).reduce((sum, records) => sum + Object.keys(records).length, 0);
  await expect(page.getByText(`Found ${count} records.`)).toBeVisible();
  await page.getByText("Second copy of every note (journal)").click();
  await expect(page.getByRole("table")).toContainText("postil/1/op/");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download all data" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("postil-rescue.json");
  const file = JSON.parse(await bytes(download));
  expect(file).toEqual({ format: "postil-rescue", version: 1, ...before });
  const after = await stored(page);
  delete after["somebody else's"];
  expect(after).toEqual(local);
});

test("what rescue.html saved comes back in another browser, whatever is damaged in it", async ({ tab, person }) => {
  await tab.open();
  await tab.article("An own article\n\nIts first thought.\n\nIts second thought.");
  await tab.make("First");
  await tab.press("s", "j", "o", "e");
  const said = await tab.said(1);
  expect(said).toMatch(/^supports \[\w+\]$/);
  await tab.page.keyboard.type("a note 👩‍🔬");
  await tab.press("Escape");
  await tab.saved();
  const { page } = await tab.beside();
  await page.evaluate(() => localStorage.setItem("postil/1/op/odd/1", "lone \ud800 surrogate"));
  await page.reload();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download all data" }).click(),
  ]);
  const file = { name: "postil-rescue.json", mimeType: "application/json", buffer: await bytes(download) };
  const there = await person();
  await there.open();
  const dialog = await there.dialog("Import");
  await dialog.getByLabel("Annotation files").setInputFiles(file);
  await expect(dialog.getByText("You can restore it here.")).toBeVisible();
  await expect(dialog.getByText("1 entry is damaged and stays in the file, so keep it: postil/1/op/odd/1.")).toBeVisible();
  await dialog.getByRole("button", { name: "Restore it" }).click();
  await expect(dialog.getByText(/^Restored: /)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  for (const again of [false, true]) {
    if (again) {
      await there.saved();
      await there.reload();
    }
    await expect(there.title).toHaveText("An own article");
    await there.says(1, said);
    await there.says(2, "opposes [-]");
  }
  await there.read(2);
  await expect(there.note).toHaveValue("a note 👩‍🔬");
});

test("rescue.html makes no database where there is none", async ({ tab }) => {
  await tab.page.goto(`${tab.site}rescue.html`);
  await expect(tab.page.getByText("Nothing of Postil’s is kept in this browser")).toBeVisible();
  expect(await tab.page.evaluate(() => indexedDB.databases())).toEqual([]);
});

// Nothing that a person can open makes the app panic, so its page is broken from outside.
test("when the program fails, it says so, stops writing, and shows the way out", async ({ tab, faults }) => {
  await tab.open();
  await tab.press("1");
  await tab.says(1, "- [sovereignty]");
  await tab.saved();
  const before = await stored(tab.page);
  // A clock that presses keys: the program is asked something while it is in the middle of something else.
  await tab.page.evaluate(() => {
    const now = Date.now;
    Date.now = () => {
      Date.now = now;
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "s", bubbles: true, cancelable: true }));
      return now();
    };
    location.hash = "#p2";
  });
  await expect(tab.alerts.getByRole("heading", { name: "Postil has stopped" })).toBeVisible();
  await tab.press("o", "2", "j");
  expect(await stored(tab.page)).toEqual(before);
  await expect(tab.role("link", "Download all data")).toHaveAttribute("href", "./rescue.html");
  // What a failing program says of itself is the only noise there may be.
  expect(faults.filter((fault) => !/unreachable|panicked|closure invoked recursively/.test(fault))).toEqual([]);
  faults.length = 0;
  await tab.role("link", "Reload the page").click();
  await tab.settle();
  await tab.says(1, "- [sovereignty]");
});
