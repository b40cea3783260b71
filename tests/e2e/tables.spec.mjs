import { bring, classOf } from "./class.mjs";
import { bytes, expect, paragraphs, test, text } from "./postil.mjs";

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
  await tab.role("button", /^How is this computed\? Krippendorff’s alpha/).first().click();
  const cells = await table(tab, tab.role("button", "Save as CSV: Coincidence matrix"));
  expect(cells.body.length).toBeGreaterThan(1);
  await tab.button("Copy the sentence").click();
  await expect.poll(() => tab.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Krippendorff’s alpha \(nominal\) = .* seed \d+\), n = 12 people and 10 paragraphs/);
});

test("who has handed in is saved as a table", async ({ tab }) => {
  await tab.example();
  await tab.screen("Class");
  const rows = await tab.role("table", "Handed in").getByRole("row").count();
  const { name, head, body } = await table(tab, tab.button("Save as CSV: handed in"));
  expect(name).toMatch(/ - handed-in\.csv$/);
  expect(head.join()).toBe("name,name_in_file,file,answered,paragraphs,latest_change,late,to_check");
  expect(body).toHaveLength(rows - 1);
  expect(body[0].paragraphs).toBe("10");
});

/** What a button saves: its name and its bytes. */
async function file(tab, name) {
  const [download] = await Promise.all([tab.page.waitForEvent("download"), tab.button(name).click()]);
  return { name: download.suggestedFilename(), content: await bytes(download) };
}

/** Saves a chart as SVG and as PNG, and reads both: the words of the SVG, and the size of each. */
async function picture(tab, chart) {
  const svg = await file(tab, `Save as SVG: ${chart}`);
  expect(svg.name).toMatch(/\.svg$/);
  // In a page without our policy, which lets nothing be parsed.
  const blank = await tab.page.context().newPage();
  const read = await blank.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    const root = document.documentElement;
    return {
      broken: document.querySelector("parsererror")?.textContent,
      title: root.querySelector(":scope > title").textContent,
      desc: root.querySelector(":scope > desc").textContent,
      size: ["width", "height"].map((side) => Number(root.getAttribute(side))),
    };
  }, svg.content.toString("utf8"));
  await blank.close();
  expect(read.broken).toBeUndefined();
  const png = await file(tab, `Save as PNG: ${chart}`);
  expect(png.name).toBe(svg.name.replace(/svg$/, "png"));
  expect(png.content.toString("latin1", 1, 4)).toBe("PNG");
  // Twice as fine as it is drawn.
  expect([16, 20].map((at) => png.content.readUInt32BE(at))).toEqual(read.size.map((side) => 2 * side));
  return { ...read, name: svg.name };
}

test("the charts of Compare are saved as SVG and as PNG, with their numbers in words", async ({ tab }) => {
  await tab.example();
  const answers = await picture(tab, "answers by paragraph");
  expect(answers.name).toMatch(/ - answers\.svg$/);
  expect(answers.title).toBe("Answers by paragraph");
  expect(answers.desc).toContain("Paragraph 1: neutral 10, no stance 2.");
  await tab.part("Portrait");
  expect((await picture(tab, "portrait")).title).toBe("Portrait");
  await tab.part("Themes");
  for (const chart of ["theme frequency", "stance by theme", "co-occurrence of themes"]) await picture(tab, chart);
  // Of a dozen people pairs are a table, which is no picture.
  await tab.part("Numbers");
  await expect(tab.button("Copy the table: pairs")).toBeVisible();
  await expect(tab.button("Save as SVG: pairs")).toHaveCount(0);
});

test("how the pairs of more than a dozen people are spread is saved as SVG and as PNG", async ({ tab }) => {
  await tab.open();
  await tab.article(text("short.txt", paragraphs(8)));
  await tab.press("s");
  const { text: pattern } = await tab.export();
  await bring(tab, classOf(pattern, { annotators: 19 }));
  await tab.close("Import");
  await tab.screen("Compare");
  await tab.part("Numbers");
  await expect(tab.role("figure", "Cohen’s kappa of all pairs")).toBeVisible();
  const pairs = await picture(tab, "pairs");
  expect(pairs.name).toMatch(/ - pairs\.svg$/);
  expect(pairs.title).toBe("Cohen’s kappa of all pairs");
  expect(pairs.desc).toMatch(/\d\.\d to \d\.\d: \d+ pairs?/);
  await expect(tab.button("Save as CSV: pairs")).toBeVisible();
});
