import { readFileSync } from "node:fs";
import { SAMPLE, expect, test, text } from "./postil.mjs";

const BEES = "On bees in the city\n\nBees do well on roofs, some say.\n\nOthers count fewer wild bees every year.\n\nWhat is to be done is disputed.";
const card = (tab, name) => tab.page.getByRole("group", { name, exact: true });

test("one’s own question and themes are written in place, merged, archived, taken back, and there after a reload", async ({ tab }) => {
  await tab.open();
  await tab.article(BEES);
  // Nothing has to be chosen before reading: one neutral question, and themes as they are met.
  await expect(tab.page.getByRole("radiogroup", { name: "What stance does the author take toward the main claim?" })).toBeVisible();
  await tab.make("Bees", "City");
  await tab.press("s", "j");
  await tab.make("Wild bees");
  await tab.saved();
  const said = await tab.said(2);

  await tab.screen("Codebook");
  await tab.role("textbox", "About what").fill("bees in the city");
  await card(tab, "Bees").getByRole("textbox", { name: "Definition" }).fill("All that is said of kept bees.");
  await card(tab, "Bees").getByRole("textbox", { name: "Label" }).fill("Kept bees");
  await tab.page.keyboard.press("Tab");
  await expect(card(tab, "Kept bees")).toBeVisible();
  await tab.role("link", "Read").click();
  await expect(tab.page.getByRole("radiogroup", { name: "What stance does the author take toward bees in the city?" })).toBeVisible();
  await expect(tab.theme("Kept bees")).toBeVisible();

  await tab.screen("Codebook");
  await card(tab, "Wild bees").getByRole("button", { name: "Merge into…" }).click();
  await card(tab, "Wild bees").getByRole("combobox", { name: "Merge into" }).selectOption("Kept bees");
  await card(tab, "Wild bees").getByRole("button", { name: "Merge", exact: true }).click();
  await expect(tab.page.getByText("Archived (1)")).toBeVisible();
  await tab.role("link", "Read").click();
  await tab.read(2);
  await expect(tab.theme("Kept bees")).toBeChecked();
  await expect(tab.theme("Wild bees")).toHaveCount(0);
  await tab.saved();
  await tab.reload();
  await tab.read(2);
  await expect(tab.theme("Kept bees")).toBeChecked();
  expect(await tab.said(2)).not.toBe(said);

  await tab.screen("Codebook");
  await card(tab, "City").getByRole("button", { name: "Archive" }).click();
  await expect(tab.page.getByText("Archived (2)")).toBeVisible();
  await tab.page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(tab.page.getByText("Archived (1)")).toBeVisible();
  await tab.page.getByText("Archived (1)").click();
  await card(tab, "Wild bees").getByRole("button", { name: "Bring back" }).click();
  await expect(tab.page.getByText(/^Archived/)).toBeHidden();
  await tab.role("link", "Read").click();
  // None of it touched what was tagged.
  await tab.says(2, said);
});

test("a codebook is written by keyboard alone", async ({ tab }) => {
  await tab.open();
  await tab.article(BEES);
  await tab.screen("Codebook");
  const add = tab.page.getByRole("button", { name: "Add theme" });
  await add.focus();
  await tab.page.keyboard.press("Enter");
  // The new theme waits for its name.
  const label = tab.page.getByRole("textbox", { name: "Label" }).last();
  await expect(label).toBeFocused();
  await tab.page.keyboard.type("Harvest");
  await tab.page.keyboard.press("Tab");
  await expect(card(tab, "Harvest")).toBeVisible();
  await add.focus();
  await tab.page.keyboard.press("Enter");
  await expect(tab.page.getByRole("textbox", { name: "Label" }).last()).toBeFocused();
  await tab.page.keyboard.type("Honey");
  await tab.page.keyboard.press("Tab");
  const names = () => tab.page.locator(".theme-card").evaluateAll((cards) => cards.map((card) => card.getAttribute("aria-label")));
  await expect.poll(names).toEqual(["Harvest", "Honey"]);
  await card(tab, "Honey").getByRole("button", { name: "Move up" }).focus();
  await tab.page.keyboard.press("Enter");
  await expect.poll(names).toEqual(["Honey", "Harvest"]);
  await tab.page.keyboard.press("Control+z");
  await expect.poll(names).toEqual(["Harvest", "Honey"]);
});

test("a codebook goes out in every format, and one from a table takes its place until that is undone", async ({ tab, person }) => {
  await tab.open();
  await tab.screen("Codebook");
  await tab.page.getByText("As a file", { exact: true }).click();
  const files = [];
  for (const [name, ending] of [
    ["Save as a Postil codebook", ".postil-codebook.json"],
    ["Save as a table with all columns", ".csv"],
    ["Save as tags and descriptions", ".csv"],
    ["Save as a REFI-QDA codebook", ".qdc"],
  ]) {
    const download = tab.page.waitForEvent("download");
    await tab.button(name).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`Visions of cyberspace${ending}`);
    files.push({ name: file.suggestedFilename(), mimeType: "", buffer: readFileSync(await file.path()) });
  }
  const other = await (await person()).open();
  await other.article(BEES);
  await other.press("s");
  await other.codebook(files[1]);
  await expect(other.theme("Espionage")).toBeVisible();
  // What was tagged with the earlier codebook waits to be matched, or is answered anew.
  await other.says(1, "- [-]");
  await other.press("s", "1");
  await other.says(1, "supports [sovereignty]");
  await other.saved();
  await other.reload();
  await other.says(1, "supports [sovereignty]");

  await other.screen("Codebook");
  await other.page.getByText("As a file", { exact: true }).click();
  await other.page.getByLabel("Import a codebook").setInputFiles(text("cut.qdc", files[3].buffer.toString().slice(0, 900)));
  await expect(other.alerts.filter({ hasText: "Nothing was changed." })).toBeVisible();
  await expect(card(other, "Espionage")).toBeVisible();
});

test("what two people said with codebooks of their own is matched, counted as one, and matched otherwise", async ({ tab, person }) => {
  await tab.open();
  await tab.article(BEES);
  await tab.screen("Codebook");
  await tab.role("textbox", "About what").fill("keeping bees");
  await tab.role("link", "Read").click();
  await tab.read(1);
  await tab.make("Bees");
  await tab.press("s", "j");
  await tab.make("Town");
  await tab.saved();
  const theirs = (await tab.export()).file;

  const here = await (await person()).open();
  await here.article(BEES);
  await here.screen("Codebook");
  await here.role("textbox", "About what").fill("bees on roofs");
  await here.role("link", "Read").click();
  await here.read(1);
  await here.make("Kept bees", "City");
  await here.press("o");
  await here.saved();
  await here.import(theirs);
  await here.close("Import");
  // Until somebody says what they are, their codes stand as theirs.
  const verdict = () => here.page.getByRole("region", { name: "Codes of another codebook" });
  await here.screen("Codebook");
  const table = verdict().getByRole("table").first();
  await expect(table.getByRole("row")).toHaveCount(1 + 4);
  const rows = await table.getByRole("rowheader").allTextContents();
  expect(rows).toEqual(["What stance does the author take toward keeping bees?", "supports", "Bees", "Town"]);
  await verdict().getByText("Codes that nobody chose (4)").click();
  const ours = (name) => verdict().getByRole("combobox", { name: `Your code for ${name}` });
  // The question by hand: its answers are suggested then, and taken together.
  await ours("What stance does the author take toward keeping bees?").focus();
  await here.page.keyboard.press("ArrowDown");
  await here.page.keyboard.press("ArrowDown");
  await expect(ours("What stance does the author take toward keeping bees?").locator("option:checked")).toHaveText("What stance does the author take toward bees on roofs?");
  await verdict().getByRole("button", { name: "Match similar names (5)" }).click();
  await ours("Bees").selectOption("Kept bees");
  await ours("Town").selectOption("City");
  const cells = async () => {
    await here.screen("Compare");
    await here.part("Board");
    const cells = here.role("grid", "Everybody’s answers").getByRole("gridcell");
    await expect(cells.first()).toBeVisible();
    return (await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")))).filter((name) => /;/.test(name)).sort();
  };
  expect(await cells()).toEqual(["opposes; Kept bees, City", "question not answered; City", "supports; Kept bees"]);
  // And otherwise, as a step that can be taken back, and after a reload.
  await here.screen("Codebook");
  await ours("Town").selectOption("Do not match");
  expect(await cells()).toEqual(["opposes; Kept bees, City", "question not answered; Town", "supports; Kept bees"]);
  await here.saved();
  await here.reload();
  expect(await cells()).toEqual(["opposes; Kept bees, City", "question not answered; Town", "supports; Kept bees"]);
  await here.screen("Codebook");
  await ours("Town").selectOption("Kept bees");
  expect(await cells()).toEqual(["opposes; Kept bees, City", "question not answered; Kept bees", "supports; Kept bees"]);
  await here.button("Undo").click();
  expect(await cells()).toEqual(["opposes; Kept bees, City", "question not answered; Town", "supports; Kept bees"]);
});

test("what one said with a codebook that was replaced is said in Read, and its themes go by their names", async ({ tab }) => {
  await tab.open();
  await tab.article(BEES);
  await tab.make("Bees");
  await tab.press("s");
  await tab.saved();
  const table = ["kind,id,question,label,prompt,parent,key,definition", "question,q,,,What does the writer think of bees?,,,", "answer,a,q,Likes them,,,l,", "answer,b,q,Fears them,,,f,", "theme,t,,The queen,,,1,Who rules"];
  await tab.codebook(text("bees.csv", table.join("\n")));
  await tab.read(1);
  await expect(tab.paragraph(1).getByText("Bees", { exact: true })).toBeVisible();
  const before = tab.inspector(1).getByText("With another codebook you said:").locator("..");
  await expect(before).toContainText("supports");
  await expect(before).toContainText("Bees");
  // Taken back it is gone, and undone it is there again.
  await tab.theme("Bees").click();
  await expect(before).not.toContainText("Bees");
  await tab.press("Control+z");
  await expect(tab.theme("Bees")).toBeChecked();
  await tab.inspector(1).getByRole("link", { name: "Match it in Codebook" }).click();
  await expect(tab.page.getByRole("heading", { name: "Codes of another codebook", exact: true })).toBeVisible();
});

test("one begins with one’s last codebook, or with that of any article, by mouse and by keyboard", async ({ tab }) => {
  await tab.open();
  await tab.article(BEES);
  await tab.make("Honey");
  await tab.saved();
  await tab.article("On trams\n\nTrams are quiet.\n\nTrams are dear.");
  await tab.screen("Codebook");
  const beginnings = tab.page.locator("details.begin");
  await expect(beginnings.getByRole("heading", { name: "My last codebook" })).toBeVisible();
  await beginnings.getByRole("button", { name: "Use this: the codebook of “On bees in the city”" }).click();
  await expect(card(tab, "Honey")).toBeVisible();
  await expect(tab.page.getByRole("heading", { name: "Codebook", level: 1 })).toBeFocused();
  await tab.page.getByRole("button", { name: "Undo" }).last().click();
  await expect(card(tab, "Honey")).toHaveCount(0);

  // By keyboard: the library’s articles, with what each asks.
  await beginnings.getByText("From another article…").focus();
  await tab.page.keyboard.press("Enter");
  const sample = beginnings.getByRole("button", { name: `Use this: the codebook of “${SAMPLE}”` });
  await expect(sample).toBeVisible();
  await expect(beginnings.getByText("1 question and 9 themes")).toBeVisible();
  await sample.focus();
  await tab.page.keyboard.press("Enter");
  await expect(card(tab, "Espionage")).toBeVisible();
  await tab.saved();
  await tab.reload();
  await expect(card(tab, "Espionage")).toBeVisible();
});

test("an example is taken from the article by selecting words, or as a whole paragraph by keyboard", async ({ tab }) => {
  await tab.open();
  await tab.article(BEES);
  await tab.make("Counting");
  await tab.page.keyboard.press("Escape");
  await tab.page.locator("#p2 .text").click({ clickCount: 3 });
  const about = tab.page.getByRole("button", { name: "About Counting" });
  await about.click();
  const take = tab.page.getByRole("button", { name: "Use “Others count fewer wild bees every year.” as an example" });
  await expect(take).toBeVisible();
  // Words of the article are as long as they are: the card holds them, and nothing in it has to be scrolled sideways.
  const cut = await take.evaluate((element) => {
    const pop = element.closest("[popover]");
    return pop.scrollWidth - pop.clientWidth;
  });
  expect(cut).toBe(0);
  await take.click();
  await expect(about).toBeFocused();
  await tab.screen("Codebook");
  const example = card(tab, "Counting").getByRole("textbox", { name: "Example" });
  await expect(example).toHaveValue("Others count fewer wild bees every year.");
  await tab.page.getByRole("button", { name: "Undo" }).last().click();
  await expect(example).toHaveValue("");

  await tab.role("link", "Read").click();
  await tab.read(3);
  await tab.page.evaluate(() => getSelection().removeAllRanges());
  await tab.press("1", "d");
  const whole = tab.page.getByRole("button", { name: "Use this paragraph as an example" });
  await expect(whole).toBeVisible();
  await whole.focus();
  await tab.page.keyboard.press("Enter");
  await expect(whole).toBeHidden();
  await tab.saved();
  await tab.reload();
  await tab.screen("Codebook");
  await expect(example).toHaveValue("What is to be done is disputed.");
});
