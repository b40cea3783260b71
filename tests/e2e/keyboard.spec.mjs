import { THEMES, expect, test } from "./postil.mjs";

// What each paragraph of the sample is given: a stance, two themes, and how they are stored, in the order of the codebook.
const CODING = [
  ["n", "2", "5", "neutral [governance rivalry]"],
  ["n", "3", "1", "neutral [sovereignty data-security]"],
  ["s", "4", "6", "supports [digital-economy cooperation]"],
  ["s", "2", "1", "supports [sovereignty governance]"],
  ["o", "8", "1", "opposes [sovereignty openness]"],
  ["o", "3", "8", "opposes [data-security openness]"],
  ["x", "7", "5", "no-stance [rivalry espionage]"],
  ["o", "9", "5", "opposes [rivalry image]"],
  ["m", "2", "6", "mixed [governance cooperation]"],
  ["m", "9", "2", "mixed [governance image]"],
];

test("the whole sample is coded without a mouse in at most 60 key presses", async ({ tab }) => {
  await tab.open();
  for (const [at, [stance, one, two]] of CODING.entries()) {
    if (at > 0) await tab.press("j");
    await tab.press(stance, one, two);
  }
  expect(tab.presses).toBeLessThanOrEqual(60);
  const check = async () => {
    for (const [at, [, , , said]] of CODING.entries()) await tab.says(at + 1, said);
    await expect(tab.progress).toHaveText("10 of 10");
  };
  await check();
  await tab.saved();
  await tab.reload();
  await check();
});

test("keys move through the article", async ({ tab }) => {
  await tab.open();
  const at = (number) => expect(tab.current).toHaveAccessibleName(`Paragraph ${number}`);
  await tab.press("j");
  await at(2);
  await expect(tab.paragraph(2)).toBeFocused();
  await tab.press("ArrowDown", "ArrowDown", "ArrowUp");
  await at(3);
  await tab.press("G");
  await at(10);
  await expect(tab.paragraph(10)).toBeInViewport();
  await tab.press("j");
  await at(10);
  await tab.press("g", "g");
  await at(1);
  await tab.press("s", "0", "j", "j", "s", "0", "g", "g", "]");
  await at(2);
  await tab.press("]");
  await at(4);
  await tab.press("[");
  await at(2);
});

test("what is taken back takes the focus along, where a paragraph has it", async ({ tab }) => {
  await tab.open();
  await tab.press("s", "j", "o", "j");
  await expect(tab.paragraph(3)).toBeFocused();
  await tab.press("Control+z");
  await expect(tab.paragraph(2)).toBeFocused();
  await tab.press("Control+z", "n");
  await expect(tab.paragraph(1)).toBeFocused();
  await tab.says(1, "neutral [-]");
});

test("Escape leads from an answer or a theme back to the article", async ({ tab }) => {
  await tab.open();
  await tab.inspector(1).getByRole("radio").first().focus();
  await tab.press("Escape");
  await expect(tab.paragraph(1)).toBeFocused();
  await tab.theme(THEMES.rivalry).focus();
  await tab.press("Escape");
  await expect(tab.paragraph(1)).toBeFocused();
  await tab.says(1, "- [-]");
});

test("the same key again clears, and zero says that no theme applies", async ({ tab }) => {
  await tab.open();
  await tab.press("o", "2", "0");
  await tab.says(1, "opposes []");
  await tab.press("o", "0");
  await tab.says(1, "- [-]");
  await tab.press("c");
  await tab.press("n", "c", "c");
  await expect(tab.option("medium")).toBeChecked();
});

test("a theme is found by typing", async ({ tab }) => {
  await tab.open();
  await tab.press("t");
  const finder = tab.role("textbox", "Find a theme").or(tab.role("combobox", "Find a theme"));
  await expect(finder).toBeFocused();
  await tab.page.keyboard.type("espi");
  await tab.press("Enter");
  await tab.says(1, "- [espionage]");
  await tab.press("Escape");
  await expect(finder).not.toBeFocused();
  await tab.press("s");
  await tab.says(1, "supports [espionage]");
  // One that is made by mouse leaves the other themes where they are, as one that is made with Enter does.
  await finder.fill("Small states");
  await tab.page.getByRole("button", { name: /^Create the theme/ }).click();
  await expect(finder).toHaveValue("");
  await expect(tab.theme(THEMES.rivalry)).toBeVisible();
  await expect(tab.theme("Small states")).toBeChecked();
});

test("one key says what the choice made last means, and leads to where one made it before", async ({ tab }) => {
  await tab.open();
  await tab.press("1", "j", "1", "j", "1", "d");
  const definition = tab.page.getByText(/^The idea that each state/).filter({ visible: true });
  await expect(definition).toBeVisible();
  // On a usual laptop all of it is seen.
  const [card, window] = [await tab.page.locator(":popover-open").boundingBox(), tab.page.viewportSize()];
  expect(card.y + card.height).toBeLessThan(window.height);
  const before = tab.page.locator(":popover-open").getByRole("link", { name: /^Paragraph \d/ });
  await expect(before).toHaveText([/^Paragraph 2/, /^Paragraph 1/]);
  await tab.press("Tab", "Enter");
  await expect(definition).toBeHidden();
  await expect(tab.current).toHaveAccessibleName("Paragraph 2");
  await expect(tab.paragraph(2)).toBeFocused();
  await tab.press("s", "d");
  await expect(tab.page.getByRole("definition").filter({ visible: true })).toHaveCount(5);
  await tab.press("Escape");
  await expect(tab.page.getByRole("definition").filter({ visible: true })).toHaveCount(0);
});

test("letters are letters where people write", async ({ tab }) => {
  await tab.open();
  await tab.press("e");
  await expect(tab.note).toBeFocused();
  await tab.page.keyboard.type("so no more 123 jk?/");
  await expect(tab.note).toHaveValue("so no more 123 jk?/");
  await tab.press("Escape");
  await expect(tab.paragraph(1)).toBeFocused();
  await tab.says(1, "- [-]");
  await tab.press("/");
  await expect(tab.role("searchbox", "Search")).toBeFocused();
  await tab.page.keyboard.type("sons");
  await tab.says(1, "- [-]");
});

test("the search goes from finding to finding", async ({ tab }) => {
  await tab.open();
  await tab.press("/");
  await tab.page.keyboard.type("white paper");
  const panel = tab.page.getByRole("search");
  await expect(panel.getByText(/^\d+ found$/)).toBeVisible();
  await tab.press("Enter");
  // The first one is the question, which is above the article.
  await expect(panel.getByText(/^2 of \d+$/)).toBeVisible();
  await expect(tab.current).toBeInViewport();
  const first = await tab.current.getAttribute("id");
  await tab.press("Enter");
  await expect(panel.getByText(/^3 of \d+$/)).toBeVisible();
  expect(await tab.current.getAttribute("id")).not.toBe(first);
  await tab.press("Shift+Enter");
  await expect(tab.page.locator(`#${first}`)).toHaveAttribute("aria-current", "true");
  await tab.role("searchbox", "Search").fill("there are no such words in it");
  await expect(panel.getByText("Not found")).toBeVisible();
  await tab.press("Escape");
  await expect(panel).toBeHidden();
  await expect(tab.current).toBeFocused();
});

test("Ctrl+F stays the browser's", async ({ tab }) => {
  await tab.open();
  const prevented = await tab.page.evaluate(() => {
    const press = (init) => {
      const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return [press({ key: "f", ctrlKey: true }), press({ key: "f", altKey: true }), press({ key: "/" })];
  });
  expect(prevented).toEqual([false, false, true]);
});

test("everything in the inspector can be reached and worked with the keyboard", async ({ tab }) => {
  await tab.open();
  await tab.option("supports").focus();
  await tab.press("Space");
  await tab.says(1, "supports [-]");
  await tab.press("ArrowDown");
  await tab.says(1, "opposes [-]");
  await tab.theme(THEMES.sovereignty).focus();
  await tab.press("Space");
  await tab.says(1, "opposes [sovereignty]");
  await tab.press("2");
  await tab.says(1, "opposes [sovereignty governance]");
  await tab.press("j");
  await expect(tab.inspector(2)).toBeVisible();
});

test("there is a way past the bar to the screen that one is on", async ({ tab }) => {
  await tab.open();
  await tab.role("link", "Codebook").click();
  await expect(tab.page.getByRole("heading", { level: 1 })).toBeVisible();
  await tab.page.reload();
  await expect(tab.page.getByRole("heading", { level: 1 })).toBeVisible();
  await tab.press("Tab");
  await expect(tab.role("link", "Skip to the content")).toBeFocused();
  await tab.press("Enter");
  await expect(tab.page).toHaveURL(/#\/codebook$/);
  await tab.press("Tab");
  await expect(tab.page.locator("#screen :focus")).toHaveCount(1);
});

test("there is a way past the bar, and the overview is a slider", async ({ tab }) => {
  await tab.open();
  await tab.press("Tab");
  await expect(tab.role("link", "Skip to the article")).toBeFocused();
  await tab.press("Enter");
  await expect(tab.paragraph(1)).toBeFocused();
  const overview = tab.role("slider", "Overview");
  await overview.focus();
  await tab.press("End");
  await expect(tab.inspector(10)).toBeVisible();
  await expect(overview).toHaveAttribute("aria-valuetext", "Paragraph 10 of 10");
  await tab.press("ArrowUp");
  await expect(tab.inspector(9)).toBeVisible();
  const box = await overview.boundingBox();
  await tab.page.mouse.click(box.x + box.width / 2, box.y + 3);
  await expect(tab.inspector(1)).toBeVisible();
});
