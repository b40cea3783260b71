import { bytes, expect, test } from "./postil.mjs";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" });

const TRAMS =
  "Trams for a small town\n\nThe council wants a tram from the station to the hospital.\n\nThose who live on the way fear the noise of building.\n\n" +
  "Shops in other towns lost a third of their customers in the first year, and won them back in the third.\n\n" +
  "A bus costs less to buy, and more to run.\n\nWho pays for it has not been said.";

const card = (tab, name) => tab.page.getByRole("group", { name, exact: true });

/** Taps what is large enough for a thumb. What lies under something else takes no tap: then this waits, and fails. */
async function tap(target) {
  await target.scrollIntoViewIfNeeded();
  const { width, height } = await target.boundingBox();
  expect(Math.min(width, height), `the smaller side of ${target}`).toBeGreaterThanOrEqual(24);
  await target.tap();
}

/** The page is as wide as the phone, and no wider. */
async function fits(tab, where) {
  const wide = await tab.page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]);
  expect(wide, where).toEqual([390, 390, 390]);
}

/** Taps a field and writes into it instead of what stood there. */
async function write(tab, field, words) {
  await tap(field);
  await expect(field).toBeFocused();
  await tab.press("Control+a");
  await tab.page.keyboard.type(words);
}

async function go(tab, screen) {
  await tap(tab.role("link", screen));
  await expect(tab.page.getByRole("main").getByRole("heading", { level: 1, name: screen === "Read" ? /^Trams/ : screen })).toBeVisible();
  await fits(tab, screen);
}

/** What has no room in the bar stands behind “More”. */
async function dialog(tab, name) {
  await tap(tab.button("More"));
  await tap(tab.button(name));
  const dialog = tab.role("dialog", name);
  await expect(dialog).toBeVisible();
  await fits(tab, name);
  return dialog;
}

/** Taps the field for files, and chooses one in the system’s dialog. */
async function choose(tab, field, file) {
  const [chooser] = await Promise.all([tab.page.waitForEvent("filechooser"), tap(field)]);
  await chooser.setFiles(file);
}

async function save(tab, button) {
  const [download] = await Promise.all([tab.page.waitForEvent("download"), tap(button)]);
  return { name: download.suggestedFilename(), mimeType: "application/json", buffer: await bytes(download) };
}

/** Opens the app. Before the first file is chosen, the browser must know that nobody sees its dialog. */
async function begin(tab) {
  tab.page.on("filechooser", () => {});
  await tab.open();
  await fits(tab, "the first screen");
}

async function theme(tab, label, definition) {
  await tap(tab.button("Add theme"));
  await expect(tab.page.getByRole("textbox", { name: "Label" }).last()).toBeFocused();
  await tab.page.keyboard.type(label);
  await write(tab, tab.page.locator(".theme-card").last().getByRole("textbox", { name: "Definition" }), definition);
  await expect(card(tab, label)).toBeVisible();
}

/** An article of one’s own, with a question and two themes that say what they mean. */
async function ask(tab) {
  const opening = await dialog(tab, "Open article");
  await tap(opening.getByLabel("Paste the text"));
  await tab.page.keyboard.insertText(TRAMS);
  await tap(opening.getByRole("button", { name: "Use this text" }));
  await expect(opening.getByLabel("Title")).toHaveValue("Trams for a small town");
  await fits(tab, "the paragraphs before they are opened");
  await tap(opening.getByRole("button", { name: "Open", exact: true }));
  await expect(tab.title).toHaveText("Trams for a small town");

  await go(tab, "Codebook");
  await write(tab, tab.role("textbox", "About what"), "what is planned");
  await theme(tab, "Money", "What it costs, and who pays.");
  await theme(tab, "People", "Who is named.");
  await write(tab, card(tab, "People").getByRole("textbox", { name: "Definition" }), "Who is named, and what they want.");
  // One more that is not needed after all.
  await tap(tab.button("Add theme"));
  await expect(tab.page.getByRole("textbox", { name: "Label" }).last()).toBeFocused();
  await tab.page.keyboard.type("Weather");
  await tap(tab.page.locator(".theme-card").last().getByRole("button", { name: "Archive" }));
  await expect(tab.page.getByText("Archived (1)")).toBeVisible();
  await fits(tab, "a codebook with themes");
  await tab.saved();
}

async function giveOut(tab) {
  await go(tab, "Read");
  const exporting = await dialog(tab, "Export");
  await tap(exporting.getByRole("button", { name: "Give to the class" }));
  const form = tab.role("dialog", "Give to the class");
  await write(tab, form.getByLabel("Instructions"), "Read it once before you tag anything.");
  await fits(tab, "Give to the class");
  const file = await save(tab, form.getByRole("button", { name: "Save the file" }));
  await expect(form).toBeHidden();
  return file;
}

/** Answers a paragraph: the stance lies open, themes and the note stand on the sheet that is drawn up. */
async function answer(tab, number, stance, themes, note) {
  const sheet = tab.inspector(number);
  await tap(tab.paragraph(number));
  await expect(sheet).toBeVisible();
  const choice = (role, name) => sheet.locator("label", { has: tab.role(role, name) });
  await tap(choice("radio", stance));
  await expect(tab.paragraph(number)).toHaveAttribute("data-stance", stance);
  const handle = sheet.getByRole("button", { name: /^Themes/ });
  await tap(handle);
  await expect(handle).toHaveAttribute("aria-expanded", "true");
  for (const name of themes) {
    await tap(choice("checkbox", name));
    await expect(tab.theme(name)).toBeChecked();
  }
  if (note) await write(tab, tab.note, note);
  await fits(tab, `the sheet of paragraph ${number}`);
  await tap(handle);
  await expect(handle).toHaveAttribute("aria-expanded", "false");
  await expect(tab.paragraph(number)).toBeInViewport();
  // The bar says that it is saved, with a line more or less; nobody scrolled, so it is still this paragraph’s turn.
  await tab.saved();
  await rests(tab);
  await expect(sheet).toBeVisible();
}

/** Until nothing has moved for a while. */
function rests(tab) {
  return tab.page.evaluate(
    () =>
      new Promise((done) => {
        let waits = setTimeout(done, 300);
        addEventListener("scroll", () => {
          clearTimeout(waits);
          waits = setTimeout(done, 300);
        });
      }),
  );
}

/** Opens what was given out, answers three paragraphs, and hands in under a name. */
async function handIn(student, given) {
  await begin(student);
  const opening = await dialog(student, "Open article");
  await choose(student, opening.getByLabel("Article file"), given);
  await expect(student.role("note", "What to do")).toContainText("Read it once");
  await fits(student, "what was given out");
  await answer(student, 1, "supports", ["People"]);
  await answer(student, 2, "opposes", ["People", "Money"], "They fear it, and nobody asks them.");
  await answer(student, 3, "mixed", ["Money"]);
  await student.saved();
  // One tap: it stands in the bar, being what is next.
  await tap(student.role("banner").getByRole("button", { name: "Hand in" }));
  const exporting = student.role("dialog", "Hand in");
  await expect(exporting).toBeVisible();
  await fits(student, "Hand in");
  await write(student, exporting.getByLabel(/^Your name/), "Adaobi");
  const work = await save(student, exporting.getByRole("button", { name: "Hand in" }));
  await expect(exporting).toBeHidden();
  return work;
}

test("a lesson of one’s own on two phones: it is made, given out, answered and compared with a thumb", async ({ tab, person }) => {
  await begin(tab);
  await ask(tab);
  const given = await giveOut(tab);
  await answer(tab, 1, "neutral", ["People"]);
  const work = await handIn(await person(), given);
  expect(work.name).toBe("Trams for a small town - Adaobi.postil.json");

  const importing = await dialog(tab, "Import");
  await choose(tab, importing.getByLabel("Annotation files"), work);
  await expect(tab.page.locator("[data-verdict=merged]")).toHaveCount(1);
  await fits(tab, "what became of the file");
  await tap(importing.getByRole("button", { name: "Done" }));
  await expect(importing).toBeHidden();
  await go(tab, "Compare");
  await fits(tab, "the overview");
  await tap(tab.role("tab", "People"));
  const board = tab.role("grid", "Everybody’s answers");
  const said = board.getByRole("gridcell", { name: /^(supports|opposes|mixed|neutral); / });
  await expect(said).toHaveCount(4);
  const names = await said.evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));
  expect(names.sort()).toEqual(["mixed; Money", "neutral; People", "opposes; Money, People; with a note", "supports; People"]);
  await fits(tab, "the board");
});
