import { expect, json, test } from "./postil.mjs";

/** Imports two files, and returns the dialog with what became of them. */
async function imported(tab) {
  await tab.open();
  await tab.press("s");
  const { text } = await tab.export();
  await tab.import(json("mine.json", text), json("broken.json", "{"));
  return tab.role("dialog", "Import");
}

test("the list of what became of files is copied", async ({ tab }) => {
  await tab.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const dialog = await imported(tab);
  await expect(dialog.getByText("Copied.", { exact: true })).toHaveCount(0);
  await tab.button("Copy the list").click();
  await expect(dialog.getByText("Copied.", { exact: true })).toBeVisible();
  const copied = await tab.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("1 brought nothing new, 1 could not be imported.");
  expect(copied).toContain("broken.json\n");
  expect(copied).toContain("Already here. Nothing changed.");
  await expect(tab.button("Copy the list")).toBeFocused();
});

test("a browser that does not let it copy is not said to have done so", async ({ tab }) => {
  await tab.page.context().addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
  });
  const dialog = await imported(tab);
  await tab.button("Copy the list").click();
  await expect(dialog.getByText("The browser does not let Postil copy. Save it as a text instead.")).toBeVisible();
  await expect(dialog.getByText("Copied.", { exact: true })).toHaveCount(0);
});
