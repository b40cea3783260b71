// Under a thumb, whatever is pressed is 44 px high and wide, on every screen and in every dialog.

import { expect, test } from "./postil.mjs";

const THUMB = 44;

/**
 * What can be pressed and is smaller, with its size. A label is pressed for what it names. Not meant: what only the keyboard reaches
 * (the way past the bar), links within a sentence, what is there for screen readers alone, a title whose whole row is pressed,
 * and columns of a chart, which are as wide as there are paragraphs (24 px at least, by axe's rule).
 */
const small = (least) => {
  const pressed = "button, a[href], summary, select, input:not([type=hidden]), textarea, [role=tab], [role=radio], [role=checkbox]";
  const box = (each) => each.getBoundingClientRect();
  const clipped = (each) => each !== document.body && (box(each).width <= 2 || (box(each).height <= 2 && box(each).height > 0) || clipped(each.parentElement));
  const target = (each) => each.closest("label") ?? (each.matches("[type=checkbox], [type=radio]") ? (each.labels[0] ?? each) : each);
  const meant = (each) =>
    each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !each.disabled &&
    !each.matches(".skip, .portrait-column, .library button.title, p .link") &&
    !getComputedStyle(each).display.match(/^inline$/) &&
    !clipped(each.closest("label") ?? each);
  return [...document.querySelectorAll(pressed)]
    .filter(meant)
    .map((each) => [each, box(target(each))])
    .filter(([, { width, height }]) => Math.min(width, height) < least - 0.5)
    .map(([each, { width, height }]) => `${each.tagName}.${each.className} “${(each.getAttribute("aria-label") ?? each.textContent).slice(0, 30)}” ${Math.round(width)} × ${Math.round(height)}`);
};

test("whatever is pressed is as large as a thumb, on every screen and in every dialog", async ({ person }) => {
  test.setTimeout(180_000);
  const tab = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const found = [];
  const look = async (what) => found.push(...(await tab.page.evaluate(small, THUMB)).map((each) => `${what}: ${each}`));
  await tab.open();
  await look("Read");
  const sheet = tab.inspector(1);
  await sheet.locator("label", { has: tab.role("radio", "opposes") }).tap();
  await sheet.getByRole("button", { name: "Themes, note" }).tap();
  await look("the open sheet");
  await sheet.locator("label", { has: tab.role("checkbox", "Cooperation") }).tap();
  await look("a theme");
  await tab.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(tab.page.getByText("End of the article")).toBeVisible();
  await look("the end");
  await tab.screen("Compare");
  await look("Compare, alone");
  await tab.button("Try with an example class").click();
  for (const part of ["Overview", "Board", "Portrait", "Themes", "Numbers", "Kinds of disagreement"]) {
    await tab.part(part);
    await look(part);
  }
  for (const after of ["Decide", "You and the class"]) {
    await tab.after(after);
    await look(after);
  }
  await tab.screen("Class");
  await tab.button("Give to the class").click();
  await expect(tab.role("dialog", "Give to the class")).toBeVisible();
  await look("Give to the class");
  await tab.press("Escape");
  for (const screen of ["Class", "Codebook", "Read"]) {
    await tab.screen(screen);
    await look(screen);
  }
  for (const name of ["Open article", "Import", "Export", "Help"]) {
    await tab.button("More").tap();
    if (name === "Open article") await look("More");
    await tab.button(name).tap();
    await expect(tab.role("dialog", name)).toBeVisible();
    await look(name);
    await tab.press("Escape");
  }
  await tab.paragraph(4).tap();
  await tab.press("s");
  await expect(tab.role("button", /^paragraph \d+ has no answer$/)).toBeVisible();
  await look("a paragraph passed over");
  await tab.screen("Discuss");
  for (const step of ["Read", "Vote", "Reveal", "Vote again", "Decide"]) {
    await expect(tab.role("radio", step)).toBeChecked();
    await look(step);
    await tab.press("PageDown");
  }
  await tab.leave();
  await tab.page.goto(`${tab.site}#/report`);
  await expect(tab.page.getByRole("heading", { name: "In short" })).toBeVisible();
  await look("Report");
  expect([...new Set(found)]).toEqual([]);
});
