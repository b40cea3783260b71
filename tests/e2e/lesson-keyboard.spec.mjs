import { expect, test } from "./postil.mjs";

/** Presses Tab until the control with this role and name has the focus. */
async function reach(tab, role, name) {
  const wanted = tab.page.getByRole(role, { name, exact: typeof name === "string" }).first();
  for (let at = 0; at < 80; at += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return wanted;
    await tab.press("Tab");
  }
  throw new Error(`Tab does not reach ${role} ${name}`);
}

test("a lesson by keyboard alone, from the first page to a recorded decision", async ({ tab }) => {
  await tab.open();
  await reach(tab, "link", "Compare");
  await tab.press("Enter");
  await reach(tab, "button", "Try with an example class");
  await tab.press("Enter");
  await expect(tab.role("tabpanel", "Overview")).toBeVisible();
  // The parts are one stop; arrows choose.
  await reach(tab, "tab", "Overview");
  await tab.press("ArrowRight", "ArrowRight", "ArrowRight");
  await expect(tab.role("tab", "Numbers")).toHaveAttribute("aria-selected", "true");
  await reach(tab, "button", /^How is this computed\? Krippendorff’s alpha$/);
  await tab.press("Enter");
  await expect(tab.page.getByText("α = 1 − D observed ÷ D expected")).toBeVisible();
  await expect(tab.page.locator(":focus")).toHaveAttribute("aria-expanded", "true");

  // On to the discussion: keys turn the pages, and typing in a field is typing.
  await tab.page.keyboard.press("Shift+Tab");
  await tab.page.evaluate(() => document.querySelector("nav a").focus());
  await reach(tab, "link", "Discuss");
  await tab.press("Enter");
  await expect(tab.page.getByRole("heading", { level: 1 }).filter({ hasText: "Paragraph" })).toBeVisible();
  await tab.press("PageDown");
  await reach(tab, "spinbutton", "Votes for supports");
  await tab.page.keyboard.type("7");
  await tab.press("PageDown");
  await expect(tab.role("radio", "Reveal")).toBeChecked();
  await expect(tab.page.getByText("7 votes")).toBeVisible();
  await tab.press("PageUp");
  await expect(tab.role("spinbutton", "Votes for supports")).toHaveValue("7");
  await tab.press("PageDown", "PageDown", "PageDown");
  await expect(tab.role("radio", "Decide")).toBeChecked();
  await reach(tab, "button", /^Accept this answer: /);
  await tab.press("Enter");
  await reach(tab, "button", "Record the decision");
  await tab.press("Enter");
  await expect(tab.page.getByText(/^Decided, today/)).toBeVisible();
  await tab.page.keyboard.press("Control+z");
  await expect(tab.page.getByText(/^Decided, today/)).toBeHidden();
});
