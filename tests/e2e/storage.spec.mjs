import { bytes, expect, journal, operations, stored, test } from "./postil.mjs";

const block = (name) =>
  Object.defineProperty(window, name, {
    get: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });

// Takes all the room there is, down to the last unit.
const fill = (page) =>
  page.evaluate(() => {
    let length = 5_242_880;
    let value = "";
    while (length >= 1) {
      try {
        localStorage.setItem("somebody else's", value + "x".repeat(length));
        value += "x".repeat(length);
      } catch {
        length = Math.floor(length / 2);
      }
    }
  });

test("storage full before anything: it says so, loses nothing of ours, and saves all once there is room", async ({ tab }) => {
  const beside = await tab.beside();
  await fill(beside.page);
  await tab.open();
  await tab.press("s");
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  await expect(tab.save).toHaveText("Not saved: storage is full. Export now");
  await expect(tab.alerts).toContainText("Storage is full, so the last change is not stored. It is still on this page");
  await tab.says(1, "supports [-]");
  await tab.press("1");
  await tab.says(1, "supports [sovereignty]");
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  await tab.page.locator(".kept").getByRole("button", { name: "Export now" }).click();
  await expect(tab.role("dialog", "Export")).toBeVisible();
  await tab.close("Export");
  expect(operations(await stored(beside.page))).toEqual([]);

  await beside.page.evaluate(() => localStorage.removeItem("somebody else's"));
  await tab.read(2);
  await tab.press("o");
  await tab.saved();
  await expect(tab.alerts).toHaveCount(0);
  expect(operations(await stored(beside.page))).toHaveLength(3);
  await tab.reload();
  await tab.says(1, "supports [sovereignty]");
  await tab.says(2, "opposes [-]");
});

test("storage filling up under way: the reserve takes the last saves, and what is there stays", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.saved();
  await fill(tab.page);
  await tab.press("1");
  await tab.saved();
  await expect(tab.page.getByText(/% of the storage for answers and notes in this browser is used/)).toBeVisible();
  expect(Object.keys(await stored(tab.page))).not.toContain("postil/1/ballast");
  // What was saved is drawn together now, in its own time, and that makes room: only then can it be taken for good.
  await expect.poll(async () => operations(await stored(tab.page))).toEqual([]);
  await fill(tab.page);
  await tab.press("2");
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  await tab.says(1, "supports [sovereignty governance]");
  expect(operations(await journal(tab.page))).toHaveLength(3);
  await tab.reload();
  // The journal had it all the same.
  await tab.says(1, "supports [sovereignty governance]");
});

test("an import without room is refused before anything is written", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("s", "e");
  await other.note.fill("words ".repeat(20_000));
  await other.press("Control+Enter");
  const { file } = await other.export();
  await tab.page.goto(`${tab.site}rescue.html`);
  await tab.page.evaluate(() => localStorage.setItem("somebody else's", "x".repeat(4_400_000)));
  await tab.open();
  const before = await stored(tab.page);
  const dialog = await tab.dialog("Import");
  await dialog.getByLabel("Annotation files").setInputFiles(file);
  await expect(dialog.getByRole("alert")).toContainText("Nothing was imported: this would need");
  expect(await stored(tab.page)).toEqual(before);
});

test("local storage blocked: one can read, tag and export, and it says that nothing is saved", async ({ tab }) => {
  await tab.page.addInitScript(block, "localStorage");
  await tab.open();
  await expect(tab.alerts).toContainText("This browser does not let Postil store anything");
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  await tab.press("s", "1");
  await tab.says(1, "supports [sovereignty]");
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  const { text } = await tab.export();
  expect(JSON.parse(text).layers[0].records[0].stances.stance.option).toBe("supports");
});

test("local storage switched off is like blocked", async ({ tab }) => {
  await tab.page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => null }));
  await tab.open();
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  await tab.press("s");
  await tab.says(1, "supports [-]");
});

test("the database blocked: saved, and not crash-safe", async ({ tab }) => {
  await tab.page.addInitScript(block, "indexedDB");
  await tab.open();
  await tab.press("s");
  await expect(tab.save).toHaveAttribute("data-save-state", "fragile");
  await expect(tab.save).toHaveText("Saved, not crash-safe: keep a backup file");
  await tab.reload();
  await tab.says(1, "supports [-]");
  // The text of an article has no place to stay; it is open all the same, and that is said.
  await tab.article("An own article\n\nIts only thought.");
  await expect(tab.alerts).toContainText("The text of “An own article” could not be kept in this browser.");
  await tab.press("o");
  await tab.says(1, "opposes [-]");
});

test("both blocked: everything but keeping works", async ({ tab }) => {
  await tab.page.addInitScript(block, "localStorage");
  await tab.page.addInitScript(block, "indexedDB");
  await tab.open();
  await expect(tab.save).toHaveAttribute("data-save-state", "failed");
  await tab.press("s", "j", "o", "e");
  await tab.page.keyboard.type("a note");
  await tab.press("Control+Enter");
  await tab.says(2, "opposes [-]");
  await tab.button("Undo").click();
  await expect(tab.note).toHaveValue("");
  expect(JSON.parse((await tab.export()).text).layers).toHaveLength(1);
});

test("a damaged value in local storage: the journal's copy is used, and the value stays as it is", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.press("j", "o");
  await tab.saved();
  const beside = await tab.beside();
  await tab.page.close();
  const keys = operations(await stored(beside.page));
  await beside.page.evaluate(([one, two]) => {
    localStorage.setItem(one, "1 bad {\ud800");
    localStorage.setItem(two, "");
  }, keys);
  const again = await beside.another();
  await again.says(1, "supports [-]");
  await again.says(2, "opposes [-]");
  await expect(again.alerts).toContainText("2 changes stored here are damaged, and a good copy was found, so nothing seems to be missing.");
  await again.press("m");
  await again.saved();
  expect((await stored(beside.page))[keys[0]]).toBe("1 bad {\ud800");
  expect((await stored(beside.page))[keys[1]]).toBe("");
  const [download] = await Promise.all([again.page.waitForEvent("download"), again.button("Download all data").click()]);
  const raw = JSON.parse(await bytes(download));
  expect(raw.localStorage[keys[0]]).toBe("1 bad {\ud800");
  expect(raw.journal[keys[0]]).toMatch(/^1 [0-9a-f]{16} \{/);
});

test("damaged in both: it is listed, nothing is deleted, and the rest is shown", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.press("j", "o");
  await tab.saved();
  const beside = await tab.beside();
  await tab.page.close();
  const key = operations(await stored(beside.page)).find((key) => key.endsWith("/2"));
  await beside.page.evaluate(
    (key) =>
      new Promise((done) => {
        localStorage.setItem(key, "not a record");
        const opening = indexedDB.open("postil");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("journal", "readwrite");
          transaction.objectStore("journal").put("not a record either", key);
          transaction.oncomplete = () => done(opening.result.close());
        };
      }),
    key,
  );
  const again = await beside.another();
  await expect(again.alerts).toContainText("cannot be read. Everything else is shown, and nothing was deleted");
  await again.says(1, "supports [-]");
  await again.says(2, "- [-]");
  expect((await stored(beside.page))[key]).toBe("not a record");
  expect((await journal(beside.page))[key]).toBe("not a record either");
});

test("each store is healed from the other", async ({ tab }) => {
  await tab.open();
  await tab.press("s", "1");
  await tab.saved();
  const beside = await tab.beside();
  await tab.page.close();
  const all = operations(await stored(beside.page)).sort();
  await beside.page.evaluate((keys) => keys.forEach((key) => localStorage.removeItem(key)), all);
  const again = await beside.another();
  await again.says(1, "supports [sovereignty]");
  await expect.poll(async () => operations(await stored(beside.page)).sort()).toEqual(all);
  await again.page.close();
  await beside.page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open("postil");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("journal", "readwrite");
          transaction.objectStore("journal").clear();
          transaction.oncomplete = () => done(opening.result.close());
        };
      }),
  );
  const third = await beside.another();
  await third.says(1, "supports [sovereignty]");
  await expect.poll(async () => operations(await journal(beside.page)).sort()).toEqual(all);
});

test("a newer Postil was here: everything is shown and nothing is written", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.saved();
  await tab.page.evaluate(() => localStorage.setItem("postil/2/op/somebody/1", "2 abc {}"));
  await tab.reload();
  await expect(tab.alerts).toContainText("A newer version of Postil has been used in this browser.");
  await tab.says(1, "supports [-]");
  const before = [await stored(tab.page), await journal(tab.page)];
  await tab.press("o", "1", "j", "m", "e");
  await tab.page.keyboard.press("Control+z");
  await tab.says(1, "supports [-]");
  await tab.says(2, "- [-]");
  await expect(tab.note).not.toBeEditable();
  for (const control of [tab.option("mixed"), tab.theme("No theme applies")]) {
    if (await control.isEnabled()) await control.click();
    await expect(control).not.toBeChecked();
  }
  await tab.says(2, "- [-]");
  expect([await stored(tab.page), await journal(tab.page)]).toEqual(before);
  expect(JSON.parse((await tab.export()).text).layers).toHaveLength(1);
  expect([await stored(tab.page), await journal(tab.page)]).toEqual(before);
});

test("a newer Postil in another tab ends writing at once", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  const beside = await tab.beside();
  await beside.page.evaluate(() => localStorage.setItem("postil/2/op/somebody/1", "2 abc {}"));
  await expect(tab.alerts).toContainText("A newer version of Postil");
  await tab.press("o");
  await tab.says(1, "supports [-]");
});

test("keys of others are never touched", async ({ tab }) => {
  const foreign = { postil: "not ours", "postil-other/1/op/x/1": "{}", "": "empty name", "another app": "x".repeat(1000) };
  await tab.page.goto(`${tab.site}rescue.html`);
  await tab.page.evaluate((foreign) => Object.entries(foreign).forEach(([key, value]) => localStorage.setItem(key, value)), foreign);
  await tab.open();
  await tab.press("s", "1", "j", "e");
  await tab.page.keyboard.type("note");
  await tab.press("Escape");
  await tab.article("An own article\n\nIts only thought.");
  await tab.press("o");
  const { file } = await tab.export();
  await tab.import(file);
  await tab.close("Import");
  await tab.saved();
  await tab.reload();
  const after = await stored(tab.page);
  for (const [key, value] of Object.entries(foreign)) expect(after[key]).toBe(value);
  for (const key of Object.keys(after)) expect(key in foreign || key.startsWith("postil/1/"), key).toBe(true);
});

test("a clock that was wrong is noted, and changes still count", async ({ tab }) => {
  await tab.page.clock.setSystemTime(new Date("2060-01-01T12:00:00Z"));
  await tab.open();
  await tab.press("s");
  await tab.saved();
  await tab.page.clock.setSystemTime(new Date("2026-01-01T12:00:00Z"));
  await tab.reload();
  await expect(tab.page.getByText("Some answers carry a date in the future (2060-01-01)")).toBeVisible();
  await tab.press("o");
  await tab.says(1, "opposes [-]");
  await tab.saved();
  await tab.reload();
  await tab.says(1, "opposes [-]");
});
