import { THEMES, expect, test } from "./postil.mjs";

test("the bar says which paragraph has no answer, and leads there from any screen", async ({ tab }) => {
  await tab.open();
  for (let n = 1; n <= 10; n += 1) await tab.press(...(n === 3 ? ["1", "j"] : ["s", "1", "j"]));
  await expect(tab.progress).toHaveText("9 of 10 · paragraph 3 has no answer");
  await tab.button("paragraph 3 has no answer").click();
  await expect(tab.inspector(3)).toBeVisible();
  await expect(tab.paragraph(3)).toBeInViewport();
  await tab.screen("Codebook");
  await tab.button("paragraph 3 has no answer").click();
  await expect(tab.role("link", "Read")).toHaveAttribute("aria-current", "page");
  await expect(tab.paragraph(3)).toBeInViewport();
  await tab.press("o");
  await expect(tab.progress).toHaveText("10 of 10");
  await expect(tab.button("paragraph 3 has no answer")).toBeHidden();
  await expect(tab.role("progressbar", "Paragraphs answered")).toHaveJSProperty("value", 10);
});

test("brackets go to what lacks something", async ({ tab }) => {
  await tab.open();
  await tab.press("s", "1", "j", "s", "j", "s", "0", "j", "2", "g", "g", "]");
  await expect(tab.inspector(2)).toBeVisible();
  await tab.press("]");
  await expect(tab.inspector(4)).toBeVisible();
  await tab.press("[");
  await expect(tab.inspector(2)).toBeVisible();
});

for (const { name, options } of [
  { name: "a laptop", options: { viewport: { width: 1366, height: 768 } } },
  { name: "a phone", options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
]) {
  test(`a second tap that takes an answer away says so beside the answers, with Undo, on ${name}`, async ({ person }) => {
    const tab = await person(options);
    await tab.open();
    await tab.option("supports").check();
    await tab.says(1, "supports [-]");
    await tab.option("supports").click();
    await tab.says(1, "- [-]");
    const said = tab.page.getByText("Paragraph 1: “supports” is removed.");
    await expect(said).toBeVisible();
    const [words, answers] = [await said.boundingBox(), await tab.option("supports").locator("..").boundingBox()];
    // No further than a hand's breadth, and not over the answers themselves.
    expect(Math.abs(words.y - answers.y)).toBeLessThan(320);
    expect(words.x + words.width <= answers.x || words.y + words.height <= answers.y).toBe(true);
    await tab.page.getByRole("status").filter({ has: said }).getByRole("button", { name: "Undo" }).click();
    await tab.says(1, "supports [-]");
  });
}

test("a theme alone is not an answer", async ({ tab }) => {
  await tab.open();
  await tab.theme(THEMES.rivalry).check();
  await expect(tab.progress).toHaveText("0 of 10");
  await tab.option("mixed").check();
  await expect(tab.progress).toHaveText("1 of 10");
});
