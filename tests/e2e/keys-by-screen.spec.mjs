import { expect, operations, stored, test } from "./postil.mjs";

/** Everything that a key could change: what is stored, and which paragraph of the hidden article is the current one. */
const state = async (tab) => ({
  operations: operations(await stored(tab.page)).length,
  current: await tab.page.locator('[data-paragraph][aria-current="true"]').getAttribute("id"),
});

/** A click beside everything: the focus is nowhere then. */
async function clickBlank(tab) {
  const { width, height } = tab.page.viewportSize();
  await tab.page.mouse.click(width - 8, height - 8);
  await expect.poll(() => tab.page.evaluate(() => document.activeElement === document.body)).toBe(true);
}

for (const screen of ["Codebook", "Class", "Compare", "Discuss", "Report"]) {
  test(`on ${screen} no key tags or moves in the article that is not shown`, async ({ tab }) => {
    await tab.open();
    await tab.screen("Compare");
    await tab.button("Try with an example class").click();
    await expect(tab.role("tab", "Overview")).toBeVisible();
    await tab.role("link", screen).click();
    await expect(tab.page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await tab.saved();
    const before = await state(tab);
    expect(before.current).toBe("p1");
    await clickBlank(tab);
    await tab.press("s", "1", "0", "e", "x", "c", "j", "ArrowDown", "G", "]", "t", "d", "q", "/");
    await tab.saved();
    expect(await state(tab)).toEqual(before);
    await expect(tab.role("searchbox", "Search the article")).toBeHidden();
    await tab.screen("Read");
    await tab.says(1, "- [-]");
    await tab.read(1);
    await tab.press("s");
    await tab.says(1, "supports [-]");
  });
}

test("on Discuss the arrow keys do what the screen says, wherever the focus is", async ({ tab }) => {
  await tab.open();
  await tab.screen("Compare");
  await tab.button("Try with an example class").click();
  await expect(tab.role("tab", "Overview")).toBeVisible();
  await tab.screen("Discuss");
  await clickBlank(tab);
  await tab.press("ArrowDown");
  await expect(tab.role("radio", "Vote")).toBeChecked();
  await tab.press("ArrowRight");
  await expect(tab.role("radio", "Reveal")).toBeChecked();
  await tab.press("ArrowUp");
  await expect(tab.role("radio", "Vote")).toBeChecked();
  await tab.press("Space");
  await expect(tab.role("radio", "Reveal")).toBeChecked();
  await tab.press("ArrowLeft", "ArrowLeft");
  await expect(tab.role("radio", "Read")).toBeChecked();
  // Space is the button's that has the focus.
  await tab.button("Agenda").focus();
  await tab.press("Space");
  await expect(tab.role("radio", "Read")).toBeChecked();
  await expect(tab.button("Agenda")).toHaveAttribute("aria-expanded", "true");
});

for (const way of ["mouse", "keyboard"]) {
  test(`Space turns the page as soon as Discuss was chosen with the ${way}`, async ({ tab }) => {
    await tab.open();
    await tab.screen("Compare");
    await tab.button("Try with an example class").click();
    await expect(tab.role("tab", "Overview")).toBeVisible();
    if (way === "mouse") await tab.role("link", "Discuss").click();
    else {
      await tab.role("link", "Discuss").focus();
      await tab.press("Enter");
    }
    await expect(tab.role("radio", "Read")).toBeChecked();
    await tab.press("Space");
    await expect(tab.role("radio", "Vote")).toBeChecked();
  });
}

test("the help lists the keys of each screen under its heading", async ({ tab }) => {
  await tab.open();
  await tab.press("?");
  const dialog = tab.role("dialog", "Help");
  const under = (name) => dialog.getByRole("rowgroup").filter({ has: tab.page.getByRole("rowheader", { name, exact: true }) });
  const rows = under("Discuss");
  await expect(rows.getByRole("row").filter({ hasText: "Next step" })).toContainText("PageDown");
  await expect(rows.getByRole("row").filter({ hasText: "Previous step" })).toContainText("PageUp");
  const inside = under("Compare").getByRole("row").filter({ hasText: "Move in the table or list" });
  await expect(inside).toContainText("←→↑↓");
  await expect(inside.getByRole("button")).toHaveCount(0);
});

test("in the table of pairs the keys do what the help says", async ({ tab }) => {
  await tab.open();
  await tab.screen("Compare");
  await tab.button("Try with an example class").click();
  await tab.part("Numbers");
  const table = tab.role("table", /^Cohen’s kappa for each pair/);
  // Of twelve people each has eleven pairs; nobody is one with themselves.
  const pair = (person, place) => table.getByRole("row").nth(person).getByRole("button").nth(place);
  await pair(1, 1).focus();
  await tab.press("ArrowDown");
  await expect(pair(2, 1)).toBeFocused();
  await tab.press("End");
  await expect(pair(2, 10)).toBeFocused();
  await tab.press("Home");
  await expect(pair(2, 0)).toBeFocused();
  await tab.press("ArrowRight");
  await expect(pair(2, 1)).toBeFocused();
});

for (const from of ["Compare", "Read"]) {
  for (const way of ["mouse", "keyboard"]) {
    test(`keys act as soon as Read was chosen with the ${way} on ${from}`, async ({ tab }) => {
      await tab.open();
      await tab.press("j", "j");
      await tab.screen(from);
      const link = tab.role("link", "Read");
      if (way === "mouse") await link.click();
      else {
        await link.focus();
        await tab.press("Enter");
      }
      await expect(tab.current).toBeFocused();
      await expect(tab.paragraph(3)).toBeInViewport();
      await tab.press("s", "j");
      await tab.says(3, "supports [-]");
      await expect(tab.inspector(4)).toBeVisible();
    });
  }
}
