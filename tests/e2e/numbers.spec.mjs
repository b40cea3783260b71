import { expect, test } from "./postil.mjs";

test("whoever sorts by disagreement can read how many answered and how the order is made", async ({ tab }) => {
  await tab.example("Board");
  const grid = tab.role("grid", "Everybody’s answers");
  const cell = grid.getByRole("gridcell").filter({ hasText: /^\s*\d+\s%\s*12 answered\s*$/ });
  await expect(cell.first()).toBeVisible();
  const words = tab.page.getByText("a pair with one for and one against counts twice.");
  await expect(words).toBeHidden();
  await tab.page.getByText("How this order works").click();
  await expect(words).toBeVisible();
  await tab.role("link", "Discuss").click();
  await tab.button("Agenda").click();
  await expect(tab.role("region", "Agenda").getByText(/\d\s%\s(differ|opposite)\s·\s12 answered/).first()).toBeVisible();
  await tab.role("region", "Agenda").getByText("How this order works").click();
  await expect(tab.role("region", "Agenda").getByText("a pair with one for and one against counts twice.")).toBeVisible();
});

test("every coefficient is a group by its name whose value other programs can read", async ({ tab }) => {
  await tab.example("Numbers");
  await tab.button(/^.?Person \d+.? and .?Person \d+.?: /).first().click();
  const names = [
    "Krippendorff’s alpha",
    "Percent agreement",
    "Krippendorff’s alpha, ordinal",
    "Fleiss’ kappa, generalised (Gwet 2014)",
    "Gwet’s AC1",
    "Krippendorff’s alpha, MASI distance",
    "Krippendorff’s alpha, Jaccard distance",
    "Krippendorff’s alpha: Cyber sovereignty",
    /^Cohen’s kappa: /,
    /^Scott’s pi: /,
  ];
  for (const name of names) {
    const value = tab.role("group", name).locator("[data-value]");
    await expect(value).toHaveAttribute("data-low", /^-?\d/);
    const [shown, low, high] = await value.evaluate(({ dataset }) => [dataset.value, dataset.low, dataset.high].map(Number));
    expect(low).toBeLessThanOrEqual(high);
    expect(Math.abs(shown)).toBeLessThanOrEqual(1);
    const words = (await value.textContent()).replace("−", "-");
    expect(words.endsWith("%") ? shown * 100 : shown).toBeCloseTo(Number.parseFloat(words), words.endsWith("%") ? 0 : 2);
  }
  const kappa = tab.role("group", "Fleiss’ kappa");
  await expect(kappa).toContainText("does not apply");
  await expect(kappa.locator("[data-value]")).toHaveCount(0);
  const cells = tab.role("table", /^Cohen’s kappa for each pair/).locator("[data-value]");
  await expect(cells).not.toHaveCount(0);
  // Their intervals come after all else.
  await expect(cells.and(tab.page.locator(":not([data-low]), :not([data-high])"))).toHaveCount(0);
  for (const { value, low, high } of await cells.evaluateAll((all) => all.map(({ dataset }) => ({ ...dataset })))) {
    expect([low, value, high].map(Number).every((number) => Math.abs(number) <= 1)).toBe(true);
    expect(Number(low)).toBeLessThanOrEqual(Number(high));
  }
  await expect(tab.page.getByText("Krippendorff’s convention, not a rule.")).toHaveCount(1);
});
