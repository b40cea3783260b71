import { readFileSync } from "node:fs";
import { expect, fixture, test } from "./postil.mjs";

const axe = readFileSync(fixture("node_modules/axe-core/axe.min.js"), "utf8");

const check = async (tab, what) => {
  const found = await tab.page.evaluate(async () => {
    for (const animation of document.getAnimations()) animation.finish();
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`);
  });
  expect(found, what).toEqual([]);
};

/** Compare with the example class in it, and with names. */
async function example(tab) {
  await tab.example("Board");
  await tab.page.getByText("12 people", { exact: true }).click();
  await tab.role("checkbox", "Show names").check();
}

const columns = (tab) => tab.role("grid", "Everybody’s answers").getByRole("columnheader");
const people = (tab) => tab.page.locator("#people-shown");
const shown = (tab) => tab.page.locator("#class-shown");

test("two entries of one person are made one by mouse, and kept apart again", async ({ tab }) => {
  await example(tab);
  await expect(columns(tab)).toHaveCount(15);
  await tab.button("About Dana (example)").click();
  await tab.role("combobox", "The same person as Dana (example)").selectOption({ label: "Emre (example)" });
  await tab.button("Same person").click();
  await expect(columns(tab)).toHaveCount(14);
  await expect(people(tab)).toHaveText("11 people");
  await expect(people(tab)).toBeFocused();
  await expect(tab.page.locator(".toast")).toContainText("are now one person.");
  await tab.page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(people(tab)).toHaveText("12 people");
  await tab.button("Redo").click();
  await expect(people(tab)).toHaveText("11 people");
  await tab.saved();
  await tab.reload();
  await expect(people(tab)).toHaveText("11 people");
  await people(tab).click();
  await tab.role("checkbox", "Show names").check();
  const one = tab.page.getByRole("button", { name: /^About (Dana|Emre)/ });
  await expect(one).toHaveCount(1);
  await one.click();
  await tab.button("Separate").click();
  await expect(people(tab)).toHaveText("12 people");
});

test("a program is put apart by keyboard, and counted when asked for", async ({ tab }) => {
  await example(tab);
  await tab.button("About Hana (example)").focus();
  await tab.press("Enter");
  await expect(tab.button("Mark as a program")).toBeVisible();
  await tab.button("Mark as a program").focus();
  await tab.press("Enter");
  await expect(people(tab)).toHaveText("11 people");
  const programs = tab.role("list", "Programs").getByRole("listitem");
  await expect(programs).toHaveCount(1);
  await expect(programs).toContainText("Program");
  await expect(programs).toContainText("Hana");
  await tab.role("checkbox", "Count programs too").focus();
  await tab.press("Space");
  await expect(people(tab)).toHaveText("12 people");
  await expect(columns(tab).filter({ hasText: "(program)" })).toHaveCount(1);
  await tab.role("checkbox", "Count programs too").uncheck();
  await programs.getByRole("button", { name: "Mark as a person" }).click();
  await expect(people(tab)).toHaveText("12 people");
  await tab.press("Escape");
  await expect(tab.role("list", "People")).toBeHidden();
  await expect(people(tab)).toBeFocused();
});

test("two classes on one article are kept apart, by keyboard and mouse", async ({ tab }) => {
  await example(tab);
  // What is open would lie below.
  await shown(tab).click();
  await expect(tab.button("About Dana (example)")).toBeHidden();
  await tab.press("Escape");
  await shown(tab).focus();
  await tab.press("Enter", "Tab", "Enter", "Tab");
  await tab.page.keyboard.type("Monday");
  await tab.press("Enter");
  await expect(shown(tab)).toHaveText("Class: Monday");
  await tab.page.getByText("New class…").click();
  await tab.role("textbox", "Name of the new class").fill("Friday");
  await tab.button("Create").click();
  await expect(shown(tab)).toHaveText("Class: Friday");
  await expect(tab.page.getByText("New class…")).toBeFocused();
  // Who is in it: everybody, until somebody is not.
  const members = tab.role("list", "Who is in this class");
  await members.getByRole("checkbox", { name: /Amina/ }).uncheck();
  await expect(people(tab)).toHaveText("11 people");
  await expect(tab.page.getByText("1 person is in no class, and is not shown.")).toBeVisible();
  await members.getByRole("checkbox", { name: /Chidi/ }).focus();
  await tab.press("Space");
  await expect(people(tab)).toHaveText("10 people");
  await tab.role("textbox", "Name of this class").fill("Friday, group B");
  await tab.press("Enter");
  await expect(shown(tab)).toHaveText("Class: Friday, group B");
  await tab.role("radio", "Monday").check();
  await expect(people(tab)).toHaveText("2 people");
  await tab.press("Escape");
  // What Monday decides is none of Friday's.
  await tab.after("Decide");
  await tab.page.getByRole("button", { name: /^Accept this answer/ }).first().click();
  await tab.button("Record the decision").click();
  await tab.screen("Discuss");
  await expect(shown(tab)).toHaveText("Class: Monday");
  await tab.screen("Compare");
  await tab.role("link", "Report").click();
  await expect(tab.page.locator(".report-sheet").getByText("Class: Monday")).toBeVisible();
  await expect(tab.page.getByText("Computing…")).toBeHidden();
  await shown(tab).click();
  await tab.role("radio", "Friday, group B").check();
  await expect(tab.page.locator(".report-sheet").getByText("Class: Friday, group B")).toBeVisible();
  await expect(tab.page.locator(".report-sheet").getByText("Nothing is decided yet.")).toBeVisible();
});

test("everybody’s answers go out without names, and are refused beside the names", async ({ person, tab }) => {
  await example(tab);
  const dialog = await tab.dialog("Export");
  await dialog.getByRole("radio", { name: /^Without names/ }).check();
  const [download] = await Promise.all([
    tab.page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Postil file" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  const name = download.suggestedFilename();
  expect(name).toBe("Whose shared future - without names.postil.json");
  expect(JSON.parse(text).kind).toBe("pseudonymous");
  expect(text).not.toContain("(example)");
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  const verdicts = await tab.import(file);
  await expect(verdicts).toContainText("would count twice");
  const elsewhere = await person();
  await elsewhere.open();
  await expect(await elsewhere.import(file)).toHaveAttribute("data-verdict", "merged");
  await elsewhere.close("Import");
  await expect(await elsewhere.annotators()).toHaveCount(12);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1366, 390]) {
    test(`people and classes have no violations: ${colorScheme}, ${width} px`, async ({ person }) => {
      const tab = await person({ colorScheme, viewport: { width, height: 844 } });
      await tab.page.addInitScript(axe);
      await example(tab);
      await tab.button("About Dana (example)").click();
      await check(tab, "what can be said of somebody");
      await tab.button("Mark as a program").click();
      await check(tab, "programs");
      await tab.press("Escape");
      await shown(tab).click();
      await check(tab, "classes");
      for (const name of ["Monday", "Friday"]) {
        await tab.page.getByText("New class…").click();
        await tab.role("textbox", "Name of the new class").fill(name);
        await tab.press("Enter");
        await expect(shown(tab)).toHaveText(`Class: ${name}`);
      }
      await tab.role("list", "Who is in this class").getByRole("checkbox").first().uncheck();
      await check(tab, "two classes");
      await tab.press("Escape");
      await tab.screen("Discuss");
      await shown(tab).click();
      await check(tab, "Discuss");
    });
  }
}
