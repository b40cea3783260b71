import { expect, paragraphs, test } from "./postil.mjs";

test("single keys go on working after a click in the bar", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.button("Undo").click();
  await tab.says(1, "- [-]");
  await tab.press("o");
  await tab.says(1, "opposes [-]");
  await tab.openFiles("Export");
  await tab.page.keyboard.press("Escape");
  await tab.press("j", "m");
  await tab.says(2, "mixed [-]");
});

test("a double click on an answer chooses it", async ({ tab }) => {
  await tab.open();
  await tab.press("m");
  await tab.page.getByRole("radio", { name: "opposes" }).locator("..").dblclick();
  await tab.says(1, "opposes [-]");
});

test("after scrolling, a tag goes to a paragraph that is seen", async ({ tab }) => {
  await tab.open();
  await tab.paragraph(10).scrollIntoViewIfNeeded();
  await expect(tab.paragraph(1)).not.toBeInViewport();
  await tab.press("s");
  await expect(tab.current).toBeInViewport();
  await expect(tab.current).toHaveAttribute("data-stance", "supports");
  await tab.says(1, "- [-]");
});

test("a pasted text and the choices of its preview are still there after a way back", async ({ tab }) => {
  await tab.open();
  const text = "A title of its own\n\nThe first paragraph of two.\n\nThe second paragraph of two.";
  await tab.openFiles("Open article");
  const dialog = tab.page.locator("dialog[open]");
  await dialog.getByLabel("Paste the text").fill(text);
  await tab.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await tab.openFiles("Open article");
  await expect(dialog.getByLabel("Paste the text")).toHaveValue(text);
  const use = dialog.getByRole("button", { name: "Use this text" });
  await use.click();
  const second = dialog.getByRole("radiogroup", { name: "Part 3" });
  await second.getByRole("radio", { name: "Leave out" }).check();
  await expect(dialog.getByText("1 paragraph, 0 headings, 2 left out")).toBeVisible();
  await dialog.getByRole("button", { name: "Back" }).click();
  await use.click();
  await expect(second.getByRole("radio", { name: "Leave out" })).toBeChecked();
});

test("another screen begins at its head", async ({ tab }) => {
  await tab.open();
  await tab.press("G");
  await expect.poll(() => tab.page.evaluate(() => scrollY)).toBeGreaterThan(500);
  await tab.page.getByRole("link", { name: "Codebook" }).click();
  await expect.poll(() => tab.page.evaluate(() => scrollY)).toBe(0);
  await tab.page.getByRole("link", { name: "Read", exact: true }).click();
  await expect(tab.paragraph(10)).toBeInViewport();
});

test("a long preview draws more of itself as it is scrolled", async ({ tab }) => {
  await tab.open();
  const dialog = await tab.preview(paragraphs(600));
  const blocks = dialog.locator("[data-block]");
  await expect(blocks).toHaveCount(200);
  const body = dialog.locator(".dialog-body");
  await expect
    .poll(async () => {
      await body.evaluate((element) => (element.scrollTop = element.scrollHeight));
      return blocks.count();
    })
    .toBeGreaterThanOrEqual(600);
});
