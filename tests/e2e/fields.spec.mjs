// Whoever is in a field keeps it: what another tab saves is drawn around it, and never into it.

import { expect, test } from "./postil.mjs";

/** The other tab tags a paragraph, and this one has heard of it. */
async function meanwhile(tab, other, key, stance) {
  await other.read(1);
  await other.press(key);
  await expect(tab.page.locator("#p1")).toHaveAttribute("data-stance", stance);
}

/** Half of the words are typed, the other tab saves, and the other half follows. */
async function keeps(tab, other, field, first, rest) {
  await field.click();
  await tab.page.keyboard.press("ControlOrMeta+a");
  await tab.page.keyboard.type(first);
  await meanwhile(tab, other, "s", "supports");
  await expect(field).toHaveValue(first);
  await tab.page.keyboard.type(rest);
  await expect(field).toHaveValue(first + rest);
  // Also once the focus is elsewhere: the words have gone nowhere yet.
  await tab.page.keyboard.press("Tab");
  await meanwhile(tab, other, "o", "opposes");
  await expect(field).toHaveValue(first + rest);
}

test("a name for somebody new is not overwritten when another tab saves", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.button("Annotator: Reader 1").click();
  const dialog = tab.role("dialog", "People in this browser");
  const field = dialog.getByLabel("Add a person");
  await keeps(tab, other, field, "Ada ", "Lovelace");
  await field.press("Enter");
  await expect(tab.button("Annotator: Ada Lovelace")).toBeVisible();
});

test("a name being changed is not overwritten when another tab saves", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.press("m");
  await other.says(1, "mixed [-]");
  await tab.button("Annotator: Reader 1").click();
  const dialog = tab.role("dialog", "People in this browser");
  await dialog.getByRole("button", { name: "Rename Reader 1" }).click();
  const field = dialog.getByRole("textbox", { name: "New name of Reader 1" });
  await expect(field).toHaveValue("Reader 1");
  await keeps(tab, other, field, "Grace ", "Hopper");
});

test("a suggested name follows the others until somebody types", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.button("Annotator: Reader 1").click();
  const field = tab.role("dialog", "People in this browser").getByLabel("Add a person");
  await expect(field).toHaveValue("Reader 2");
  await other.button("Annotator: Reader 1").click();
  await other.role("dialog", "People in this browser").getByRole("button", { name: "Add", exact: true }).click();
  await expect(other.button("Annotator: Reader 2")).toBeVisible();
  await expect(field).toHaveValue("Reader 3");
});

test("a title in the library is not overwritten when another tab saves, and keeps the cursor when the list changes", async ({ tab }) => {
  await tab.open();
  await tab.article("One of my own\n\nIts only paragraph, long enough to be one.");
  await tab.article("Another of my own\n\nIts only paragraph is another, and also long.");
  await tab.dialog("Open article");
  await tab.role("dialog", "Open article").getByRole("button", { name: "Whose shared future?", exact: true }).click();
  const other = await tab.another();
  const dialog = await tab.dialog("Open article");
  await dialog.getByRole("button", { name: "Rename One of my own" }).click();
  const field = dialog.getByRole("textbox", { name: "New title of One of my own" });
  await keeps(tab, other, field, "A title ", "of mine");

  // A title given elsewhere moves its article to the top of the list.
  await field.focus();
  await tab.press("End");
  const beside = await other.dialog("Open article");
  await beside.getByRole("button", { name: "Rename Another of my own" }).click();
  await other.page.keyboard.type("Quite another");
  await other.press("Enter");
  await expect(dialog.getByRole("button", { name: "Quite another", exact: true })).toBeVisible();
  await beside.getByRole("button", { name: "Rename One of my own" }).click();
  await other.page.keyboard.type("First of all");
  await other.press("Enter");
  const same = dialog.getByRole("textbox", { name: "New title of First of all" });
  await expect(same).toBeFocused();
  await tab.page.keyboard.type(" alone");
  await expect(same).toHaveValue("A title of mine alone");
});

test("words to search, a note and a new title are kept while another tab saves", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.press("/");
  const words = tab.role("searchbox", "Search");
  await tab.page.keyboard.type("white ");
  await meanwhile(tab, other, "s", "supports");
  await tab.page.keyboard.type("paper");
  await expect(words).toHaveValue("white paper");
  await tab.press("Escape");
  // Closed and opened again, it searches nothing and shows nothing.
  await tab.press("/");
  await expect(words).toHaveValue("");
  await tab.press("Escape");

  await tab.press("e");
  await tab.page.keyboard.type("half of ");
  await meanwhile(tab, other, "o", "opposes");
  await other.note.fill("what the other tab says");
  await other.press("Escape");
  await other.saved();
  await expect(tab.note).toHaveValue("half of ");
  await tab.page.keyboard.type("a note");
  await expect(tab.note).toHaveValue("half of a note");
  await tab.press("Escape");

  const preview = await tab.preview("A title\n\nIts only paragraph, long enough to be one.");
  const title = preview.getByLabel("Title");
  await expect(title).toHaveValue("A title");
  await title.fill("Another ");
  await meanwhile(tab, other, "m", "mixed");
  await tab.page.keyboard.type("title");
  await expect(title).toHaveValue("Another title");
  await preview.getByRole("button", { name: "Open", exact: true }).click();
  await expect(tab.title).toHaveText("Another title");
});

test("the class’s sentence and a count of hands are kept while another tab saves", async ({ tab }) => {
  await tab.open("#/compare");
  await tab.button("Try with an example class").click();
  await expect(tab.role("tab", "Overview")).toBeVisible();
  const other = await tab.another("#/read");
  await tab.after("Decide");
  const sentence = tab.role("textbox", "Reason in one sentence");
  await sentence.click();
  await tab.page.keyboard.type("What we ");
  await meanwhile(tab, other, "s", "supports");
  await tab.page.keyboard.type("agreed");
  await expect(sentence).toHaveValue("What we agreed");

  await tab.screen("Discuss");
  await expect(tab.page.getByRole("heading", { level: 1, name: /^Paragraph/ })).toBeVisible();
  await tab.press("PageDown");
  const hands = tab.page.getByLabel("Votes for supports");
  await hands.click();
  await tab.page.keyboard.type("1");
  await meanwhile(tab, other, "o", "opposes");
  await tab.page.keyboard.type("2");
  await expect(hands).toHaveValue("12");
});
