import { expect, test } from "./postil.mjs";

test("a key can be changed, is kept, and can go back", async ({ tab }) => {
  await tab.open();
  await tab.press("?");
  const dialog = tab.role("dialog", "Help");
  await expect(dialog).toBeVisible();
  const row = dialog.getByRole("row", { name: /^Next paragraph [^n]/ });
  await expect(row.getByText("j", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Change the key for Next paragraph", exact: true }).click();
  await tab.press("s");
  await expect(dialog.getByRole("alert")).toContainText("“s” already belongs to “supports”");
  await tab.press("w");
  await expect(dialog.getByRole("alert")).toBeHidden();
  await expect(dialog.getByRole("button", { name: "Reset the key for Next paragraph", exact: true })).toBeVisible();
  await tab.close("Help");
  await tab.press("w");
  await expect(tab.inspector(2)).toBeVisible();
  await tab.press("j");
  await expect(tab.inspector(2)).toBeVisible();
  await tab.saved();
  await tab.reload();
  await expect(tab.inspector(2)).toBeVisible();
  await tab.press("w");
  await expect(tab.inspector(3)).toBeVisible();
  await tab.press("?");
  await dialog.getByRole("button", { name: "Reset the key for Next paragraph", exact: true }).click();
  await tab.close("Help");
  await tab.press("j");
  await expect(tab.inspector(4)).toBeVisible();
});

test("no key of the head of a sequence, of another action, and none that is no character can be taken", async ({ tab }) => {
  await tab.open();
  const dialog = await tab.dialog("Help");
  const change = dialog.getByRole("button", { name: "Change the key for Search the article", exact: true });
  await change.click();
  await tab.press("g");
  await expect(dialog.getByRole("alert")).toContainText("“g” already belongs to “First paragraph”");
  await tab.press("F2");
  await expect(dialog.getByRole("alert")).toContainText("Choose a letter, a digit or a symbol.");
  await tab.press("Escape");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("alert")).toBeHidden();
  await expect(change).toBeVisible();
});

test("single keys can be switched off; undo stays", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  const dialog = await tab.dialog("Help");
  await dialog.getByRole("switch", { name: "Single keys" }).click();
  await expect(dialog.getByRole("switch", { name: "Single keys" })).not.toBeChecked();
  await tab.close("Help");
  await tab.paragraph(1).click();
  await tab.press("o", "j", "1", "?");
  await expect(dialog).toBeHidden();
  await tab.says(1, "supports [-]");
  await expect(tab.inspector(1)).toBeVisible();
  await tab.saved();
  await tab.reload();
  await tab.press("o");
  await tab.says(1, "supports [-]");
  await tab.option("mixed").click();
  await tab.says(1, "mixed [-]");
  await tab.press("Control+z");
  await tab.says(1, "supports [-]");
});

test("every key of the table is in the dialog", async ({ tab }) => {
  await tab.open();
  const dialog = await tab.dialog("Help");
  const keys = await dialog.locator("kbd").allInnerTexts();
  for (const key of ["j", "k", "↓", "↑", "]", "[", "G", "s", "o", "n", "m", "x", "q", "0", "t", "d", "e", "c", "/", "?", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"]) {
    expect(keys, key).toContain(key);
  }
  for (let n = 1; n <= 9; n++) expect(keys).toContain(String(n));
});

test("colours and type can be chosen and are kept", async ({ tab }) => {
  await tab.open();
  const html = tab.page.locator("html");
  const words = tab.paragraph(1).locator(".text");
  const size = () => words.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const usual = await size();
  const choose = (what, word) =>
    tab.page.getByRole("radiogroup", { name: what }).getByRole("radio", { name: word, exact: true }).check();
  await tab.button("Text and colours").click();
  await choose("Colours", "Dark");
  await expect(html).toHaveAttribute("data-scheme", "dark");
  await choose("Typeface", "Sans serif");
  await choose("Text size", "Larger");
  await expect.poll(size).toBeGreaterThan(usual * 1.2);
  await tab.page.keyboard.press("Escape");
  await expect(tab.role("radiogroup", "Colours")).toBeHidden();
  await tab.saved();
  await tab.reload();
  await expect(html).toHaveAttribute("data-scheme", "dark");
  await expect(html).toHaveAttribute("data-reading", "sans");
  await expect(html).toHaveAttribute("data-size", "larger");
  await tab.button("Text and colours").click();
  await choose("Text size", "Medium");
  await expect(html).not.toHaveAttribute("data-size");
});

test("what is written right after the key for the note stands in it, however slow the browser is", async ({ tab }) => {
  // Drawing always takes longer than a frame, so whatever waits for what was drawn could be passed by other events.
  await tab.page.addInitScript(() => {
    const { now } = Date;
    let later = 0;
    Date.now = () => now() + (later += 20);
  });
  await tab.open();
  const focused = await tab.page.evaluate(async () => {
    const places = [];
    // While what the first key changed is still being drawn by this clock, the second comes.
    for (const key of ["j", "e"]) {
      const press = { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", press));
      // Before the next event can come.
      for (let turn = 0; turn < 20; turn += 1) await null;
      places.push(document.activeElement.id);
    }
    return places;
  });
  expect(focused).toEqual(["p2", "note"]);
  await tab.page.keyboard.insertText("ملاحظة");
  await expect(tab.note).toHaveValue("ملاحظة");
  await expect(tab.inspector(2)).toBeVisible();
});
