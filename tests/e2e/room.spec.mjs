import { bytes, expect, journal, stored, test } from "./postil.mjs";

const TEXT = "An own article\n\nIts first thought, which nobody else has.\n\nIts second thought.";

/** Everything that a browser has stored, as one text. */
async function everything(page) {
  const parts = [await stored(page), await journal(page), await journal(page, "articles")];
  return JSON.stringify(parts);
}

/** Removes an article in the dialog and returns the file that was saved. */
async function remove(tab, title) {
  const library = await tab.dialog("Open article");
  await library.getByRole("button", { name: "Storage in this browser" }).click();
  const dialog = tab.role("dialog", "Storage in this browser");
  await dialog.getByRole("button", { name: new RegExp(`^Remove .?${title}.? from this browser$`) }).click();
  const [download] = await Promise.all([
    tab.page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download a file and remove it" }).click(),
  ]);
  const buffer = await bytes(download);
  return { name: download.suggestedFilename(), mimeType: "application/json", buffer };
}

test("an article is removed from both stores, for all tabs, and its file brings it back", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.article(TEXT);
  await tab.press("o", "e");
  await tab.page.keyboard.type("words that are to go");
  await tab.press("Control+Enter");
  await tab.saved();
  const other = await tab.another();
  await other.says(1, "opposes [-]");
  expect(await everything(tab.page)).toContain("words that are to go");

  const file = await remove(tab, "An own article");
  expect(file.name).toBe("An own article - backup.postil.json");
  const dialog = tab.role("dialog", "Storage in this browser");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await tab.close("Storage in this browser");
  await expect(tab.title).toHaveText("Whose shared future?");
  await tab.says(1, "supports [-]");
  for (const words of ["words that are to go", "Its first thought", "An own article"]) {
    await expect.poll(() => everything(tab.page), words).not.toContain(words);
  }

  await expect(other.page.getByText("“An own article” was removed from this browser in another tab.")).toBeVisible();
  await expect(other.title).toHaveText("Whose shared future?");
  await other.press("1");
  await other.saved();
  for (const each of [tab, other]) await each.reload();
  expect(await everything(tab.page)).not.toContain("words that are to go");
  await tab.says(1, "supports [sovereignty]");

  await tab.article(TEXT);
  await tab.says(1, "- [-]");
  await tab.import(file);
  await tab.button("Use these changes").click();
  await expect(tab.page.locator("[data-verdict]")).toContainText(["Imported. Reader 1: 1 new paragraph."]);
  await tab.close("Import");
  await tab.says(1, "opposes [-]");
  await expect(tab.note).toHaveValue("words that are to go");
});

test("one can think better of it", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  const library = await tab.dialog("Open article");
  await library.getByRole("button", { name: "Storage in this browser" }).click();
  const dialog = tab.role("dialog", "Storage in this browser");
  const button = dialog.getByRole("button", { name: /^Remove .* from this browser$/ });
  await button.click();
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(button).toBeVisible();
  await expect(button).toBeFocused();
  await button.click();
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Done" }).click();
  await tab.says(1, "supports [-]");
});

test("a storage filled to nine tenths is put together, and says how to make room", async ({ tab }) => {
  test.setTimeout(120_000);
  await tab.open();
  for (let n = 0; n < 6; n++) {
    await tab.press("e");
    await tab.note.fill(`${n} ${"words ".repeat(100_000)}`);
    await tab.press("Control+Enter");
    await tab.saved();
    await tab.press("j");
  }
  const before = Object.values(await stored(tab.page)).join("").length;
  expect(before).toBeGreaterThan(3_400_000);
  await tab.reload();
  const records = async (kind) => Object.keys(await stored(tab.page)).filter((key) => key.startsWith(`postil/1/${kind}/`)).length;
  // Of the article, and of the person who wrote.
  await expect.poll(async () => [await records("snap"), await records("op")]).toEqual([2, 0]);
  await expect(tab.page.getByText(/% of the storage for answers and notes in this browser is used/)).toBeVisible();
  await tab.button("Free up storage").click();
  await expect(tab.role("dialog", "Storage in this browser").getByText(/^\d+ % of the storage in this browser is used\.$/)).toBeVisible();
  await tab.close("Storage in this browser");
  await tab.read(1);
  await tab.press("s");
  await tab.says(1, "supports [-]");
  await tab.saved();
  await tab.reload();
  await expect(tab.note).toHaveValue(/^0 words/);
  // With nothing new to put together it is left as it is.
  expect(await records("op")).toBeGreaterThan(0);
});

test("an import for which there was no room does not come back", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("m");
  const { file } = await other.export();
  await tab.open();
  await tab.press("s");
  await tab.saved();
  // Somebody else takes all the room, and the app has not measured it since.
  await tab.page.evaluate(() => {
    localStorage.removeItem("postil/1/ballast");
    for (let length = 5_242_880, value = ""; length >= 1; ) {
      try {
        localStorage.setItem("somebody else's", value + "x".repeat(length));
        value += "x".repeat(length);
      } catch {
        length = Math.floor(length / 2);
      }
    }
  });
  const dialog = await tab.dialog("Import");
  await dialog.getByLabel("Annotation files").setInputFiles(file);
  await expect(dialog.getByText("There was no storage left for this import, so nothing was imported.")).toBeVisible();
  await tab.close("Import");
  await tab.page.evaluate(() => localStorage.removeItem("somebody else's"));
  await tab.reload();
  const { text } = await tab.export({ all: true });
  expect(JSON.parse(text).layers).toHaveLength(1);
});
