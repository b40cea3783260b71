import { expect, stored, test } from "./postil.mjs";

const drafts = async (page) => Object.keys(await stored(page)).filter((key) => key.startsWith("postil/1/draft/"));

for (const key of ["Control+Enter", "Escape"]) {
  test(`${key} keeps a note and returns to the article`, async ({ tab }) => {
    await tab.open();
    await tab.press("j", "e");
    await expect(tab.note).toBeFocused();
    await tab.page.keyboard.type("Who says so?");
    await tab.press("Enter");
    await tab.page.keyboard.type("Not the “paper” itself.");
    await tab.press(key);
    await expect(tab.paragraph(2)).toBeFocused();
    await expect(tab.paragraph(2).getByText("Has a note")).toBeAttached();
    await tab.saved();
    expect(await drafts(tab.page)).toEqual([]);
    await tab.reload();
    await tab.paragraph(2).click();
    await expect(tab.note).toHaveValue("Who says so?\nNot the “paper” itself.");
  });
}

test("the article stays where it is while a note is written", async ({ tab }) => {
  await tab.open();
  await tab.press("j", "j", "j");
  const place = () => tab.page.evaluate(() => scrollY);
  const before = await place();
  await tab.press("e");
  await tab.page.keyboard.type("a thought");
  await tab.press("Escape");
  await tab.saved();
  expect(await place()).toBe(before);
  await expect(tab.paragraph(4)).toBeInViewport();
  // What is only said to screen readers is not seen.
  const { width, height } = await tab.page.locator("[aria-live]").boundingBox();
  expect(width * height).toBeLessThanOrEqual(1);
});

test("a note is kept when its field is left, and taken away when it is emptied", async ({ tab }) => {
  await tab.open();
  await tab.note.fill("a thought in passing");
  await tab.paragraph(4).click();
  await expect(tab.note).toHaveValue("");
  await expect(tab.paragraph(1).getByText("Has a note")).toBeAttached();
  await tab.paragraph(1).click();
  await expect(tab.note).toHaveValue("a thought in passing");
  await tab.note.fill("");
  await tab.note.blur();
  await expect(tab.paragraph(1).getByText("Has a note")).not.toBeAttached();
  await tab.saved();
  await tab.reload();
  await expect(tab.note).toHaveValue("");
});

test("a note is kept while it is written, and is not said to be saved before", async ({ tab }) => {
  await tab.open();
  await tab.press("s");
  await tab.saved();
  await tab.press("e");
  await tab.page.keyboard.type("half a sent");
  await expect(tab.save).toHaveText("Saving…");
  await expect(tab.save).toHaveAttribute("data-save-state", "saving");
  await expect(tab.paragraph(1).getByText("Has a note")).toBeAttached();
  await tab.saved();
  await expect(tab.note).toBeFocused();
  await tab.page.keyboard.type("ence");
  await expect(tab.note).toHaveValue("half a sentence");
  const other = await tab.another();
  await expect(other.note).toHaveValue("half a sentence");
  await expect(tab.note).toBeFocused();
  // All of one visit to the field is one step.
  await tab.button("Undo").click();
  await expect(tab.note).toHaveValue("");
  await tab.says(1, "supports [-]");
  await expect(tab.paragraph(1).getByText("Has a note")).not.toBeAttached();
  await tab.button("Redo").click();
  await expect(tab.note).toHaveValue("half a sentence");
});

test("a reload in the middle of typing keeps what was typed, and offers nothing", async ({ tab }) => {
  await tab.open();
  await tab.press("j", "e");
  await tab.page.keyboard.type("half a sent");
  await tab.reload();
  await tab.paragraph(2).click();
  await expect(tab.note).toHaveValue("half a sent");
  await expect(tab.page.getByText("You were writing a note")).toBeHidden();
  expect(await drafts(tab.page)).toEqual([]);
});

// As if the browser died: the page is never told that it is being left, and no pause is ever over.
const mortal = () => {
  for (const kind of ["pagehide", "visibilitychange", "beforeunload"]) {
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
  }
  const wait = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => (ms === 1000 ? 0 : wait(work, ms, ...rest));
};

test("what a browser that died in the middle of typing had left is offered", async ({ tab }) => {
  await tab.page.addInitScript(mortal);
  await tab.open();
  await tab.press("j", "e");
  await tab.page.keyboard.type("half a sent");
  await expect.poll(async () => Object.values(await stored(tab.page)).join()).toContain("half a sent");
  await tab.reload();
  const offer = tab.page.getByRole("status").filter({ hasText: "You were writing a note on paragraph 2" });
  await expect(offer).toContainText("half a sent");
  expect(await drafts(tab.page)).toHaveLength(1);
  await offer.getByRole("button", { name: "Keep it" }).click();
  await expect(offer).toBeHidden();
  await expect(tab.inspector(2)).toBeVisible();
  await expect(tab.note).toHaveValue("half a sent");
  await tab.saved();
  await expect.poll(() => drafts(tab.page)).toEqual([]);
  await tab.reload();
  await expect(offer).toBeHidden();
  await tab.paragraph(2).click();
  await expect(tab.note).toHaveValue("half a sent");
});

test("a draft that is given up is gone", async ({ tab }) => {
  await tab.page.addInitScript(mortal);
  await tab.open();
  await tab.press("e");
  await tab.page.keyboard.type("never mind");
  await expect.poll(async () => Object.values(await stored(tab.page)).join()).toContain("never mind");
  await tab.reload();
  await tab.button("Discard").click();
  await expect(tab.button("Discard")).toBeHidden();
  expect(await drafts(tab.page)).toEqual([]);
  await tab.reload();
  await expect(tab.note).toHaveValue("");
});

test("a draft is written while one types, and another tab that is alive does not offer it", async ({ tab }) => {
  await tab.page.addInitScript(mortal);
  await tab.open();
  await tab.press("e");
  await tab.page.keyboard.type("still at it");
  await expect.poll(() => drafts(tab.page)).toHaveLength(1);
  const other = await tab.another();
  await expect(other.page.getByText("You were writing a note")).toBeHidden();
  await tab.press("Escape");
  await expect(other.note).toHaveValue("still at it");
});

test("the note that is being typed is not disturbed by tags, undo of others, or another tab", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.press("e");
  await tab.page.keyboard.type("one ");
  await other.press("s", "1");
  await tab.says(1, "supports [sovereignty]");
  await tab.page.keyboard.type("two");
  await expect(tab.note).toHaveValue("one two");
  await expect(tab.note).toBeFocused();
  await tab.press("Control+Enter");
  await expect(other.note).toHaveValue("one two");
});
