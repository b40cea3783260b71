import { expect, test } from "./postil.mjs";

const QUESTION = "Your name, as it will appear in the file";

test("the first export asks for a name, and no other does", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  const dialog = await tab.dialog("Export");
  await expect(dialog.getByLabel(QUESTION)).toHaveValue("");
  await dialog.getByLabel(QUESTION).fill("  Nour\u202e ");
  await expect(dialog.getByText("the answers of Nour")).toBeVisible();
  await tab.close("Export");
  const { name, text } = await answered(tab, "Nour al-Din");
  expect(name).toBe("Whose shared future - Nour al-Din.postil.json");
  expect(Object.values(JSON.parse(text).people)[0].name.value).toBe("Nour al-Din");
  await expect(tab.button("Annotator: Nour al-Din")).toBeVisible();
  await tab.saved();
  await tab.reload();
  const again = await tab.dialog("Export");
  await expect(again.getByRole("radio").first()).toBeVisible();
  await expect(again.getByLabel(QUESTION)).toHaveCount(0);
});

test("a name may be left out, and is not asked for again", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await expect((await tab.dialog("Export")).getByLabel(QUESTION)).toBeVisible();
  await tab.close("Export");
  const { name } = await tab.export();
  expect(name).toBe("Whose shared future - Reader 1.postil.json");
  const dialog = await tab.dialog("Export");
  await expect(dialog.getByLabel(QUESTION)).toHaveCount(0);
});

test("a teacher names two people of one name for display, and no file tells", async ({ tab, person }) => {
  const files = [];
  for (const key of ["s", "o"]) {
    const student = await (await person()).open();
    await student.press(key);
    files.push((await answered(student, "Ann")).file);
  }
  files[1] = { ...files[1], name: "2.postil.json" };
  await tab.open();
  await tab.import(...files);
  await tab.close("Import");
  await tab.button("Annotator: Reader 1").click();
  const dialog = tab.role("dialog", "People in this browser");
  const pencils = dialog.getByRole("button", { name: "Rename Ann", exact: true });
  await expect(pencils).toHaveCount(2);
  await pencils.first().click();
  const field = dialog.getByRole("textbox", { name: "Name shown here for Ann" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Ann");
  await tab.page.keyboard.type("Ann from the first row");
  await tab.press("Enter");
  const renamed = dialog.getByRole("button", { name: "Rename Ann from the first row" });
  await expect(renamed).toBeFocused();
  await expect(dialog.getByText("“Ann” in their file")).toBeVisible();
  await tab.close("People in this browser");
  await expect(await tab.annotators()).toContainText(["Ann", "Ann from the first row"]);
  await tab.saved();
  await tab.reload();
  await expect(await tab.annotators()).toContainText(["Ann", "Ann from the first row"]);
  expect((await tab.export({ all: true })).text).not.toContain("first row");

  // Left empty, it is their own name again.
  await tab.button("Annotator: Reader 1").click();
  await renamed.click();
  await dialog.getByRole("textbox", { name: "Name shown here for Ann from the first row" }).fill("");
  await tab.press("Enter");
  await expect(pencils).toHaveCount(2);
});

/** Exports with an answer to the question. */
async function answered(tab, name) {
  const dialog = await tab.dialog("Export");
  await dialog.getByLabel(QUESTION).fill(name);
  await tab.close("Export");
  return tab.export();
}
