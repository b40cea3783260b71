import { expect, test } from "./postil.mjs";

test("annotators share a browser, each with answers of their own", async ({ tab }) => {
  await tab.open();
  await tab.press("s", "1");
  await tab.says(1, "supports [sovereignty]");
  const dialog = await open(tab, "Reader 1");
  await expect(dialog.getByLabel("Add a person")).toHaveValue("Reader 2");
  await dialog.getByLabel("Add a person").fill("Ada");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(tab.button("Annotator: Ada")).toBeVisible();
  await tab.says(1, "- [-]");
  await tab.read(1);
  await tab.press("o");
  await tab.says(1, "opposes [-]");
  await tab.saved();
  await tab.reload();
  await tab.says(1, "opposes [-]");

  const again = await open(tab, "Ada");
  await again.getByRole("button", { name: "Rename Reader 1" }).click();
  await again.getByRole("textbox", { name: "New name of Reader 1" }).fill("Grace");
  await tab.press("Enter");
  await expect(again.getByRole("button", { name: "Continue as Grace" })).toBeVisible();
  await again.getByRole("button", { name: "Continue as Grace" }).click();
  await expect(tab.button("Annotator: Grace")).toBeVisible();
  await tab.says(1, "supports [sovereignty]");
  await tab.saved();
  await tab.reload();
  await expect(tab.button("Annotator: Grace")).toBeVisible();
  await tab.says(1, "supports [sovereignty]");
});

test("a name is clean and never empty", async ({ tab }) => {
  await tab.open();
  const dialog = await open(tab, "Reader 1");
  await dialog.getByLabel("Add a person").fill("   ");
  await tab.press("Enter");
  await tab.page.keyboard.press("Escape");
  await expect(tab.button("Annotator: Reader 1")).toBeVisible();
  const again = await open(tab, "Reader 1");
  await again.getByRole("button", { name: "Rename Reader 1" }).click();
  await tab.page.keyboard.press("Escape");
  await expect(again).toBeVisible();
  await again.getByLabel("Add a person").fill("<b>Zoë</b> & “co”");
  await tab.press("Enter");
  await expect(tab.button("Annotator: <b>Zoë</b> & “co”")).toBeVisible();
});

test("whoever came with a file is listed, and gone on as after one question", async ({ tab, person }) => {
  const other = await (await person()).open();
  const named = await open(other, "Reader 1");
  await named.getByRole("button", { name: "Rename Reader 1" }).click();
  await other.page.keyboard.type("Hedy");
  await other.press("Enter");
  await expect(other.button("Annotator: Hedy")).toBeAttached();
  await other.close("People in this browser");
  await other.read(1);
  await other.press("x");
  const { file } = await other.export();
  await tab.open();
  await tab.import(file);
  await tab.close("Import");
  const dialog = await open(tab, "Reader 1");
  await expect(dialog.getByText("Hedy")).toBeVisible();
  const ask = dialog.getByRole("button", { name: "Continue as Hedy" });
  await ask.click();
  await expect(dialog.getByRole("button", { name: "Yes, go on as Hedy" })).toBeFocused();
  await dialog.getByRole("button", { name: "No", exact: true }).click();
  await expect(ask).toBeFocused();
  await ask.click();
  await tab.press("Enter");
  await expect(tab.button("Annotator: Hedy")).toBeVisible();
  await tab.says(1, "no-stance [-]");
});

async function open(tab, name) {
  await tab.button(`Annotator: ${name}`).click();
  const dialog = tab.role("dialog", "People in this browser");
  await expect(dialog).toBeVisible();
  return dialog;
}
