import { expect, test } from "./postil.mjs";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("ten paragraphs with one answer and one theme each take at most 22 taps", async ({ tab }) => {
  let taps = 0;
  const tap = (target) => {
    taps += 1;
    return target.tap();
  };
  await tab.open();
  await tap(tab.button("Themes, note"));
  await tap(tab.page.locator("label", { has: tab.role("checkbox", "Move on automatically after an answer and a theme") }));
  for (let number = 1; number <= 10; number += 1) {
    const sheet = tab.inspector(number);
    await expect(sheet).toBeVisible();
    await tap(sheet.locator("label", { has: tab.role("radio", "opposes") }));
    await tap(sheet.locator("label", { has: tab.role("checkbox", "Cooperation") }));
    await expect(tab.paragraph(number)).toHaveAttribute("data-stance", "opposes");
    await expect(tab.paragraph(number)).toHaveAttribute("data-themes", "cooperation");
  }
  expect(taps).toBeLessThanOrEqual(22);
});

test("the sheet leaves the paragraph that is answered readable, and the question is always there", async ({ tab }) => {
  await tab.open();
  for (const number of [1, 4, 10]) {
    await tab.paragraph(number).scrollIntoViewIfNeeded();
    await tab.paragraph(number).tap();
    const sheet = tab.inspector(number);
    await expect(sheet.getByText("toward the white paper’s vision of cyberspace?")).toBeVisible();
    await sheet.getByRole("button", { name: "Themes, note" }).tap();
    await expect(sheet.getByText("toward the white paper’s vision of cyberspace?")).toBeInViewport();
    const [box, text] = [await sheet.boundingBox(), await tab.paragraph(number).boundingBox()];
    expect(box.height).toBeLessThanOrEqual(844 * 0.45 + 1);
    // Two lines at least stand between the bar and the sheet.
    expect(Math.min(text.y + text.height, box.y) - Math.max(text.y, 110)).toBeGreaterThanOrEqual(56);
    await sheet.getByRole("button", { name: "Themes, note" }).tap();
  }
});

test("who was told nothing reads what this is for, until something is tagged, and finds it again in Help", async ({ tab }) => {
  await tab.open();
  const intro = tab.page.getByText("A text to read together");
  await expect(intro).toBeVisible();
  await expect(tab.page.getByRole("button", { name: "Give to the class", includeHidden: true }).and(tab.page.locator(":not([hidden])"))).toHaveCount(0);
  const place = await tab.paragraph(2).boundingBox();
  await tab.inspector(1).locator("label", { has: tab.role("radio", "opposes") }).tap();
  await expect(intro).toBeHidden();
  expect((await tab.paragraph(2).boundingBox()).y, "the text stays where it is").toBe(place.y);
  await tab.saved();
  await tab.reload();
  await expect(tab.paragraph(1)).toHaveAttribute("data-stance", "opposes");
  await expect(intro).toHaveCount(0);
  await tab.button("More").tap();
  await tab.button("Help").tap();
  const help = tab.role("dialog", "Help");
  await expect(help.getByRole("heading", { name: "How to hand in" })).toBeVisible();
  await expect(help.getByRole("table", { name: "Keys" })).toBeHidden();
});

for (const [width, height] of [[390, 664], [360, 640], [375, 553]]) {
  test(`what this is for stands above the text on a phone whose browser takes its share: ${width} × ${height}`, async ({ person }) => {
    const tab = await person({ viewport: { width, height }, hasTouch: true, isMobile: true });
    await tab.open();
    await expect(tab.page.getByText("A text to read together")).toBeInViewport();
    const [text, sheet] = [await tab.paragraph(1).boundingBox(), await tab.inspector(1).boundingBox()];
    expect(sheet.y - text.y, "two lines of the text stand above the sheet").toBeGreaterThanOrEqual(56);
  });
}

for (const [width, height] of [[844, 390], [683, 384]]) {
  test(`the open sheet leaves the paragraph readable on a low screen: ${width} × ${height}`, async ({ person }) => {
    const tab = await person({ viewport: { width, height }, hasTouch: true, isMobile: true });
    await tab.open();
    await tab.paragraph(4).scrollIntoViewIfNeeded();
    await tab.paragraph(4).tap();
    const sheet = tab.inspector(4);
    await sheet.getByRole("button", { name: "Themes, note" }).tap();
    await expect(sheet.locator("label", { has: tab.role("checkbox", "Cooperation") })).toBeVisible();
    const [box, text] = [await sheet.boundingBox(), await tab.paragraph(4).boundingBox()];
    // It stands beside the text, which has half of the screen.
    expect(box.width).toBeLessThanOrEqual(width / 2);
    expect(text.x + text.width).toBeLessThanOrEqual(box.x);
    expect(Math.min(text.y + text.height, height) - text.y, "two lines").toBeGreaterThanOrEqual(56);
  });
}
