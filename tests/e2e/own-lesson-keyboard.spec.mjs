import { bytes, expect, test, unzip } from "./postil.mjs";

const TRAMS =
  "Trams for a small town\n\nThe council wants a tram from the station to the hospital.\n\nThose who live on the way fear the noise of building.\n\n" +
  "Shops in other towns lost a third of their customers in the first year, and won them back in the third.\n\n" +
  "A bus costs less to buy, and more to run.\n\nWho pays for it has not been said.";

const card = (tab, name) => tab.page.getByRole("group", { name, exact: true });
const cards = (tab) => tab.page.locator(".theme-card:not([data-archived])").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));

/** Presses Tab until the control has the focus, and no more often than somebody would who knows that it is there. */
async function reach(tab, role, name, { within = tab.page, back = false, bound = 120 } = {}) {
  const reached = within.getByRole(role, { name, exact: typeof name === "string" }).and(tab.page.locator(":focus"));
  for (let presses = 0; presses <= bound; presses += 1) {
    if ((await reached.count()) > 0) return;
    await tab.page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  const where = await tab.page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
  throw new Error(`${role} “${name}” is not reached with ${bound} times Tab; the focus is on ${where}`);
}

async function use(tab, role, name, options) {
  await reach(tab, role, name, options);
  await tab.press("Enter");
}

/** Goes to a screen by its link, which stands before everything on the screen that one comes from. */
async function go(tab, screen) {
  // A discussion has the whole screen, and one key leads out of it.
  if (await tab.button("Leave").isVisible()) {
    await tab.press("Escape");
    await expect(tab.button("Leave")).toBeHidden();
  }
  await use(tab, "link", screen, { back: true });
  if (screen === "Read") await expect(tab.current).toBeFocused();
  else await expect(tab.page.getByRole("main").getByRole("heading", { level: 1, name: screen === "Discuss" ? /^Paragraph/ : screen })).toBeVisible();
}

/** What is in a field gives way to other words. */
async function write(tab, name, words, { role = "textbox", ...options } = {}) {
  await reach(tab, role, name, options);
  await tab.press("Control+a");
  await tab.page.keyboard.type(words);
}

/** Opens the menu of files: what is in it comes next. */
async function files(tab, options) {
  await use(tab, "button", "Files", options);
  await expect(tab.button("Import")).toBeVisible();
}

async function dialog(tab, name) {
  if (["Open article", "Import", "Export"].includes(name)) await files(tab);
  await use(tab, "button", name);
  await expect(tab.role("dialog", name)).toBeVisible();
  return tab.role("dialog", name);
}

/** Chooses files: the field by keyboard, and what is in the system’s dialog in it. */
async function choose(tab, field, ...files) {
  await reach(tab, "button", field);
  const [chooser] = await Promise.all([tab.page.waitForEvent("filechooser"), tab.press("Space")]);
  await chooser.setFiles(files);
}

async function save(tab, button) {
  await reach(tab, "button", button);
  const [download] = await Promise.all([tab.page.waitForEvent("download"), tab.press("Enter")]);
  return { name: download.suggestedFilename(), mimeType: "application/json", buffer: await bytes(download) };
}

/** Opens the app. Before the first file is chosen, the browser must know that nobody sees its dialog. */
async function begin(tab) {
  tab.page.on("filechooser", () => {});
  await tab.open();
}

async function theme(tab, label, definition) {
  await use(tab, "button", "Add theme");
  await expect(tab.page.getByRole("textbox", { name: "Label" }).last()).toBeFocused();
  await tab.page.keyboard.type(label);
  await tab.press("Tab");
  await expect(card(tab, label)).toBeVisible();
  await reach(tab, "textbox", "Definition", { within: card(tab, label) });
  await tab.page.keyboard.type(definition);
}

/** From an empty codebook to one that asks about the article, in words of the teacher’s. */
async function ask(tab) {
  await dialog(tab, "Open article");
  await reach(tab, "textbox", "Paste the text");
  await tab.page.keyboard.insertText(TRAMS);
  await use(tab, "button", "Use this text");
  await expect(tab.role("dialog", "Open article").getByLabel("Title")).toHaveValue("Trams for a small town");
  await use(tab, "button", "Open");
  await expect(tab.title).toHaveText("Trams for a small town");

  await go(tab, "Codebook");
  await write(tab, "About what", "what is planned");
  await theme(tab, "Money", "What it costs, and who pays.");
  await theme(tab, "Prices", "What single things cost.");
  await theme(tab, "People", "Who is named, and what they want.");
  await theme(tab, "Din", "What is heard.");
  await write(tab, "Label", "Noise", { within: card(tab, "Din"), back: true });
  await tab.press("Tab");
  await expect.poll(() => cards(tab)).toEqual(["Money", "Prices", "People", "Noise"]);
}

/** Tags three paragraphs to see whether the themes fit. */
async function tryOut(tab) {
  await go(tab, "Read");
  await tab.press("s", "3", "j", "o", "3", "4", "j", "n", "2");
  await expect(tab.page.getByRole("radiogroup", { name: "What stance does the author take toward what is planned?" })).toBeVisible();
  await tab.saved();
}

/** Two themes become one, one becomes two, and one goes and comes back. */
async function tidy(tab) {
  await go(tab, "Codebook");
  await use(tab, "button", "Merge into…", { within: card(tab, "Prices"), back: true });
  await expect(card(tab, "Prices").getByRole("combobox", { name: "Merge into" })).toBeFocused();
  await tab.press("ArrowDown");
  await use(tab, "button", "Merge", { within: card(tab, "Prices"), exact: true });
  await expect.poll(() => cards(tab)).toEqual(["Money", "People", "Noise"]);
  await use(tab, "button", "Split…", { within: card(tab, "People") });
  await reach(tab, "textbox", "New themes");
  await tab.page.keyboard.type("Council");
  await tab.press("Enter");
  await tab.page.keyboard.type("Residents");
  await use(tab, "button", "Split");
  await expect.poll(() => cards(tab)).toEqual(["Money", "Council", "Residents", "Noise"]);
  await use(tab, "button", "Archive", { within: card(tab, "Noise") });
  await expect.poll(() => cards(tab)).toEqual(["Money", "Council", "Residents"]);
  await tab.press("Control+z");
  await expect.poll(() => cards(tab)).toEqual(["Money", "Council", "Residents", "Noise"]);
  await tab.saved();
  await tab.reload();
  await expect.poll(() => cards(tab)).toEqual(["Money", "Council", "Residents", "Noise"]);
}

/** What was tagged under the earlier themes is gone through in Read, with the rules beside it. */
async function lookAgain(tab) {
  await expect(tab.page.getByText("3 paragraphs were tagged under an earlier definition.")).toBeVisible();
  await use(tab, "button", "Check again");
  const again = card(tab, "Tagged under an earlier definition");
  await expect(again).toContainText("“People” was split into “Council” and “Residents”.");
  await expect(tab.paragraph(1)).toBeFocused();
  await swap(tab, "Council");
  await expect(again).toContainText("Nothing on this paragraph.");
  await tab.press("]");
  await expect(tab.paragraph(2)).toBeFocused();
  await swap(tab, "Residents");
  await tab.press("]");
  await expect(again).toContainText("“Prices” was merged into “Money”.");
  await expect(again).toContainText("What single things cost.");
  await tab.press("r");
  await expect(again).toBeHidden();
  await tab.saved();
}

/** Chooses a part of what was “People” instead of it. */
async function swap(tab, name) {
  await tab.press("t");
  await tab.page.keyboard.type(name);
  await tab.press("Enter");
  await expect(tab.theme(name)).toBeChecked();
  await tab.page.keyboard.type("People");
  await tab.press("Enter");
  await expect(tab.theme("People")).toHaveCount(0);
  await tab.press("Escape");
  await expect(tab.current).toBeFocused();
}

/** Gives out the article with what is asked. */
async function giveOut(tab) {
  await dialog(tab, "Export");
  await use(tab, "button", "Give to the class");
  const form = tab.role("dialog", "Give to the class");
  await expect(form).toBeVisible();
  await write(tab, "Instructions", "Read it once before you tag anything.");
  const file = await save(tab, "Save the file");
  await expect(form).toBeHidden();
  expect(JSON.parse(file.buffer)).toMatchObject({ kind: "assignment", layers: [] });
  return file;
}

/** Opens what was given out and reads it; the keys tag, and a name is typed once. */
async function handIn(student, given, name, tag) {
  await begin(student);
  await dialog(student, "Open article");
  await choose(student, "Article file", given);
  await expect(student.role("note", "What to do")).toContainText("Read it once");
  await expect(student.role("group", "Themes").getByRole("checkbox")).toHaveCount(5);
  await expect(student.paragraph(1)).toBeFocused();
  await tag(student);
  await student.saved();
  await dialog(student, "Export");
  await write(student, /^Your name/, name);
  const work = await save(student, "Hand in");
  await expect(student.role("dialog", "Export")).toBeHidden();
  return work;
}

/** A theme that has no key of its own is found by typing. */
async function find(student, name) {
  await student.press("t");
  await student.page.keyboard.type(name);
  await student.press("Enter");
  await expect(student.theme(name)).toBeChecked();
  await student.press("Escape");
  await expect(student.current).toBeFocused();
}

async function adaobi(student) {
  await student.press("s");
  await find(student, "Council");
  await student.press("j", "o", "4", "e");
  await student.page.keyboard.type("They fear it, and nobody asks them.");
  await student.press("Escape");
  await expect(student.paragraph(2)).toBeFocused();
  await student.press("j", "m", "1");
}

async function bennick(student) {
  await student.press("n");
  await find(student, "Council");
  await student.press("j", "o");
  await find(student, "Residents");
  await student.press("j", "o", "1");
}

/** What comes once the class has talked, in Class. */
async function after(tab, name) {
  await go(tab, "Class");
  await use(tab, "link", name);
}

/** The class talks about the paragraph on which it differs most, votes twice and decides. */
async function discuss(tab) {
  await go(tab, "Discuss");
  await tab.press("PageDown");
  await expect(tab.role("radio", "Vote")).toBeChecked();
  await write(tab, "Votes for mixed", "1", { role: "spinbutton" });
  await tab.press("PageDown");
  await expect(tab.page.getByRole("region", { name: "3 people answered before class" })).toBeVisible();
  await write(tab, "Argument", "It says what, not that it is good.");
  await tab.press("PageDown");
  await expect(tab.role("radio", "Vote again")).toBeChecked();
  await write(tab, "Votes for mixed", "2", { role: "spinbutton" });
  await tab.press("PageDown");
  await expect(tab.role("radio", "Decide")).toBeChecked();
  await use(tab, "button", "Accept this answer: supports");
  await reach(tab, "checkbox", "They understood it differently");
  await tab.press("Space");
  await use(tab, "button", "Record the decision");
  await expect(tab.page.getByText(/^Decided, today\.$/)).toBeVisible();
  await tab.saved();
}

test("a class of one’s own by keyboard alone: from an empty codebook to a file for everybody", async ({ tab, person }) => {
  test.setTimeout(120_000);
  await begin(tab);
  await ask(tab);
  await tryOut(tab);
  await tidy(tab);
  await lookAgain(tab);
  const given = await giveOut(tab);
  const [first, second] = [await person(), await person()];
  const works = [await handIn(first, given, "Adaobi", adaobi), await handIn(second, given, "Bennick", bennick)];
  expect(works.map(({ name }) => name)).toEqual(["Trams for a small town - Adaobi.postil.json", "Trams for a small town - Bennick.postil.json"]);

  await dialog(tab, "Import");
  await choose(tab, "Annotation files", ...works);
  await expect(tab.page.locator("[data-verdict=merged]")).toHaveCount(2);
  await tab.press("Escape");
  await go(tab, "Compare");
  // The parts are one stop of Tab, and arrows choose.
  await reach(tab, "tab", "Overview");
  await tab.press("ArrowRight");
  await expect(tab.role("tab", "People")).toBeFocused();
  const cells = tab.role("grid", "Everybody’s answers").getByRole("gridcell", { name: /^(supports|opposes|mixed|neutral)/ });
  await expect(cells).toHaveCount(9);
  // Arrows go through the table, and Enter goes from a cell of it to the paragraph.
  await reach(tab, "columnheader", "Paragraph");
  await tab.press("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(tab.page.locator(":focus")).toHaveAccessibleName("supports; Council");
  await tab.press("Enter");
  await expect(tab.inspector(1)).toBeVisible();
  await discuss(tab);

  // Everybody gets their own answers back, with what was decided.
  await go(tab, "Class");
  const zip = await save(tab, "Give back");
  const own = Object.entries(unzip(zip.buffer)).find(([name]) => /Adaobi.*json$/.test(name))[1];
  expect(own.toString()).not.toContain("Bennick");
  await files(first, { back: true });
  await use(first, "button", "Import");
  await choose(first, "Annotation files", { name: "for Adaobi.postil.json", mimeType: "application/json", buffer: own });
  await expect(first.page.locator("[data-verdict=merged]")).toHaveCount(1);
  await first.press("Escape");
  await after(first, "You and the class");
  await expect(first.page.getByText("It says what, not that it is good.")).toBeVisible();
  await first.saved();
});
