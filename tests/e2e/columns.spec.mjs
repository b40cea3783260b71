import { expect, paragraphs, test, text } from "./postil.mjs";
import { bring, classOf } from "./class.mjs";

/** Compare with so many random people on a text of one's own. */
async function people(tab, annotators) {
  await tab.open();
  await tab.article(text("short.txt", paragraphs(8)));
  await tab.press("s");
  const { text: pattern } = await tab.export();
  await bring(tab, classOf(pattern, { annotators: annotators - 1 }));
  await tab.close("Import");
  await tab.screen("Compare");
  await tab.part("Board");
  await expect(grid(tab)).toBeVisible();
}

const grid = (tab) => tab.role("grid", "Everybody’s answers");

/** How many people’s columns are wholly in sight. */
const inSight = (tab) =>
  grid(tab).evaluate((grid) => {
    const edge = grid.parentElement.getBoundingClientRect();
    const first = grid.querySelector("th").getBoundingClientRect();
    const heads = [...grid.querySelectorAll("thead th")].slice(3).map((head) => head.getBoundingClientRect());
    return heads.filter((head) => head.left >= first.right - 1 && head.right <= edge.right + 1).length;
  });

test("a class of 23 is whole on a laptop, and where one is not, the board says so", async ({ person }) => {
  const tab = await person({ viewport: { width: 1366, height: 768 } });
  await people(tab, 23);
  expect(await inSight(tab)).toBe(23);
  await expect(tab.page.getByText("scroll sideways")).toBeHidden();
  await tab.page.setViewportSize({ width: 900, height: 768 });
  await expect(tab.page.getByText("23 people: scroll sideways to see all of them.")).toBeVisible();
  const edge = grid(tab).locator("xpath=../..");
  await expect(edge).toHaveAttribute("data-after", "");
  await expect(edge).not.toHaveAttribute("data-before");
  // From the keyboard: whoever gets the focus is not behind the paragraphs’ column.
  await grid(tab).getByRole("columnheader").first().focus();
  await tab.press("End");
  await expect(edge).toHaveAttribute("data-before", "");
  await expect(edge).not.toHaveAttribute("data-after");
  await tab.press("ArrowLeft", "ArrowLeft");
  const [focused, first] = await grid(tab).evaluate((grid) => [
    document.activeElement.getBoundingClientRect().left,
    grid.querySelector("th").getBoundingClientRect().right,
  ]);
  expect(focused).toBeGreaterThanOrEqual(first - 1);
});

test("on a phone some people are in sight beside the paragraphs", async ({ tab }) => {
  await people(tab, 23);
  await tab.page.setViewportSize({ width: 390, height: 844 });
  expect(await inSight(tab)).toBeGreaterThanOrEqual(4);
  await expect(tab.page.getByText("23 people: scroll sideways to see all of them.")).toBeVisible();
  expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("themes keep their marks in forced colours", async ({ person }) => {
  const tab = await person({ forcedColors: "active" });
  await people(tab, 12);
  const marks = grid(tab).locator("td i");
  const grounds = await marks.evaluateAll((marks) => new Set(marks.map((mark) => getComputedStyle(mark).backgroundColor)).size);
  expect(grounds).toBeGreaterThan(3);
});

test("no row of a portrait is cut in half", async ({ person }) => {
  const tab = await person({ viewport: { width: 1366, height: 768 } });
  await people(tab, 30);
  await tab.part("Portrait");
  const figure = tab.role("region", "Portrait");
  await expect(figure).toBeVisible();
  const rows = await figure.evaluate((figure) => {
    const foot = figure.getBoundingClientRect().bottom;
    const rows = [...figure.querySelectorAll("li")].map((row) => row.getBoundingClientRect());
    return { all: rows.length, cut: rows.filter((row) => row.bottom > foot).length };
  });
  expect(rows).toEqual({ all: 41, cut: 0 });
});
