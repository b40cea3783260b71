import { bytes, expect, test, unzip } from "./postil.mjs";

const part = (tab, name) => tab.page.locator("label", { has: tab.role("radio", name) });

/** Four people read two paragraphs; their files. */
async function readers(person) {
  const files = [];
  for (const [name, keys, note] of [
    ["Adaobi", ["s", "1", "j", "n"], "The first sentence says so."],
    ["Bennick", ["o", "1", "j", "n"], ""],
    ["Cemile", ["m", "5", "j", "n"], "Both sides speak."],
    ["Duarte", ["s", "1", "5", "j", "n"], ""],
  ]) {
    const tab = await (await person()).open();
    await tab.button("Annotator: Reader 1").click();
    const dialog = tab.role("dialog", "People in this browser");
    await dialog.getByLabel("Add a person").fill(name);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await tab.read(1);
    await tab.press(...keys);
    if (note) {
      await tab.read(1);
      await tab.press("e");
      await tab.note.fill(note);
      await tab.press("Control+Enter");
    }
    files.push({ tab, ...(await tab.export()) });
  }
  return files;
}

test("a lesson: import, read blind, vote, reveal, vote again, decide, feedback, and a student opens theirs", async ({ tab, person }) => {
  test.setTimeout(180_000);
  const students = await readers(person);
  await tab.open();
  await tab.import(...students.map(({ file }) => file));
  await expect(tab.page.locator("[data-verdict=merged]")).toHaveCount(4);
  await tab.close("Import");
  await tab.role("link", "Discuss").click();

  // Blind: only the text and the question.
  const label = tab.page.getByRole("heading", { level: 1 }).filter({ hasText: /^Paragraph/ });
  await expect(label).toContainText("Paragraph 1");
  await expect(tab.page.getByText("Twice in 2022").last()).toBeVisible();
  await expect(tab.page.locator(".discuss")).not.toContainText("supports");

  // Vote, with typed numbers; the presenter's key turns the page even from a field.
  await tab.press("PageDown");
  await tab.page.getByLabel("Votes for supports").fill("3");
  await tab.page.getByLabel("Votes for mixed").fill("1");
  await tab.press("PageDown");

  // Reveal: the distribution, how people differ, notes without names; and a box for the argument.
  const answers = tab.page.getByRole("region", { name: "4 people answered before class" });
  await expect(answers.getByRole("listitem").filter({ hasText: "supports" })).toContainText("2");
  await expect(answers.getByRole("listitem").filter({ hasText: "opposes" })).toContainText("1");
  await expect(tab.page.getByText("Some of you see both sides in it, others one; some say it is for, others that it is against; some chose different themes.")).toBeVisible();
  await expect(tab.page.getByText("Both sides speak.")).toBeVisible();
  await expect(tab.page.locator(".discuss")).not.toContainText("Cemile");
  await tab.role("textbox", "Argument").fill("It only says what happened.");
  await tab.press("PageDown");

  // The second vote, and what moved.
  await tab.page.getByLabel("Votes for supports").fill("1");
  await tab.page.getByLabel("Votes for neutral").fill("3");
  await tab.press("Tab");
  await expect(tab.page.getByText("At least 3 votes changed.")).toBeVisible();
  await tab.press("PageDown");

  // Decide.
  await expect(tab.role("textbox", "Reason in one sentence")).toHaveValue("It only says what happened.");
  await tab.role("radio", "neutral").check();
  await tab.role("checkbox", "They understood it differently").check();
  await tab.button("Record the decision").click();
  await expect(tab.page.getByText(/^Decided, today\.$/)).toBeVisible();
  await tab.saved();
  await tab.reload();
  await tab.after("Decide");
  await expect(tab.page.getByText("Of 10 paragraphs: 1 decided")).toBeVisible();

  // Feedback for everybody, in one zip.
  await tab.screen("Class");
  const [download] = await Promise.all([tab.page.waitForEvent("download"), tab.button("Give back").click()]);
  expect(download.suggestedFilename()).toMatch(/feedback\.zip$/);
  const files = unzip(await bytes(download));
  expect(Object.keys(files).filter((name) => name.endsWith(".json"))).toHaveLength(4);
  expect(Object.keys(files).filter((name) => name.endsWith(".html"))).toHaveLength(4);
  const [name, own] = Object.entries(files).find(([name]) => /Adaobi.*json$/.test(name));
  for (const other of ["Bennick", "Cemile", "Duarte", "Both sides speak."]) expect(own.toString(), "nothing of other people").not.toContain(other);

  // A student opens theirs, and answers.
  const student = students[0].tab;
  await expect(await student.import({ name: name.split("/").pop(), mimeType: "application/json", buffer: own })).toHaveAttribute("data-verdict", "merged");
  await student.says(1, "supports [sovereignty]");
  // The file leads to what the class made of it; alone with that there is nothing else to compare.
  await student.button("See what the class decided").click();
  await expect(student.role("heading", "You and the class")).toBeVisible();
  await student.role("link", "Compare").click();
  await expect(student.role("heading", "You and the class")).toBeVisible();
  const change = student.page.getByRole("listitem").filter({ hasText: "Twice in 2022" });
  await expect(change).toContainText("supports");
  await expect(change).toContainText("neutral");
  await expect(change).toContainText("It only says what happened.");
  await part(student, "I agree with the class now").click();
  await student.saved();
  const reply = await student.export();
  expect(reply.text).toContain('"replies"');

  // Their page can be read without Postil.
  const page = await student.page.context().newPage();
  await page.setContent(Object.entries(files).find(([name]) => /Adaobi.*html$/.test(name))[1].toString());
  // It begins with what differs, and has the paragraphs in full below.
  await expect(page.getByText("Twice in 2022")).toHaveCount(2);
  await expect(page.getByText("How others answered is shown only where five or more did")).toBeVisible();
  await page.close();

  // And the reply comes home.
  await expect(await tab.import(reply.file)).toHaveAttribute("data-verdict", "merged");
});
