import { expect, test } from "./postil.mjs";

test("the search finds notes, lists what it found, and each goes there", async ({ tab }) => {
  await tab.open();
  await tab.read(4);
  await tab.press("e");
  await tab.page.keyboard.type("Where is the zebra?");
  await tab.press("Escape", "g", "g", "/");
  await tab.page.keyboard.type("zebra");
  const panel = tab.page.getByRole("search");
  const hits = panel.getByRole("list", { name: "Results" }).getByRole("button");
  await expect(hits).toHaveText([/^Note on paragraph 4\s*Where is the zebra\?$/]);
  await hits.first().click();
  await expect(tab.inspector(4)).toBeVisible();
  await expect(tab.paragraph(4)).toBeInViewport();
  await expect(hits.first()).toHaveAttribute("aria-current", "true");
  await tab.role("searchbox", "Search").fill("white paper");
  await expect(hits.first()).toHaveText(/^Question/);
  const last = hits.last();
  const number = (await last.innerText()).match(/Paragraph (\d+)/)[1];
  // By keyboard: from the field past the three buttons to the list.
  await tab.role("searchbox", "Search").focus();
  await tab.press("Tab", "Tab", "Tab", "Tab");
  await expect(hits.first()).toBeFocused();
  await last.focus();
  await tab.press("Enter");
  await expect(tab.inspector(Number(number))).toBeVisible();
  await tab.press("Escape");
  await expect(panel).toBeHidden();
  await expect(tab.current).toBeFocused();
});

test("on a phone the list leaves the article in sight", async ({ person }) => {
  const phone = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.open();
  await phone.button("More").tap();
  await phone.button("Search").tap();
  await phone.role("searchbox", "Search").fill("the");
  const panel = phone.page.getByRole("search");
  await panel.getByRole("button", { name: /^Paragraph 5/ }).tap();
  await expect(phone.inspector(5)).toBeVisible();
  const box = await panel.boundingBox();
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(box.y + box.height).toBeLessThan(844 * 0.66);
  const [top, words] = await phone.paragraph(5).evaluate((row) => [row.getBoundingClientRect().bottom, row.id]);
  expect([words, top > box.y + box.height]).toEqual(["p5", true]);
});
