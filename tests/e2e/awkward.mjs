// A class of 28 awkward files: a teacher gives an article out, and this is what comes back.

import { handedIn } from "./class.mjs";
import { bytes, expect } from "./postil.mjs";

export const TEXT = `Of bees and keepers\n\n${["Bees fly.", "Keepers wait.", "Both eat honey.", "Winter comes.", "Hives are warm.", "Spring is late.", "All begin again."].join("\n\n")}`;
export const NAMES = ["Ada", "Amir", "Ben", "Chloe", "Dana", "Eli", "Finn", "Grace", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Mia", "Nora", "Omar", "Pia", "Quinn", "Rosa", "Sven", "Tara", "Uma"];

/** A teacher on Class, with an article of their own that was given out: the tab, and the file. */
export async function given(tab) {
  await tab.open();
  await tab.article(TEXT);
  await tab.screen("Class");
  await expect(tab.page.getByText("Not given yet.")).toBeVisible();
  await tab.button("Give to the class").click();
  const form = tab.role("dialog", "Give to the class");
  await form.getByLabel("Due").fill("2099-12-04T08:00");
  const [download] = await Promise.all([
    tab.page.waitForEvent("download"),
    form.getByRole("button", { name: "Save the file" }).click(),
  ]);
  await expect(tab.page.getByText("Given today: one question, due Fri 4 Dec 2099, 08:00.")).toBeVisible();
  return (await bytes(download)).toString("utf8");
}

/** 28 files: two of one name, one truncated, one twice, one older, one of another article, and a document. */
export function awkward(file) {
  const class_ = NAMES.map((name, at) => handedIn(file, { id: at + 1, name, answered: name === "Finn" ? 4 : 7 }));
  const whole = JSON.parse(file);
  const other = JSON.stringify({ ...whole, article: { ...whole.article, id: undefined, title: "Of wasps", blocks: [{ kind: "paragraph", text: "Wasps sting." }] } });
  const cut = handedIn(file, { id: 40, name: "Vera" });
  return [
    ...class_,
    handedIn(file, { id: 50, name: "Sam Taylor", file: "sam.postil.json" }),
    handedIn(file, { id: 51, name: "Sam Taylor", file: "sam (1).postil.json" }),
    handedIn(file, { id: 1, name: "Ada", answered: 2, file: "Ada old.postil.json" }),
    { ...cut, buffer: cut.buffer.subarray(0, 900) },
    handedIn(other, { id: 41, name: "Wim" }),
    { name: "essay xaver.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004word") },
  ];
}

/** The sentence, the problems and the table that such a class comes to. */
export async function seen(tab) {
  await expect(tab.page.getByText("25 of 28 files are in, 3 need your attention.")).toBeVisible();
  const problems = tab.role("list", "Needs your attention").getByRole("listitem");
  await expect(problems).toHaveCount(4);
  await expect(problems.nth(0)).toContainText(/incomplete or damaged|another article|not a Postil file/);
  await expect(problems.filter({ hasText: "Vera.postil.json" })).toContainText("It is incomplete or damaged.");
  await expect(problems.filter({ hasText: "Wim.postil.json" })).toContainText("Ask Wim for the file on this one.");
  await expect(problems.filter({ hasText: "essay xaver.docx" })).toContainText("the file from the Hand in button");
  await expect(problems.last()).toContainText("2 people go by this name");
  const rows = tab.role("table", "Handed in").locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(24);
  await expect(rows.filter({ hasText: "Finn" })).toContainText("4 of 7");
  await expect(rows.filter({ hasText: "Ada" })).toContainText("2 files: the later one counts");
  await expect(rows.filter({ hasText: "Ada" })).toContainText("7 of 7");
}
