import { expect, test } from "./postil.mjs";

/** A screen with the example class on it. */
async function example(tab, screen) {
  await tab.example();
  if (screen !== "Compare") await tab.role("link", screen).click();
}

test("the paragraphs to decide are one stop of the Tab key, and arrow keys go through them", async ({ tab }) => {
  await example(tab, "Compare");
  await tab.after("Decide");
  const list = tab.role("navigation", "Paragraphs");
  const entries = list.getByRole("button");
  await expect(entries).toHaveCount(10);
  await entries.first().focus();
  await tab.press("ArrowDown", "ArrowDown");
  await expect(entries.nth(2)).toBeFocused();
  await tab.press("End", "ArrowDown");
  await expect(entries.last()).toBeFocused();
  await tab.press("Home", "ArrowUp");
  await expect(entries.first()).toBeFocused();
  await tab.press("Tab");
  await expect(list.locator(":focus"), "one Tab leaves the list").toHaveCount(0);
  await tab.press("Shift+Tab");
  await expect(entries.first()).toBeFocused();
  // The one that is opened is the one that Tab comes to.
  await tab.press("ArrowDown", "ArrowDown", "ArrowDown", "Enter");
  await expect(tab.page.getByRole("heading", { name: "Paragraph 4", exact: true })).toBeFocused();
  await tab.press("Shift+Tab");
  await expect(entries.nth(3)).toBeFocused();
});

test("a reload in the middle of a discussion goes on at its paragraph and step", async ({ tab }) => {
  await example(tab, "Discuss");
  const stage = tab.page.getByRole("heading", { level: 1 }).filter({ hasText: /^Paragraph/ });
  await tab.press("PageDown", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown");
  await expect(tab.role("radio", "Reveal")).toBeChecked();
  const before = await stage.textContent();
  expect(before).toMatch(/2 of \d+/);
  const depth = await tab.page.evaluate(() => history.length);
  await tab.reload();
  await expect(tab.role("radio", "Reveal")).toBeChecked();
  await expect(stage).toHaveText(before);
  await tab.press("PageUp");
  await expect(tab.role("radio", "Vote", { exact: true })).toBeChecked();
  // Whoever comes back to it goes on, and no step is a page to go back through.
  await tab.button("Leave").click();
  await tab.role("link", "Discuss").click();
  await expect(stage).toHaveText(before);
  expect(await tab.page.evaluate(() => history.length)).toBe(depth + 2);
});

test("what is voted stands beside what was answered before, where it is decided and in the report", async ({ tab }) => {
  await example(tab, "Discuss");
  await tab.press("PageDown");
  await tab.page.getByLabel("Votes for supports").fill("9");
  await tab.press("PageDown", "PageDown");
  await tab.page.getByLabel("Votes for mixed").fill("5");
  await tab.press("PageDown");
  const votes = tab.page.getByRole("table");
  await expect(votes.getByRole("columnheader")).toHaveText(["Answer", "Before class", "First vote", "Second vote"]);
  await expect(votes.getByRole("row", { name: /supports/ })).toContainText("9");
  await expect(votes.getByRole("row", { name: /mixed/ })).toContainText("5");
  await tab.button("Leave").click();
  await tab.role("link", "Report of the class").click();
  const sheet = tab.role("article", "Report");
  await expect(sheet.getByText("First vote: ▲ supports 9")).toBeVisible();
  await expect(sheet.getByText("Second vote: ◆ mixed 5")).toBeVisible();
});

test("print: the switch of marks stays on the screen", async ({ tab }) => {
  await example(tab, "Read");
  const marks = tab.role("radiogroup", "Marks");
  await expect(marks).toBeVisible();
  await tab.page.emulateMedia({ media: "print" });
  await expect(tab.title).toBeVisible();
  await expect(marks).toBeHidden();
});
