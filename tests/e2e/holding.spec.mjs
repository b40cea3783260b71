// One theme is held and followed through the article: by touch, and by keys.

import { expect, test, THEMES } from "./postil.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const HELD = "Tap paragraphs to add or remove it.";

test("on a phone a theme is put on paragraph after paragraph by tapping", async ({ person }) => {
  const tab = await person(PHONE);
  await tab.open();
  await tab.button("Themes, note").tap();
  // What a theme means stands beside it once it is chosen.
  await tab.theme(THEMES.rivalry).tap();
  await tab.button(`About ${THEMES.rivalry}`).tap();
  await tab.button("Tag by tapping").tap();
  await expect(tab.button("Tag by tapping")).toBeHidden();
  const held = tab.page.getByText(HELD);
  // However far the sheet is scrolled it is seen.
  await tab.page.locator(".inspector").evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
  await expect(held).toBeInViewport({ ratio: 1 });
  await tab.button("Themes, note").tap();
  await expect(held).toBeVisible();
  for (const number of [2, 3]) await tab.paragraph(number).tap({ position: { x: 60, y: 12 } });
  for (const number of [1, 2, 3]) await tab.says(number, "- [rivalry]");
  await tab.paragraph(2).tap({ position: { x: 60, y: 12 } });
  await tab.says(2, "- [-]");
  await tab.button("Stop").tap();
  await expect(held).toBeHidden();
  await tab.paragraph(2).tap({ position: { x: 60, y: 12 } });
  await tab.says(2, "- [-]");
  await tab.saved();
  await tab.reload();
  await tab.says(3, "- [rivalry]");
});

test("by keys the theme chosen last is followed through the article", async ({ tab }) => {
  await tab.open();
  await tab.press("2", "V", "j", "j", "v", "j", "v", "v");
  await expect(tab.page.getByText(HELD)).toBeVisible();
  await tab.says(1, "- [governance]");
  await tab.says(2, "- [-]");
  await tab.says(3, "- [governance]");
  await tab.says(4, "- [-]");
  await tab.press("V", "j", "v");
  await tab.says(5, "- [-]");
  await tab.press("Control+z");
  await expect(tab.page.getByText(HELD)).toBeHidden();
  await tab.says(4, "- [governance]");
});
