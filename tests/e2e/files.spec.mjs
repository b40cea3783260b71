import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { SAMPLE, expect, fixture, test } from "./postil.mjs";

test("export, another browser, import: both layers are there", async ({ tab, person }) => {
  await tab.open();
  await tab.press("s", "1", "j", "o", "2", "e");
  await tab.page.keyboard.type("Says who?");
  await tab.press("Escape");
  const { name, file } = await tab.export();
  expect(name).toBe("Whose shared future - Reader 1.postil.json");
  await expect(tab.page.getByText(/not (exported|handed in)$/)).toBeHidden();

  const other = await (await person()).open();
  await other.press("m", "2");
  await other.says(1, "mixed [governance]");
  const verdicts = await other.import(file);
  await expect(verdicts).toContainText("Imported. Reader 1: 2 new paragraphs.");
  await other.close("Import");
  await other.says(1, "mixed [governance]");
  const rows = await other.annotators();
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: "1 of 10 answered" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "2 of 10 answered" })).toHaveCount(1);
  await other.saved();
  await other.reload();
  await expect(await other.annotators()).toHaveCount(2);
  await other.import(file);
  await expect(other.page.locator("[data-verdict]")).toContainText("Already here. Nothing changed.");
  await other.close("Import");

  // Both layers go back, and the first browser then has both too.
  const all = await other.export({ all: true });
  const layers = JSON.parse(all.text).layers;
  expect(layers).toHaveLength(2);
  await tab.import(all.file);
  await expect(tab.page.locator("[data-verdict]")).toContainText("Imported. Reader 1: 1 new paragraph.");
  await tab.close("Import");
  expect((await tab.export({ all: true })).text).toBe(all.text);
  await tab.says(1, "supports [sovereignty]");
});

test("the same state gives the same bytes, and the file fits its schema", async ({ tab }) => {
  await tab.open();
  await tab.press("s", "1", "c", "j", "0", "j", "j", "m", "1", "1", "e");
  await tab.page.keyboard.type("“Quoted” \\ and\nmore 👩‍🔬");
  await tab.press("Control+Enter");
  const first = await tab.export();
  const second = await tab.export();
  expect(second.text).toBe(first.text);
  expect(second.name).toBe(first.name);
  await tab.saved();
  await tab.reload();
  expect((await tab.export()).text).toBe(first.text);

  const schema = JSON.parse(readFileSync(fixture("static/schema/bundle-1.json"), "utf8"));
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, formats: { "date-time": true } });
  const validate = ajv.compile(schema);
  for (const { text } of [first, await tab.export({ all: true })]) {
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  }
  const broken = JSON.parse(first.text);
  broken.layers[0].records[0].stances.stance.option = 7;
  expect(validate(broken)).toBe(false);
});

test("an article of one's own travels with its annotations", async ({ tab, person }) => {
  await tab.open();
  await tab.article("A piece of my own\n\nIts first thought.\n\nIts second thought.");
  await tab.press("m", "1");
  const { file, name } = await tab.export();
  expect(name).toBe("A piece of my own - Reader 1.postil.json");
  const other = await (await person()).open();
  const verdicts = await other.import(file);
  await expect(verdicts).toHaveAttribute("data-verdict", "other");
  await expect(verdicts).toContainText("Made for another article: “A piece of my own”, with the answers of 1 person.");
  await expect(other.title).toHaveText(SAMPLE);
  await verdicts.getByRole("button", { name: "Open “A piece of my own”" }).click();
  await expect(other.title).toHaveText("A piece of my own");
  await expect((await other.annotators()).filter({ hasText: "1 of 2 answered" })).toHaveCount(1);
  await other.saved();
  await other.reload();
  await expect((await other.annotators()).filter({ hasText: "1 of 2 answered" })).toHaveCount(1);
});

test("many files at once are one step, and a dropped one is imported", async ({ tab, person }) => {
  const files = [];
  for (const key of ["s", "o", "n"]) {
    const each = await (await person()).open();
    await each.press(key);
    files.push((await each.export()).file);
  }
  await tab.open();
  await tab.import(...files, files[0]);
  const verdicts = tab.page.locator("[data-verdict]");
  await expect(verdicts.nth(2)).toContainText("Imported. Reader 1: 1 new paragraph.");
  await expect(verdicts.nth(3)).toContainText("Already here.");
  await tab.close("Import");
  await tab.button("Undo").click();
  await expect(tab.button("Undo")).toBeDisabled();
  await tab.role("link", "Compare").click();
  await expect(tab.page.getByRole("heading", { name: "Nobody has tagged this article yet" })).toBeVisible();
  await tab.drop(tab.page.locator("body"), files[1]);
  await expect(tab.role("dialog", "Import")).toBeVisible();
  await expect(verdicts).toContainText("Imported. Reader 1: 1 new paragraph.");
});

test("an older file of the same person is told from a newer one", async ({ tab, person }) => {
  await tab.open();
  await tab.press("s");
  const old = await tab.export();
  await tab.read(1);
  await tab.press("o");
  const young = await tab.export();
  const other = await (await person()).open();
  await other.import(young.file);
  await other.close("Import");
  await other.import(old.file);
  await expect(other.page.locator("[data-verdict]")).toContainText("Older than what you already have. Nothing changed.");
  await other.close("Import");
  await tab.read(2);
  await tab.press("x");
  await other.import((await tab.export()).file);
  await expect(other.page.locator("[data-verdict]")).toContainText("Imported. Reader 1: 1 new paragraph.");
});
