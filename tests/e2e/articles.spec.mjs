import { readFileSync } from "node:fs";
import { SAMPLE, expect, fixture, journal, json, test, text } from "./postil.mjs";

const from = (name) => fixture("tests/fixtures/texts", name);

// What is found in a text: its title, then `#` heading, `¶` paragraph, `-` left out, each with its first words.
const FOUND = {
  "hard-wrapped.txt": {
    title: "THE LAST FERRY TO THE ISLAND",
    summary: "3 paragraphs, 1 heading, 1 left out",
    second: "It was a quarter past nine when the harbour master rang the bell for the third time, and nobody on the quay looked up. A well-known song came from the open door of the inn.",
  },
  "crlf.txt": {
    title: "A letter from the coast",
    summary: "2 paragraphs, 0 headings, 1 left out",
    second: "The first thing that one notices here is the wind.",
  },
  "one-line-each.txt": {
    title: "Notes from an ordinary meeting",
    summary: "3 paragraphs, 0 headings, 1 left out",
    second: "The chair opened the meeting at ten and thanked everybody for coming.",
  },
};
for (const name of ["latin-1.txt", "utf-16.txt", "utf-16-big-endian.txt", "byte-order-mark.txt"]) {
  FOUND[name] = {
    title: "Ein Brief aus der Stadt",
    summary: "2 paragraphs, 0 headings, 1 left out",
    second: "Grüße aus Köln: das Café an der Ecke heißt jetzt anders.",
  };
}

for (const [name, { title, summary, second }] of Object.entries(FOUND)) {
  test(`${name} opens as it reads`, async ({ tab }) => {
    await tab.open();
    const dialog = await tab.preview(from(name));
    await expect(dialog.getByLabel("Title")).toHaveValue(title);
    await expect(dialog.getByText(summary)).toBeVisible();
    await expect(dialog.getByRole("listitem").nth(1)).toContainText(second);
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    await expect(tab.title).toHaveText(title);
    await expect(tab.paragraph(1)).toContainText(second);
    await expect(tab.page).toHaveTitle(`${title} · Postil`);
  });
}

const REFUSED = {
  "empty.txt": "“empty.txt” was not opened. There is no text in it.",
  "blank.txt": "“blank.txt” was not opened. There is no text in it.",
  "binary.txt": "“binary.txt” was not opened. This does not look like text.",
  "document.pdf": "“document.pdf” was not opened. This is a PDF. Copy its text and paste it here instead.",
  "document.docx": "This is a document of a word processor or a zip file.",
};

test("what cannot be opened says why, and nothing changes", async ({ tab }) => {
  await tab.open();
  const dialog = await tab.dialog("Open article");
  for (const [name, sentence] of Object.entries(REFUSED)) {
    await dialog.getByLabel("Article file").setInputFiles(from(name));
    await expect(dialog.getByRole("alert")).toContainText(sentence);
  }
  await dialog.getByLabel("Article file").setInputFiles(json("half.postil.json", '{"format": "postil", "vers'));
  await expect(dialog.getByRole("alert")).toContainText("“half.postil.json” is damaged.");
  await expect(dialog.getByRole("button", { name: "Use this text" })).toBeDisabled();
  await tab.close("Open article");
  await expect(tab.title).toHaveText(SAMPLE);
  expect(await journal(tab.page, "articles")).toEqual({});
});

test("a pasted text goes through the preview: kinds, title, back, open", async ({ tab }) => {
  await tab.open();
  const words = readFileSync(from("hard-wrapped.txt"), "utf8");
  const dialog = await tab.preview(words);
  const kinds = () => dialog.getByRole("listitem").evaluateAll((blocks) => blocks.map((block) => block.dataset.as));
  expect(await kinds()).toEqual(["leave-out", "paragraph", "heading", "paragraph", "paragraph"]);
  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(dialog.getByLabel("Paste the text")).toHaveValue(words);
  await dialog.getByRole("button", { name: "Use this text" }).click();
  const block = (number, kind) => dialog.getByRole("radiogroup", { name: `Part ${number}` }).getByRole("radio", { name: kind });
  await block(3, "Paragraph").check();
  await block(5, "Leave out").check();
  await block(1, "Heading").check();
  await expect(dialog.getByText("3 paragraphs, 1 heading, 1 left out")).toBeVisible();
  expect(await kinds()).toEqual(["heading", "paragraph", "paragraph", "paragraph", "leave-out"]);
  await dialog.getByLabel("Title").fill("A story of the sea");
  for (const number of [2, 3, 4]) await block(number, "Leave out").check();
  await expect(dialog.getByRole("button", { name: "Open", exact: true })).toBeDisabled();
  for (const number of [2, 3, 4]) await block(number, "Paragraph").check();
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await expect(tab.title).toHaveText("A story of the sea");
  await expect(tab.progress).toHaveText("0 of 3");
  await expect(tab.paragraph(2)).toContainText("THE CROSSING");
  await expect(tab.page.getByRole("radiogroup", { name: "What stance does the author take toward the main claim?" })).toBeVisible();
  await tab.press("s");
  await tab.says(1, "supports [-]");
  await tab.saved();
  await tab.reload();
  await expect(tab.title).toHaveText("A story of the sea");
  await tab.says(1, "supports [-]");
});

test("a dropped file opens, on the page and in the dialog", async ({ tab }) => {
  await tab.open();
  const words = readFileSync(from("one-line-each.txt"), "utf8");
  await tab.drop(tab.page.locator("body"), text("minutes.txt", words));
  const dialog = tab.role("dialog", "Open article");
  await expect(dialog.getByLabel("Title")).toHaveValue("Notes from an ordinary meeting");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await tab.dialog("Open article");
  await tab.drop(dialog.getByLabel("Article file"), text("minutes.txt", words));
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await expect(tab.title).toHaveText("Notes from an ordinary meeting");
});

test("the library lists, reopens, renames, deletes and brings back", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.article("One of my own\n\nIts only thought.");
  await tab.press("o");
  await tab.article("Another of my own\n\nA thought.\n\nA second thought.");
  await tab.press("j", "m");
  await tab.says(2, "mixed [-]");

  const dialog = await tab.dialog("Open article");
  const titles = () => dialog.getByRole("listitem").getByRole("button").filter({ hasText: /\S/ }).allInnerTexts();
  expect(await titles()).toEqual(["Another of my own", "One of my own", SAMPLE]);
  await expect(dialog.getByRole("button", { name: `Remove ${SAMPLE} from the list` })).toBeHidden();
  await dialog.getByRole("button", { name: "One of my own", exact: true }).click();
  await expect(tab.title).toHaveText("One of my own");
  await tab.says(1, "opposes [-]");

  await tab.dialog("Open article");
  await dialog.getByRole("button", { name: "Rename One of my own" }).click();
  await dialog.getByRole("textbox", { name: "New title of One of my own" }).fill("The first of mine");
  await tab.press("Enter");
  await expect(dialog.getByRole("button", { name: "The first of mine", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Remove The first of mine from the list" }).click();
  await expect(dialog.getByRole("button", { name: "The first of mine", exact: true })).toBeHidden();
  await expect(tab.title).toHaveText(SAMPLE);
  await tab.says(1, "supports [-]");
  await dialog.getByRole("button", { name: "Bring it back" }).click();
  await dialog.getByRole("button", { name: "The first of mine", exact: true }).click();
  await expect(tab.title).toHaveText("The first of mine");
  await tab.says(1, "opposes [-]");
  await tab.saved();
  await tab.reload();
  await expect(tab.title).toHaveText("The first of mine");
  await tab.says(1, "opposes [-]");
  await tab.dialog("Open article");
  await dialog.getByRole("button", { name: SAMPLE, exact: true }).click();
  await tab.says(1, "supports [-]");
});

test("a deleted article stays deleted, and the same text opened again has its annotations", async ({ tab }) => {
  const words = "A text that comes back\n\nIts only thought.";
  await tab.open();
  await tab.article(words);
  await tab.make("Coming back");
  await tab.press("x");
  const said = await tab.said(1);
  expect(said).toMatch(/^no-stance \[\w+\]$/);
  const dialog = await tab.dialog("Open article");
  await dialog.getByRole("button", { name: "Remove A text that comes back from the list" }).click();
  await tab.saved();
  await tab.reload();
  await expect(tab.title).toHaveText(SAMPLE);
  await tab.dialog("Open article");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await tab.close("Open article");
  await tab.article(words);
  await tab.says(1, said);
  await expect(tab.theme("Coming back")).toBeChecked();
});

test("an article whose text is gone says so and keeps its annotations", async ({ tab }) => {
  await tab.open();
  await tab.article("A text that gets lost\n\nIts only thought.");
  await tab.press("s");
  await tab.saved();
  await tab.page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open("postil");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("articles", "readwrite");
          transaction.objectStore("articles").clear();
          transaction.oncomplete = () => done(opening.result.close());
        };
      }),
  );
  await tab.reload();
  await expect(tab.alerts).toContainText("The text of “A text that gets lost” is not in this browser any more.");
  await expect(tab.title).toHaveText(SAMPLE);
  await tab.article("A text that gets lost\n\nIts only thought.");
  await tab.says(1, "supports [-]");
});

test("hostile titles and texts stay words", async ({ tab }) => {
  await tab.open();
  const words = `<img src=x onerror=alert(1)> and <script>alert(2)</script> here\n\n<b>bold</b> &amp; “${"\u202e"}odd” ${"x".repeat(5000)}.\n\n${"\u0301".repeat(200)} stacked.`;
  await tab.article(words);
  await expect(tab.title).toContainText("<img src=x onerror=alert(1)>");
  await expect(tab.paragraph(1)).toContainText("<b>bold</b> &amp;");
  await tab.press("s");
  await tab.says(1, "supports [-]");
  expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("right to left", async ({ tab }) => {
  await tab.open();
  await tab.article(from("arabic.txt"));
  await expect(tab.title).toHaveText("رسالة قصيرة من المدينة القديمة");
  const article = tab.page.getByRole("article");
  await expect(article).toHaveAttribute("dir", /^(rtl|auto)$/);
  const direction = await tab.paragraph(1).locator("p").evaluate((element) => getComputedStyle(element).direction);
  expect(direction).toBe("rtl");
  await expect(tab.page.locator("html")).not.toHaveAttribute("dir", "rtl");
  await tab.make("المدينة");
  await tab.press("s", "j", "e");
  await tab.page.keyboard.type("ملاحظة");
  await tab.press("Escape");
  await expect.poll(() => tab.said(1)).toMatch(/^supports \[\w+\]$/);
  await tab.saved();
  await tab.reload();
  await tab.paragraph(2).click();
  await expect(tab.note).toHaveValue("ملاحظة");
  expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
