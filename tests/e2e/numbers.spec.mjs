import { expect, test } from "./postil.mjs";

/** Compare with the example class in it. */
async function example(tab) {
  await tab.open();
  await tab.role("link", "Compare").click();
  await tab.button("Try with an example class").click();
  await expect(tab.role("grid", "Everybody’s answers")).toBeVisible();
}

test("whoever sorts by disagreement can read how many answered and how the order is made", async ({ tab }) => {
  await example(tab);
  const grid = tab.role("grid", "Everybody’s answers");
  const cell = grid.getByRole("gridcell").filter({ hasText: /^\s*\d+\s%\s*12 answered\s*$/ });
  await expect(cell.first()).toBeVisible();
  const words = tab.page.getByText("A pair with one for and one against counts twice.");
  await expect(words).toBeHidden();
  await tab.page.getByText("How this order is made").click();
  await expect(words).toBeVisible();
  await tab.role("link", "Discuss").click();
  await tab.button("Agenda").click();
  await expect(tab.role("region", "Agenda").getByText(/ %\s·\s12 answered/).first()).toBeVisible();
  await tab.role("region", "Agenda").getByText("How this order is made").click();
  await expect(tab.role("region", "Agenda").getByText("A pair with one for and one against counts twice.")).toBeVisible();
});
