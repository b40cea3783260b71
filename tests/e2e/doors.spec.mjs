import { expect, journal, json, test } from "./postil.mjs";

const WORDS = "A text of our own\n\nThe first paragraph of it.\n\nThe second paragraph of it.";

/** What a teacher gives out: the article and its codebook, and nobody's annotations. */
async function given(person, change = () => {}) {
  const teacher = await person();
  await teacher.open();
  await teacher.article(WORDS);
  const { text } = await teacher.export();
  const bundle = JSON.parse(text);
  change(bundle);
  return json("reading.postil.json", JSON.stringify(bundle));
}

const swapped = ({ codebook: { questions } }) => {
  const { supports, opposes } = questions.stance.options;
  [supports.label, opposes.label] = [opposes.label, supports.label];
};

test("what a teacher gives out opens by the obvious door", async ({ tab, person }) => {
  const file = await given(person);
  await tab.open();
  const dialog = await tab.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles(file);
  await expect(dialog).toBeHidden();
  await expect(tab.title).toHaveText("A text of our own");
  await expect(tab.alerts).toHaveCount(0);
  await tab.press("s");
  await tab.says(1, "supports [-]");
});

test("a file with annotations opens its article, and offers them", async ({ tab, person }) => {
  const other = await person();
  await other.open();
  await other.article(WORDS);
  await other.press("o");
  const { file } = await other.export();
  await tab.open();
  const dialog = await tab.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles(file);
  await expect(tab.title).toHaveText("A text of our own");
  await expect(tab.page.getByText("The file also holds the answers of 1 person.")).toBeVisible();
  await tab.button("Add them").click();
  await expect(tab.role("dialog", "Import").locator("[data-verdict='merged']")).toBeVisible();
});

test("a file that calls the answers otherwise is asked about, and nothing changes before", async ({ tab, person }) => {
  const [first, second] = [await given(person), await given(person, swapped)];
  await tab.open();
  const dialog = await tab.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles(first);
  await expect(tab.title).toHaveText("A text of our own");
  await tab.press("s");
  await tab.saved();
  const before = await journal(tab.page, "articles");
  await tab.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles(second);
  await expect(dialog.getByText("answer “supports” is named “opposes”")).toBeVisible();
  expect(await journal(tab.page, "articles")).toEqual(before);
  await dialog.getByRole("button", { name: "Keep ours" }).click();
  await expect(dialog).toBeHidden();
  expect(await tab.role("radio", "supports").getAttribute("value")).toBe("supports");
  await tab.reload();
  await expect(tab.title).toHaveText("A text of our own");
  expect(await journal(tab.page, "articles")).toEqual(before);
});

test("on a phone, what a teacher gives out is one sentence and one button in the import too", async ({ person }) => {
  const file = await given(person, ({ article }) => (article.title = "A rather long title of a text of our own, which is read in class today"));
  const phone = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.open();
  await phone.button("More").tap();
  await phone.button("Import").tap();
  const dialog = phone.role("dialog", "Import");
  await dialog.getByLabel("Annotation files").setInputFiles(file);
  await expect(dialog.getByText(/is an article to read and tag\.$/)).toBeVisible();
  await expect(dialog.locator("[data-verdict='article']")).not.toContainText("annotators");
  await expect(dialog.getByRole("button", { name: "Done" })).toHaveCount(0);
  expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await dialog.getByRole("button", { name: "Open it" }).tap();
  await expect(phone.title).toContainText("A rather long title");
});
