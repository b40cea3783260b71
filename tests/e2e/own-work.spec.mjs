import { expect, json, test } from "./postil.mjs";

test("one's own backup is gone on with in a cleared browser", async ({ tab, person }) => {
  await tab.open();
  await tab.press("s", "j", "o");
  const { file } = await tab.export();
  const cleared = await (await person()).open();
  await cleared.import(file);
  await cleared.button("This is my work: go on as Reader 1").click();
  await expect(cleared.role("dialog", "Import")).toBeHidden();
  await cleared.says(1, "supports [-]");
  await cleared.says(2, "opposes [-]");
  await cleared.read(3);
  await cleared.press("m");
  await cleared.saved();
  await cleared.reload();
  await cleared.says(3, "mixed [-]");
  const layers = JSON.parse((await cleared.export()).text).layers;
  expect(layers).toHaveLength(1);
  expect(layers[0].records).toHaveLength(3);
});

test("nothing is written into one's own answers before a yes, and the list says what needs one", async ({ tab, person }) => {
  const others = [];
  for (const key of ["o", "n"]) {
    const other = await (await person()).open();
    await other.press(key);
    others.push((await other.export()).file);
  }
  await tab.open();
  await tab.press("s");
  const own = await tab.export();
  const forged = JSON.parse(own.text);
  forged.layers[0].records[0].stances.stance = { option: "opposes", stamp: `${Date.now() + 60_000}-0-mallory` };
  await tab.import(...others, json("broken.json", "{"), json("forged.json", JSON.stringify(forged)));
  const dialog = tab.role("dialog", "Import");
  await expect(dialog.getByText("2 of 4 files imported, 1 needs your attention, 1 could not be imported.")).toBeVisible();
  const rows = dialog.locator("[data-verdict]");
  const kinds = await rows.evaluateAll((rows) => rows.map((row) => row.dataset.verdict));
  expect(kinds).toEqual(["asks", "refused", "merged", "merged"]);
  // The focus is at what is said of all files, with its ring whole.
  const head = dialog.getByRole("group", { name: "Results" });
  await expect(head).toBeFocused();
  const [ring, body] = await Promise.all([head.boundingBox(), dialog.locator(".dialog-body").boundingBox()]);
  expect(ring.x - 4).toBeGreaterThanOrEqual(body.x);
  expect(ring.y - 4).toBeGreaterThanOrEqual(body.y);
  await dialog.getByLabel("Only files to check").check();
  await expect(rows.filter({ visible: true })).toHaveCount(2);
  const [saved] = await Promise.all([tab.page.waitForEvent("download"), tab.button("Save as text").click()]);
  expect(saved.suggestedFilename()).toBe("Import.txt");
  await tab.button("Keep mine").click();
  await expect(dialog.locator("[data-verdict=left-out]")).toContainText("Left out. Nothing changed.");
  await tab.close("Import");
  await tab.says(1, "supports [-]");
});
