import { THEMES, expect, test } from "./postil.mjs";

test("undo and redo go back and forth over tags, notes and an import", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("m", "j", "o");
  const { file } = await other.export();

  await tab.open();
  await expect(tab.button("Undo")).toBeDisabled();
  await expect(tab.button("Redo")).toBeDisabled();
  await tab.press("s", "1");
  await tab.press("j", "o");
  const verdicts = await tab.import(file);
  await expect(verdicts).toHaveAttribute("data-verdict", "merged");
  await expect(verdicts).toContainText("Imported. Reader 1: 2 new paragraphs.");
  await tab.close("Import");
  await tab.press("e");
  await tab.note.fill("worth a second look");
  await tab.press("Control+Enter");

  const layers = async (count) => {
    await expect(await tab.annotators()).toHaveCount(count);
    await tab.role("link", "Read").click();
  };
  await layers(2);
  await tab.button("Undo").click();
  await expect(tab.note).toHaveValue("");
  await layers(2);
  await tab.button("Undo").click();
  await layers(1);
  await tab.says(2, "opposes [-]");
  await tab.press("g", "g");
  await tab.button("Undo").click();
  await tab.says(2, "- [-]");
  await expect(tab.paragraph(2)).toHaveAttribute("aria-current", "true");
  await tab.page.keyboard.press("Control+z");
  await tab.says(1, "supports [-]");
  await tab.page.keyboard.press("Control+z");
  await tab.says(1, "- [-]");
  await expect(tab.button("Undo")).toBeDisabled();
  await tab.page.keyboard.press("Control+z");

  for (let n = 0; n < 2; n++) await tab.page.keyboard.press("Control+Shift+z");
  await tab.says(1, "supports [sovereignty]");
  await tab.page.keyboard.press("Control+y");
  await tab.says(2, "opposes [-]");
  await tab.button("Redo").click();
  await layers(2);
  await tab.button("Redo").click();
  await expect(tab.note).toHaveValue("worth a second look");
  await expect(tab.button("Redo")).toBeDisabled();
  await tab.saved();
  await tab.reload();
  await tab.says(1, "supports [sovereignty]");
  await tab.says(2, "opposes [-]");
  await layers(2);
});

test("the dialog takes an import back, and what was undone stays undone", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("m");
  const { file } = await other.export();
  await tab.open();
  await tab.import(file);
  const dialog = tab.role("dialog", "Import");
  await dialog.getByRole("button", { name: "Undo import" }).click();
  await expect(dialog.getByText("The import is undone.")).toBeVisible();
  await tab.close("Import");
  await tab.saved();
  await tab.reload();
  await tab.role("link", "Compare").click();
  await expect(tab.page.getByRole("heading", { name: "Nobody has tagged this article yet" })).toBeVisible();
  await tab.import(file);
  await expect(tab.page.locator("[data-verdict]")).toContainText("Imported. Reader 1: 1 new paragraph.");
});

test("a new step after undo leaves nothing to redo", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.theme(THEMES.rivalry).click();
  await tab.button("Undo").click();
  await expect(tab.theme(THEMES.rivalry)).not.toBeChecked();
  await expect(tab.button("Redo")).toBeEnabled();
  await tab.read(1);
  await tab.press("2");
  await expect(tab.button("Redo")).toBeDisabled();
  await tab.says(1, "supports [governance]");
});

const card = (tab, name) => tab.page.getByRole("group", { name, exact: true });

/** Makes a theme, merges it, archives another one, and tags. */
async function several(tab) {
  await tab.open();
  await tab.make("Leaks");
  await tab.screen("Codebook");
  await card(tab, "Leaks").getByRole("button", { name: "Merge into…" }).click();
  await card(tab, "Leaks").getByRole("combobox", { name: "Merge into" }).selectOption(THEMES.rivalry);
  await card(tab, "Leaks").getByRole("button", { name: "Merge", exact: true }).click();
  await expect(tab.page.getByText("Archived (1)")).toBeVisible();
  await card(tab, THEMES.governance).getByRole("button", { name: "Archive" }).click();
  await expect(tab.page.getByText("Archived (2)")).toBeVisible();
  await tab.role("link", "Read").click();
  await tab.read(2);
  await tab.press("s");
  await tab.says(2, "supports [-]");
  await tab.saved();
  await tab.reload();
}

for (const way of ["keys", "the button"]) {
  test(`what was done before a reload is taken back by ${way}, in its order`, async ({ tab }) => {
    await several(tab);
    const undo = () => (way === "keys" ? tab.page.keyboard.press("Control+z") : tab.button("Undo").click());
    const redo = () => (way === "keys" ? tab.page.keyboard.press("Control+Shift+z") : tab.button("Redo").click());
    await tab.says(2, "supports [-]");
    await expect(tab.theme(THEMES.governance)).toHaveCount(0);
    await undo();
    await tab.says(2, "- [-]");
    await undo();
    await expect(tab.theme(THEMES.governance)).toHaveCount(1);
    await expect(tab.theme("Leaks")).toHaveCount(0);
    // And once more on the way.
    await tab.saved();
    await tab.reload();
    await undo();
    await expect(tab.theme("Leaks")).toHaveCount(1);
    await tab.read(1);
    await expect(tab.theme("Leaks")).toBeChecked();
    while (await tab.button("Undo").isEnabled()) await undo();
    await expect(tab.theme("Leaks")).toHaveCount(0);
    await tab.says(1, "- [-]");
    await tab.saved();
    await tab.reload();
    await expect(tab.button("Undo")).toBeDisabled();
    while (await tab.button("Redo").isEnabled()) await redo();
    await tab.says(2, "supports [-]");
    await expect(tab.theme(THEMES.governance)).toHaveCount(0);
    await expect(tab.theme("Leaks")).toHaveCount(0);
  });
}

test("a new tab has nothing to undo, and one that was closed takes its steps with it", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.saved();
  const other = await tab.another();
  await other.says(1, "supports [-]");
  await expect(other.button("Undo")).toBeDisabled();
  await tab.page.close();
  const again = await other.another();
  await again.says(1, "supports [-]");
  await expect(again.button("Undo")).toBeDisabled();
  await again.press("o");
  await again.button("Undo").click();
  await again.says(1, "supports [-]");
});

test("what a tab cannot read of its steps is dropped in silence", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.says(1, "supports [-]");
  await tab.saved();
  // What keeps steps comes after the first tag of a first visit. From the second start on it is there before anything is done.
  await tab.reload();
  await tab.press("m");
  await tab.says(1, "mixed [-]");
  await tab.saved();
  // Once, when the page has been left and before the app begins anew.
  await tab.page.addInitScript(() => {
    if (sessionStorage.getItem("postil/1/steps") && !sessionStorage.getItem("spoilt")) {
      sessionStorage.setItem("postil/1/steps", '1 {"s":[');
      sessionStorage.setItem("spoilt", "yes");
    }
  });
  await tab.reload();
  await tab.says(1, "mixed [-]");
  await expect.poll(() => tab.page.evaluate(() => sessionStorage.getItem("spoilt"))).toBe("yes");
  await expect(tab.button("Undo")).toBeDisabled();
  await expect(tab.alerts).toHaveCount(0);
  await tab.press("o");
  await tab.saved();
  await tab.reload();
  await tab.button("Undo").click();
  await tab.says(1, "mixed [-]");
});
