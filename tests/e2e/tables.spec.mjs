import { bytes, expect, test } from "./postil.mjs";

/** The rows of a CSV file as RFC 4180 has them: quotation marks around cells, doubled inside. */
function rows(text) {
  const [found, row] = [[], []];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match; cell.lastIndex < text.length && (match = cell.exec(text)); ) {
    row.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] !== ",") found.push(row.splice(0));
  }
  return found;
}

/** The table that a button saves: its name, its head, and its rows as objects. */
async function table(tab, button) {
  const [download] = await Promise.all([tab.page.waitForEvent("download"), button.click()]);
  const text = (await bytes(download)).toString("utf8");
  expect(text.startsWith("\uFEFF"), "Excel takes it for UTF-8").toBe(true);
  const [head, ...body] = rows(text.slice(1));
  return { name: download.suggestedFilename(), head, body: body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]]))) };
}

test("Export has a table with one row a judgement, and no private note in it", async ({ tab }) => {
  await tab.open();
  await tab.option("supports").check();
  await tab.theme("Espionage").check();
  await tab.note.fill('=HYPERLINK("http://example.org","so, it says")');
  await tab.read(2);
  await tab.note.fill("nobody else reads this");
  await tab.role("checkbox", "Private").check();
  await tab.saved();
  const dialog = await tab.dialog("Export");
  const { name, head, body } = await table(tab, dialog.getByRole("button", { name: "CSV", exact: true }));
  expect(name).toMatch(/\.csv$/);
  expect(head.join()).toBe(
    "article,number,paragraph,annotator,name,round,kind,question,theme,label,value,value_label,confidence,start,end,quote,codebook,created",
  );
  expect(body.map(({ kind, number, value }) => [kind, number, value])).toEqual([
    ["stance", "1", "supports"],
    ["theme", "1", "true"],
    ["note", "1", `'=HYPERLINK("http://example.org","so, it says")`],
  ]);
  expect(body[0].created).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(body[0].codebook).not.toBe("");
  expect(JSON.stringify(body)).not.toContain("nobody else");
  // Nothing comes back from a table: what was said is still to be handed out.
  await expect(tab.page.getByText(/not (handed in|exported)/i).first()).toBeVisible();
});

test("the tables of Compare are saved, and copied into cells", async ({ tab }) => {
  await tab.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await tab.example();
  const answers = await table(tab, tab.button("Save as CSV: answers by paragraph"));
  expect(answers.head).toEqual(["paragraph", "text", "supports", "opposes", "mixed", "neutral", "no stance", "not answered"]);
  expect(answers.body).toHaveLength(10);
  await tab.part("Board");
  await tab.button("Copy the table: board").click();
  await expect(tab.page.getByText("Copied.", { exact: true })).toBeVisible();
  const copied = await tab.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trimEnd().split("\n").map((line) => line.split("\t").length)).toEqual(Array(11).fill(14));
  await tab.part("Themes");
  expect((await table(tab, tab.button("Save as CSV: theme frequency"))).head[0]).toBe("theme");
  await tab.part("Numbers");
  await expect(tab.page.getByText("Computing…")).toHaveCount(0);
  const { body } = await table(tab, tab.button("Save as CSV: numbers"));
  const alpha = body.find(({ coefficient }) => coefficient === "Krippendorff’s alpha");
  expect(Number(alpha.interval_low)).toBeLessThanOrEqual(Number(alpha.value));
  await tab.button("Copy the sentence").click();
  await expect.poll(() => tab.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Krippendorff’s alpha \(nominal\) = .* seed \d+\), n = 12 people and 10 paragraphs/);
});
