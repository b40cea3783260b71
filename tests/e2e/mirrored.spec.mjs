// The interface as a language that runs from right to left would have it: mirrored, and nothing lost at either side.

import { expect, test } from "./postil.mjs";

/** What stands out of the window at one of its sides, though it can be seen and does not scroll by itself. */
const outside = () => {
  const scrolls = (element) => element && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const seen = [...document.querySelectorAll("main *, .bar *, dialog[open], dialog[open] *")].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !scrolls(each.parentElement));
  return seen
    .filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 1 && (left < -1 || right > innerWidth + 1);
    })
    .map((each) => `${each.tagName} ${each.className.baseVal ?? each.className} ${each.textContent.slice(0, 40)}`);
};

for (const [width, height] of [[1366, 768], [390, 844]]) {
  test(`mirrored, every screen keeps to the window: ${width} px`, async ({ person }) => {
    test.setTimeout(120_000);
    const tab = await person({ viewport: { width, height } });
    await tab.open();
    await tab.page.evaluate(() => (document.documentElement.dir = "rtl"));
    const fits = async (what) => {
      expect(await tab.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
      expect(await tab.page.evaluate(outside), what).toEqual([]);
    };
    await fits("Read");
    if (width > 1000) {
      const [panel, text] = [await tab.page.locator("#inspector").boundingBox(), await tab.paragraph(1).boundingBox()];
      expect(panel.x + panel.width, "the panel is on the other side of the text").toBeLessThanOrEqual(text.x + 1);
    }
    await tab.screen("Compare");
    await tab.button("Try with an example class").click();
    for (const part of ["Overview", "Board", "Portrait", "Themes", "Numbers", "Kinds of disagreement"]) {
      await tab.part(part);
      await fits(part);
    }
    for (const after of ["Decide", "You and the class"]) {
      await tab.after(after);
      await fits(after);
    }
    await tab.screen("Class");
    await fits("Class");
    await tab.button("Give to the class").click();
    await expect(tab.role("dialog", "Give to the class")).toBeVisible();
    await fits("Give to the class");
    await tab.press("Escape");
    for (const name of ["Open article", "Import", "Export", "Help"]) {
      if (width < 600) await tab.button("More").click();
      await tab.dialog(name);
      await fits(name);
      await tab.close(name);
    }
    await tab.screen("Codebook");
    await fits("Codebook");
    await tab.screen("Discuss");
    for (const step of ["Read", "Vote", "Reveal", "Vote again", "Decide"]) {
      await expect(tab.role("radio", step)).toBeChecked();
      await fits(step);
      await tab.press("PageDown");
    }
    await tab.leave();
    await tab.page.goto(`${tab.site}#/report`);
    await expect(tab.page.getByRole("heading", { name: "In short" })).toBeVisible();
    await fits("the report");
  });
}
