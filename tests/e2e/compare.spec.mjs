import { SAMPLE, expect, paragraphs, test, text } from "./postil.mjs";
import { bring, classOf } from "./class.mjs";

/** The board with the example class on it. */
async function example(tab) {
  await tab.example("Board");
  await expect(tab.role("grid", "Everybody’s answers")).toBeVisible();
}

/** The same with random people on a text of one's own. */
async function random(tab, count, annotators) {
  await tab.open();
  await tab.article(text("long.txt", paragraphs(count)));
  await tab.press("s");
  const { text: pattern } = await tab.export();
  await bring(tab, classOf(pattern, { annotators }));
  await tab.close("Import");
  await tab.screen("Compare");
  await tab.part("Board");
  await expect(tab.role("grid", "Everybody’s answers")).toBeVisible();
}

const part = (tab, name) => tab.page.locator("label", { has: tab.role("radio", name) });

test("the example class comes in one step, is said to be made up, and goes in one", async ({ tab }) => {
  await example(tab);
  await expect(tab.page.getByText("These twelve people are made up, to try things with.")).toBeVisible();
  await expect(tab.page.getByText("12 people", { exact: true })).toBeVisible();
  // One program's elements stand inside the other's: neither may take the other's events for its own.
  await tab.role("grid", "Everybody’s answers").getByRole("columnheader").first().focus();
  await expect(tab.page.locator(".toast")).toHaveAttribute("data-shown", "false", { timeout: 15_000 });
  await tab.saved();
  await tab.reload();
  await tab.button("Remove the example class").click();
  await expect(tab.page.getByRole("heading", { name: "Nobody has tagged this article yet" })).toBeVisible();
  await tab.button("Undo").click();
  await expect(tab.page.getByText("12 people", { exact: true })).toBeVisible();
});

test("Compare opens with sentences whose paragraphs are links, above a bar of answers for each paragraph", async ({ tab }) => {
  await tab.example();
  const panel = tab.role("tabpanel", "Overview");
  const sentences = panel.getByRole("list", { name: "What there is to say" }).getByRole("listitem");
  await expect(sentences.first()).toContainText(/^You are furthest apart on paragraphs 10 and 7\./);
  expect(await sentences.count()).toBeGreaterThanOrEqual(3);
  await expect(panel.getByRole("img")).toHaveCount(10);
  await expect(panel.getByRole("img").first()).toHaveAccessibleName("10 neutral, 2 no stance");
  await sentences.first().getByRole("link", { name: "paragraph 7" }).click();
  await expect(tab.page).toHaveURL(/#p7$/);
  await expect(tab.inspector(7)).toBeVisible();
});

test("the parts of Compare are tabs that arrow keys open, and what comes once the class has talked stands in Class", async ({ tab }) => {
  await tab.example();
  await tab.role("tab", "Overview").focus();
  await tab.press("ArrowRight");
  await expect(tab.role("tab", "People")).toBeFocused();
  await expect(tab.role("tabpanel", "People").getByRole("grid")).toBeVisible();
  await tab.press("Tab", "Shift+Tab");
  await expect(tab.role("tab", "People"), "one stop of the Tab key").toBeFocused();
  await tab.press("End");
  await expect(tab.role("tabpanel", "Numbers")).toBeVisible();
  await tab.press("ArrowRight");
  await expect(tab.role("tabpanel", "Overview")).toBeVisible();
  // How much people agree, and in which way they differ, are two ways to see one part.
  await tab.part("Kinds of disagreement");
  await expect(tab.role("tabpanel", "Numbers").getByRole("columnheader", { name: "Kind of disagreement" })).toBeVisible();
  await tab.after("Decide");
  await expect(tab.page).toHaveURL(/#\/class\/decide$/);
  await tab.reload();
  await expect(tab.role("heading", "Decide")).toBeVisible();
  await tab.role("main").getByRole("link", { name: "Back to Class", exact: true }).click();
  await expect(tab.role("heading", "Class")).toBeVisible();
});

test("the board is a table that arrow keys go through, and whose paragraphs can be opened", async ({ tab }) => {
  await example(tab);
  const grid = tab.role("grid", "Everybody’s answers");
  await expect(grid.getByRole("row")).toHaveCount(11);
  await expect(grid.getByRole("columnheader")).toHaveCount(15);
  await grid.getByRole("columnheader").first().focus();
  await tab.press("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight");
  const cell = tab.page.locator(":focus");
  await expect(cell).toHaveAttribute("role", "gridcell");
  await expect(cell).toHaveAttribute("aria-label", /^(supports|opposes|mixed|neutral|no stance)/);
  await tab.press("End", "ArrowUp");
  await expect(cell).toHaveAttribute("role", "columnheader");
  await tab.press("ArrowDown", "ArrowDown", "ArrowDown", "Enter");
  await expect(tab.page).toHaveURL(/#p3$/);
  await expect(tab.inspector(3)).toBeVisible();
});

test("the board sorts, filters, and names people only when asked", async ({ tab }) => {
  await example(tab);
  const grid = tab.role("grid", "Everybody’s answers");
  const first = grid.getByRole("rowheader").first();
  await expect(first).toContainText("Twice in 2022");
  await part(tab, "By disagreement").click();
  await expect(first).toContainText("Paper alone will not settle");
  await part(tab, "Unanswered by some").click();
  await expect(tab.page.getByText(/^\d of 10 paragraphs$/)).toBeVisible();
  await tab.role("combobox", "Theme").selectOption("espionage");
  await tab.role("combobox", "Answer").selectOption("opposes");
  await expect(grid.getByRole("rowheader")).toHaveCount(1);
  await expect(tab.page.getByText("(example)")).toHaveCount(0);
  const rows = await tab.annotators();
  await expect(rows.first()).toContainText("Person 1");
  await tab.role("checkbox", "Show names").click();
  await expect(rows.first()).toContainText("(example)");
});

test("numbers have an interval, a sentence and an explanation, and follow who is chosen", async ({ tab }) => {
  await example(tab);
  await tab.part("Numbers");
  const alpha = tab.role("group", "Krippendorff’s alpha");
  await expect(alpha).toContainText(/95%: −?\d\.\d\d to −?\d\.\d\d/);
  await expect(alpha).toContainText("10 paragraphs");
  const value = await alpha.locator(".figure-value").textContent();
  await tab.button("How is this computed? Krippendorff’s alpha").click();
  await expect(alpha).toContainText("α = 1 − D observed ÷ D expected");
  await expect(alpha.getByRole("table")).toHaveCount(2);
  await expect(alpha.getByRole("link")).toHaveCount(5);
  await expect(tab.role("group", "Fleiss’ kappa")).toContainText("does not apply: not every paragraph was answered by the same number of people");
  await part(tab, "Answered by everybody").click();
  await expect(tab.role("group", "Fleiss’ kappa")).toContainText(/95%: /);
  await part(tab, "All paragraphs").click();
  const rows = await tab.annotators();
  await rows.first().getByRole("checkbox").click();
  await expect(tab.page.getByText("11 of 12 people", { exact: true })).toBeVisible();
  await expect(alpha.locator(".figure-value")).not.toHaveText(value);
  await tab.button(/^.?Person \d+.? and .?Person \d+.?: /).first().click();
  await expect(tab.role("group", /^Cohen’s kappa: .?Person \d+.? and .?Person \d+/)).toContainText("κ = (Po − Pe) ÷ (1 − Pe)");
});

test("kinds of disagreement are counted in words", async ({ tab }) => {
  await example(tab);
  await tab.part("Kinds of disagreement");
  for (const kind of ["opposite", "one takes a side, one is neutral", "one is mixed, one takes a side", "one sees a stance, one sees none"]) {
    await expect(tab.page.getByRole("rowheader").filter({ hasText: kind })).toBeVisible();
  }
  // Who has not coded a paragraph does not differ on it: a line of its own, without a share.
  await expect(tab.page.getByRole("row", { name: /^not answered/ })).toContainText("not counted as a difference or in any share");
  await expect(tab.page.getByRole("heading", { name: "Answers that are confused most" })).toBeVisible();
  await tab.button(/^Paragraph 10, \d+ pairs$/).first().click();
  await expect(tab.page.getByRole("heading", { name: "Paragraph 10", exact: true })).toBeVisible();
});

test("thirty annotators and 200 paragraphs: drawn in sections, and one tag changes one row", async ({ tab }) => {
  await random(tab, 200, 30);
  const grid = tab.role("grid", "Everybody’s answers");
  await expect(grid).toHaveAttribute("aria-rowcount", "201");
  const drawn = await grid.getByRole("row").count();
  expect(drawn).toBeLessThan(80);
  await grid.evaluate((grid) => {
    grid.parentElement.scrollTop = 1e6;
  });
  await expect.poll(() => grid.getByRole("row").count()).toBeGreaterThan(drawn);
  // Another tab tags a paragraph: this one follows.
  const beside = await tab.another();
  await beside.read(2);
  await tab.page.evaluate(() => {
    globalThis.changes = 0;
    new MutationObserver((list) => {
      globalThis.changes += list.reduce((sum, { addedNodes, removedNodes }) => sum + 1 + addedNodes.length + removedNodes.length, 0);
    }).observe(document.querySelector("[role=grid]"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await beside.press("o");
  await beside.saved();
  await expect(grid.getByRole("row").nth(2).getByLabel("opposes", { exact: true })).not.toHaveCount(0);
  expect(await tab.page.evaluate(() => globalThis.changes)).toBeLessThan(40);
});

test("the margin of the article shows mine, everybody’s or the agreed marks", async ({ tab }) => {
  await example(tab);
  await tab.role("link", "Read").click();
  await tab.read(1);
  await tab.press("o");
  await part(tab, "Everybody").click();
  await expect(tab.paragraph(1)).toContainText("10 neutral");
  await tab.says(1, "opposes [-]");
  await part(tab, "Agreed").click();
  await expect(tab.paragraph(1)).not.toContainText("neutral");
  await part(tab, "Mine").click();
  await expect(tab.paragraph(1)).toContainText("opposes");
});

test("a part that arrives changed is not run, and the page goes on", async ({ tab, faults }) => {
  await tab.page.route("**/class-*.wasm", async (route) => {
    const response = await route.fetch();
    // One more section at its end, which means nothing: the file would run as well as before.
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0, 2, 1, 120])]) });
  });
  await tab.open();
  await tab.role("link", "Compare").click();
  await expect(tab.page.getByText("This part of Postil could not be loaded.")).toBeVisible();
  await tab.role("link", "Read").click();
  await tab.read(1);
  await tab.press("s");
  await tab.says(1, "supports [-]");
  await expect(tab.title).toHaveText(SAMPLE);
  // The next time that it is wanted it is fetched anew.
  await tab.page.unroute("**/class-*.wasm");
  await tab.role("link", "Compare").click();
  await expect(tab.role("button", "Try with an example class")).toBeVisible();
  expect(faults.filter((fault) => !/integrity|class-|Failed to fetch/.test(fault))).toEqual([]);
  faults.length = 0;
});
