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
  await expect(verdicts).toContainText("Merged. Annotator 1: 2 new paragraphs.");
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
  await expect(dialog.getByText("The import is taken back: everything is as it was before.")).toBeVisible();
  await tab.close("Import");
  await tab.saved();
  await tab.reload();
  await tab.role("link", "Compare").click();
  await expect(tab.page.getByRole("heading", { name: "Nobody has tagged this article yet" })).toBeVisible();
  await tab.import(file);
  await expect(tab.page.locator("[data-verdict]")).toContainText("Merged. Annotator 1: 1 new paragraph.");
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
