import { classOf } from "./class.mjs";
import { bytes, expect, test, unzip } from "./postil.mjs";

// Any other article can take its place: POSTIL_ARTICLE is the path of a text file with five paragraphs or more.
const TRAMS =
  "Trams for a small town\n\nThe council wants a tram from the station to the hospital.\n\nThose who live on the way fear the noise of building.\n\n" +
  "Shops in other towns lost a third of their customers in the first year, and won them back in the third.\n\n" +
  "A bus costs less to buy, and more to run.\n\nWho pays for it has not been said.";
const ARTICLE = process.env.POSTIL_ARTICLE ?? { name: "trams.txt", mimeType: "text/plain", buffer: Buffer.from(TRAMS) };

const card = (tab, name) => tab.page.getByRole("group", { name, exact: true });

async function theme(tab, label, definition) {
  await tab.button("Add theme").click();
  const field = tab.page.getByRole("textbox", { name: "Label" }).last();
  await expect(field).toBeFocused();
  await tab.page.keyboard.type(label);
  await tab.page.keyboard.press("Tab");
  await card(tab, label).getByRole("textbox", { name: "Definition" }).fill(definition);
  await tab.page.keyboard.press("Tab");
}

async function saved(tab, button) {
  const [download] = await Promise.all([tab.page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), mimeType: "", buffer: await bytes(download) };
}

/** What the class gets: the article, a question of the teacher's and three themes that say what they mean. */
async function giveOut(tab) {
  await tab.open();
  await tab.article(ARTICLE);
  await tab.screen("Codebook");
  await tab.role("textbox", "About what").fill("what is planned");
  await theme(tab, "Money", "What it costs, and who pays.");
  await theme(tab, "Prices", "What single things cost.");
  await theme(tab, "People", "Who is named, and what they want.");
  await tab.saved();
  await tab.role("link", "Read").click();
  await tab.button("Give to the class").click();
  const form = tab.role("dialog", "Give to the class");
  await form.getByLabel("Instructions").fill("Read it once before you tag anything.");
  const file = await saved(tab, form.getByRole("button", { name: "Save the file" }));
  // What comes next stands in the bar.
  await tab.button("Collect").click();
  await expect(tab.page.getByText("Given today: one question")).toBeVisible();
  await tab.role("link", "Read").click();
  return file;
}

/** Two themes turn out to be one, and what it means is said better. */
async function merge(tab) {
  await tab.screen("Codebook");
  await card(tab, "Money").getByRole("textbox", { name: "Definition" }).fill("What it costs, in money or in anything else, and who pays.");
  await tab.page.keyboard.press("Tab");
  await card(tab, "Prices").getByRole("button", { name: "Merge into…" }).click();
  await card(tab, "Prices").getByRole("combobox", { name: "Merge into" }).selectOption("Money");
  await card(tab, "Prices").getByRole("button", { name: "Merge", exact: true }).click();
  await tab.saved();
}

/** A student opens the file, tags two paragraphs with the given keys, and hands in. */
async function handIn(student, file, name, first, second) {
  await student.open();
  const dialog = await student.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles(file);
  await expect(student.role("note", "What to do")).toContainText("Read it once");
  await expect(student.page.getByRole("radiogroup", { name: "What stance does the author take toward what is planned?" })).toBeVisible();
  await student.read(1);
  await student.press(...first, "j", ...second);
  await student.saved();
  const exporting = await student.dialog("Export");
  await exporting.getByLabel("Your name").fill(name);
  return saved(student, exporting.getByRole("button", { name: "Hand in" }));
}

test("a class of one’s own: from an empty codebook over a rule that changes to a file for everybody", async ({ tab, person }) => {
  test.setTimeout(120_000);
  const given = await giveOut(tab);
  const students = [];
  for (const [name, first, second] of [
    ["Adaobi", ["s", "1"], ["o", "3"]],
    ["Bennick", ["s", "2"], ["o", "3"]],
    ["Cemile", ["o", "1"], ["m", "2"]],
    ["Duarte", ["s", "3"], ["o", "1"]],
  ]) {
    const student = await person();
    students.push({ name, tab: student, work: await handIn(student, given, name, first, second) });
  }
  const titled = await tab.title.textContent();
  expect(students[0].work.name).toBe(`${titled} - Adaobi.postil.json`);

  // The work comes in after the rule has changed, and is put back under it.
  await merge(tab);
  await tab.import(...students.map(({ work }) => work));
  await expect(tab.page.locator("[data-verdict=merged]")).toHaveCount(4);
  await tab.close("Import");
  await tab.screen("Compare");
  await tab.part("Board");
  const cells = tab.role("grid", "Everybody’s answers").getByRole("gridcell", { name: /^(supports|opposes|mixed); / });
  await expect(cells.first()).toBeVisible();
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")));
  expect(names.sort()).toEqual(
    ["supports; Money", "opposes; People", "supports; Money", "opposes; People", "opposes; Money", "mixed; Money", "supports; People", "opposes; Money"].sort(),
  );
  await tab.reload();
  await tab.part("Board");
  await expect(cells).toHaveCount(8);

  // It is discussed, voted on and decided.
  await tab.screen("Discuss");
  const paragraph = tab.page.getByRole("heading", { level: 1 }).filter({ hasText: /^Paragraph/ });
  await expect(paragraph).toContainText("Paragraph 1");
  await tab.press("PageDown");
  await tab.page.getByLabel("Votes for supports").fill("3");
  await tab.press("PageDown");
  await expect(tab.page.getByRole("region", { name: "4 people answered before class" })).toBeVisible();
  await tab.role("textbox", "Argument").fill("It says what, not that it is good.");
  await tab.press("PageDown");
  await tab.page.getByLabel("Votes for supports").fill("4");
  await tab.press("Tab", "PageDown");
  await tab.role("radio", "supports").check();
  await tab.role("checkbox", "They understood it differently").check();
  await tab.button("Record the decision").click();
  await expect(tab.page.getByText(/^Decided, today\.$/)).toBeVisible();
  await tab.saved();

  // Everybody gets their own answers back, with what was decided.
  await tab.screen("Class");
  const zip = await saved(tab, tab.button("Give back"));
  const own = Object.entries(unzip(zip.buffer)).find(([name]) => /Adaobi.*json$/.test(name))[1].toString();
  for (const other of ["Bennick", "Cemile", "Duarte"]) expect(own).not.toContain(other);
  const { tab: adaobi } = students[0];
  const feedback = { name: "for Adaobi.postil.json", mimeType: "application/json", buffer: Buffer.from(own) };
  await expect(await adaobi.import(feedback)).toHaveAttribute("data-verdict", "merged");
  await adaobi.close("Import");
  await adaobi.screen("Compare");
  await adaobi.after("You and the class");
  await expect(adaobi.page.getByText("It says what, not that it is good.")).toBeVisible();
  await adaobi.saved();
  // What they said stands as they said it, also in the file that they export.
  expect((await adaobi.export()).text).toContain('"supports"');
});

test("a class of thirty on two versions is one class, and the numbers say under which its answers were given", async ({ tab }) => {
  test.setTimeout(120_000);
  await giveOut(tab);
  const first = (await tab.export()).text;
  await merge(tab);
  const second = (await tab.export()).text;
  const half = { annotators: 15, unfinished: 0 };
  await tab.import(classOf(first, { ...half, name: "first" }), classOf(second, { ...half, before: 15, seed: 2, name: "second" }));
  await expect(tab.page.locator("[data-verdict=merged]")).toHaveCount(2);
  // An earlier version of one's own is nothing to take over.
  await expect(tab.button("Use its changes")).toHaveCount(0);
  await expect(tab.role("dialog", "Import")).toContainText("an earlier version of your codebook. What has changed since: theme “Money” has a different description; theme “Prices” is merged into “Money”");
  await tab.close("Import");
  await tab.screen("Compare");
  await expect(tab.page.getByText("30 people", { exact: true })).toBeVisible();
  await tab.part("Board");
  const grid = tab.role("grid", "Everybody’s answers");
  await expect(grid).toBeVisible();
  // Whatever was said of the theme that went into another is read as that.
  await expect(grid.getByRole("gridcell", { name: /Money/ }).first()).toBeVisible();
  await expect(grid.getByRole("gridcell", { name: /Prices/ })).toHaveCount(0);
  await tab.part("Numbers");
  await expect(tab.page.getByText(/^Answers were given under 2 versions of the codebook: \d+ of \d+ under the current one\.$/)).toBeVisible();
});
