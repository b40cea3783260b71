import { THEMES, expect, test } from "./postil.mjs";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("a phone: the inspector is a sheet, the rest stands behind “More”", async ({ tab }) => {
  await tab.open();
  const width = await tab.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await tab.paragraph(2).tap();
  const inspector = tab.inspector(2);
  await expect(inspector).toBeInViewport();
  const box = await inspector.boundingBox();
  expect(Math.round(box.y + box.height)).toBe(844);
  await inspector.getByRole("radio", { name: "supports" }).check();
  await tab.says(2, "supports [-]");

  const handle = inspector.getByRole("button", { name: /Themes/ });
  await expect(handle).toHaveAttribute("aria-expanded", "false");
  await handle.tap();
  await expect(handle).toHaveAttribute("aria-expanded", "true");
  await inspector.getByRole("checkbox", { name: THEMES.rivalry }).check();
  await tab.says(2, "supports [rivalry]");
  await handle.tap();
  await expect(handle).toHaveAttribute("aria-expanded", "false");
  await expect(tab.paragraph(2)).toBeInViewport();

  await expect(tab.button("Export")).toBeHidden();
  for (const name of ["Open article", "Import", "Export", "Help"]) {
    await tab.button("More").tap();
    await tab.button(name).tap();
    const dialog = tab.role("dialog", name);
    await expect(dialog).toBeVisible();
    await expect(tab.button(name)).toBeHidden();
    const wide = await dialog.boundingBox();
    expect(wide.width).toBeLessThanOrEqual(390);
    await tab.close(name);
  }
  await expect(tab.save).toBeVisible();
  await expect(tab.button("Undo")).toBeVisible();
  await tab.saved();
  await tab.reload();
  await tab.says(2, "supports [rivalry]");
});

test("with the open sheet over the page, the paragraph that is next can be read above it", async ({ tab }) => {
  await tab.open();
  await tab.paragraph(1).tap();
  await tab.inspector(1).getByRole("button", { name: /Themes/ }).tap();
  const seen = (number) =>
    tab.page.evaluate((number) => {
      const [bar, sheet, row] = ["bar", "inspector", `p${number}`].map((id) => document.getElementById(id).getBoundingClientRect());
      const room = sheet.top - Math.max(0, bar.bottom);
      return (Math.min(row.bottom, sheet.top) - Math.max(row.top, bar.bottom)) / Math.min(row.height, room * 0.6);
    }, number);
  await expect.poll(() => seen(1), "as the sheet opens").toBeGreaterThan(0.98);
  for (const number of [2, 3, 4, 5]) {
    await tab.inspector(number - 1).getByRole("button", { name: "Next paragraph" }).tap();
    await expect(tab.inspector(number)).toBeVisible();
    await expect.poll(() => seen(number), `paragraph ${number}`).toBeGreaterThan(0.98);
  }
});

test("no answer looks chosen that a finger only passed", async ({ tab }) => {
  await tab.open();
  await tab.paragraph(1).tap();
  await tab.inspector(1).getByRole("radio", { name: "neutral" }).tap();
  await tab.paragraph(2).tap();
  const grounds = await tab.inspector(2).locator(".option").evaluateAll((all) => all.map((option) => getComputedStyle(option).backgroundColor));
  expect(new Set(grounds).size).toBe(1);
});

test("targets are large enough for a finger", async ({ tab }) => {
  await tab.open();
  await tab.page.getByRole("button", { name: /Themes/ }).tap();
  const region = tab.inspector(1);
  const labels = region.locator("label:has(input[type=radio]:visible, input[type=checkbox]:visible)");
  expect(await labels.count()).toBeGreaterThan(10);
  for (const label of await labels.all()) {
    const box = await label.boundingBox();
    expect(Math.round(box.height), await label.innerText()).toBeGreaterThanOrEqual(48);
  }
  for (const name of ["Previous paragraph", "Next paragraph"]) {
    const box = await region.getByRole("button", { name }).boundingBox();
    expect(Math.min(Math.round(box.height), Math.round(box.width)), name).toBeGreaterThanOrEqual(48);
  }
});
