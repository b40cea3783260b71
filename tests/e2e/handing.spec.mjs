import { readFileSync } from "node:fs";
import { expect, test } from "./postil.mjs";

const TEXT = "Of bees and keepers\n\nBees fly from spring to autumn.\n\nKeepers wait.\n\nBoth eat honey.";

/** A teacher at the form, with what is asked written into it. */
async function teacher(tab) {
  await tab.open();
  await tab.article(TEXT);
  const dialog = await tab.dialog("Export");
  await dialog.getByRole("button", { name: "Give to the class" }).click();
  const form = tab.role("dialog", "Give to the class");
  await form.getByLabel("Instructions").fill("Read it twice.\nThen answer.");
  await form.getByLabel("Due").fill("2099-12-04T08:00");
  await form.getByLabel("Minimum paragraphs").fill("2");
  return form;
}

/** Answers, hands in and returns the file. */
async function handIn(tab, name) {
  await tab.read(1);
  await tab.press("s");
  await tab.saved();
  const dialog = await tab.dialog("Export");
  await dialog.getByRole("button", { name: "Hand in" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter your name first.");
  await expect(dialog.getByLabel("Your name")).toBeFocused();
  await dialog.getByLabel("Your name").fill(name);
  await expect(dialog).toContainText(`Of bees and keepers - ${name}.postil.json`);
  const download = tab.page.waitForEvent("download");
  // From the field for the name, with the key that ends what is typed.
  await dialog.getByLabel("Your name").press("Enter");
  await expect(dialog).toBeHidden();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`Of bees and keepers - ${name}.postil.json`);
  return file.path();
}

test("a class gets a file, hands in, and the teacher sees who is missing", async ({ tab, person }) => {
  const form = await teacher(tab);
  const download = tab.page.waitForEvent("download");
  await form.getByRole("button", { name: "Save the file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("Of bees and keepers.postil.json");
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ kind: "assignment", layers: [], assignment: { minimum: 2 } });

  const student = await (await person()).open();
  const dialog = await student.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles({
    name: "Of bees and keepers.postil.json",
    mimeType: "application/json",
    buffer: readFileSync(path),
  });
  const task = student.role("note", "What to do");
  await expect(task).toContainText("Read it twice.");
  await expect(task).toContainText("Fri 4 Dec 2099, 08:00");
  await student.button("Hide").click();
  await student.reload();
  await expect(task).toBeHidden();
  await student.button("What to do").click();
  await expect(task).toBeVisible();
  const work = await handIn(student, "Mia");
  await expect(student.page.getByText(/not handed in$/)).toBeHidden();

  await tab.import(work);
  await tab.close("Import");
  await tab.screen("Compare");
  await tab.role("link", "Who has handed in").click();
  const table = tab.role("table", "Handed in");
  await expect(table).toContainText("Mia");
  await tab.page.getByText("Names of the class", { exact: true }).click();
  await tab.page.getByLabel("Who is expected").fill("Mia\nJonas");
  await tab.page.keyboard.press("Tab");
  await expect(table.getByRole("row", { name: /Jonas/ })).toContainText("missing");
  await expect(tab.page.getByText("1 of 2 people have handed in.")).toBeVisible();
});

test("Enter after the name hands in once, and nothing is pressed behind the dialog", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.saved();
  let downloads = 0;
  tab.page.on("download", () => (downloads += 1));
  await tab.button("Hand in").first().click();
  await expect(tab.page.getByLabel("Your name")).toBeFocused();
  await tab.page.keyboard.type("Mia");
  await tab.press("Enter");
  await expect(tab.page.getByText(/to your teacher/).first()).toBeVisible();
  await expect.poll(() => downloads).toBe(1);
  await expect(tab.page.getByRole("dialog")).toHaveCount(0);
  await tab.press("Escape");
  expect(downloads).toBe(1);
});

test("a link holds everything, is seen first, and is not run twice", async ({ tab, person }) => {
  const form = await teacher(tab);
  await form.getByRole("button", { name: "Make a link" }).click();
  const link = form.getByLabel("Link for the class");
  await expect(link).toHaveValue(/#\/do\/[-_A-Za-z0-9]+$/);
  const address = await link.inputValue();
  expect(address.length).toBeLessThan(8000);

  const student = await person();
  await student.page.goto(address);
  await student.settle();
  const dialog = student.role("dialog", "Open article");
  await expect(dialog).toContainText("Of bees and keepers");
  await expect(dialog).toContainText("Read it twice.");
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await expect(student.title).toHaveText("Of bees and keepers");
  expect(new URL(student.page.url()).hash).toBe("#/read");
  await student.reload();
  await expect(student.title).toHaveText("Of bees and keepers");
  await expect(student.page.getByRole("dialog")).toHaveCount(0);
  await handIn(student, "Jonas");

  // A link that is not whole says so, and changes nothing.
  const other = await person();
  await other.page.goto(address.slice(0, -40));
  await other.settle();
  await expect(other.alerts).toContainText("incomplete");
});

test("an article that is too long for a link goes out as a file", async ({ tab }) => {
  await tab.open();
  let seed = 7;
  const word = () => ((seed = (seed * 48271) % 2147483647) % 1e6).toString(36);
  const lines = Array.from({ length: 80 }, () => `${Array.from({ length: 30 }, word).join(" ")}.`);
  await tab.article(`A long one\n\n${lines.join("\n\n")}`);
  const dialog = await tab.dialog("Export");
  await dialog.getByRole("button", { name: "Give to the class" }).click();
  const form = tab.role("dialog", "Give to the class");
  await form.getByRole("button", { name: "Make a link" }).click();
  await expect(form).toContainText("too long for a link");
});
