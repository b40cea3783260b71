import { truncateSync, writeFileSync } from "node:fs";
import { expect, json, journal, stored, test } from "./postil.mjs";

// Each bad file is made of a good one: what becomes of it, and a part of the sentence.
const BAD = {
  "an empty file": [() => "", "refused", "Not a Postil file. It is empty. Nothing changed; choose another file or ask for this one again."],
  "plain words": [() => "hello", "refused", "Not a Postil file."],
  "JSON of another kind": [() => '{"format": "other", "version": 1}', "refused", "It does not say that it is a Postil file."],
  "a list": [() => "[1, 2, 3]", "refused", "It does not say that it is a Postil file."],
  "a truncated file": [(good) => good.slice(0, good.length / 2), "refused", "Damaged. "],
  "a newer version": [(good) => good.replace('"version": 1', '"version": 2'), "refused", "A newer version of Postil made this file."],
  "a version that is none": [(good) => good.replace('"version": 1', '"version": "one"'), "refused", "Damaged. "],
  "10,000 levels deep": [
    () => `{"format": "postil", "version": 1, "article": ${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
    "refused",
    "Damaged. ",
  ],
  "duplicate fields": [(good) => good.replace('"version": 1', '"version": 1, "version": 1'), "refused", "Damaged. "],
  "no article": [() => '{"format": "postil", "version": 1}', "refused", "Damaged. "],
  "no layers": [(good) => change(good, (file) => (file.layers = [])), "empty", "It holds the article and no answers."],
};

const change = (good, edit) => {
  const file = JSON.parse(good);
  edit(file);
  return JSON.stringify(file);
};

test("every bad file gets its sentence and changes nothing", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("s", "1");
  const good = (await other.export()).text;
  await tab.open();
  await tab.press("o");
  await tab.saved();
  const before = [await stored(tab.page), await journal(tab.page)];
  for (const [name, [make, verdict, sentence]] of Object.entries(BAD)) {
    await test.step(name, async () => {
      const verdicts = await tab.import(json(`${name}.json`, make(good)));
      await expect(verdicts).toHaveAttribute("data-verdict", verdict);
      await expect(verdicts).toContainText(sentence);
      await expect(verdicts).toContainText("Nothing changed");
      await expect(tab.button("Undo import")).toBeHidden();
      await tab.close("Import");
    });
  }
  const bytes = { name: "image.json", mimeType: "application/json", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]) };
  await expect(await tab.import(bytes)).toContainText("Not a Postil file. It is not a text file (unreadable from byte 1).");
  await tab.close("Import");
  expect([await stored(tab.page), await journal(tab.page)]).toEqual(before);
});

test("a file of 200 MB is refused without being read", async ({ tab }, info) => {
  const path = info.outputPath("huge.postil.json");
  writeFileSync(path, '{"format": "postil", "version": 1,');
  truncateSync(path, 200_000_000);
  await tab.open();
  await expect(await tab.import(path)).toContainText("It is larger than 64 MB, too large to be a Postil file.");
});

test("parts that cannot be read are left out and named; the rest comes in", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("s", "j", "o");
  const good = (await other.export()).text;
  const text = change(good, (file) => {
    file.layers[0].records[1].stances.stance.stamp = "yesterday";
  });
  await tab.open();
  const verdicts = await tab.import(json("partly.json", text));
  await expect(verdicts).toHaveAttribute("data-verdict", "merged");
  await expect(verdicts).toContainText(/parts? (was|were) left out/);
  await expect(verdicts).toContainText(/Line \d+, at layers\[0\]\.records\[1\]/);
});

test("hostile strings stay strings", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("s", "e");
  await other.page.keyboard.type("plain");
  await other.press("Escape");
  const good = (await other.export()).text;
  const hostile = `</textarea><img src=x onerror="alert(1)">\u202e javascript:alert(2) ${"A".repeat(20_000)}`;
  const text = change(good, (file) => {
    Object.values(file.people)[0].name.value = hostile;
    file.layers[0].records[0].note.texts[0].text = hostile;
    file.article.byline = hostile;
    file["__proto__x"] = { constructor: hostile };
  }).replace("__proto__x", "__proto__");
  await tab.open();
  await expect(await tab.import(json('"><script>.json', text))).toHaveAttribute("data-verdict", "merged");
  await tab.close("Import");
  await expect((await tab.annotators()).first()).toContainText("</textarea><img");
  await tab.button("Annotator: Reader 1").click();
  await expect(tab.role("dialog", "People in this browser")).toContainText("</textarea><img");
  await tab.close("People in this browser");
  expect(await tab.page.evaluate(() => ({}).constructor === Object)).toBe(true);
  await tab.saved();
  await tab.reload();
  await expect((await tab.annotators()).first()).toContainText("</textarea><img");
});
