// What covers, cuts or moves something that it should leave alone: measured where it was once seen.

import { expect, test } from "./postil.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1366, height: 768 } };
const ZOOMED = { viewport: { width: 683, height: 384 } };

const overlap = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** Compare, with the example class in it. */
async function compare(tab) {
  await tab.open("#/compare");
  await tab.button("Try with an example class").click();
  await tab.part("Board");
  await expect(tab.page.getByRole("grid")).toBeVisible();
}

for (const options of [LAPTOP, PHONE]) {
  test(`an answer that is chosen moves no other, at ${options.viewport.width} px`, async ({ person }) => {
    const tab = await person(options);
    await tab.open();
    const places = async () =>
      Promise.all(["supports", "opposes", "mixed", "neutral", "no stance"].map((name) => tab.option(name).locator("..").boundingBox()));
    const before = await places();
    for (const [key, answer] of [["s", "supports"], ["o", "opposes"], ["x", "no-stance"]]) {
      await tab.press(key);
      await tab.says(1, `${answer} [-]`);
      expect(await places()).toEqual(before);
    }
  });
}

for (const options of [PHONE, ZOOMED]) {
  test(`a message stands above the answers, at ${options.viewport.width} px`, async ({ person }) => {
    const tab = await person(options);
    await tab.open();
    await tab.option("neutral").locator("..").click();
    await tab.option("neutral").locator("..").click();
    const message = tab.page.getByRole("status").filter({ hasText: "“neutral” is removed." });
    await expect(message).toBeVisible();
    await expect(message).toHaveCSS("translate", "none");
    expect(overlap(await message.boundingBox(), await tab.inspector(1).boundingBox())).toBe(false);
    // Nor does it lie on the fields of the open sheet.
    await tab.button("Themes, note").click();
    await tab.option("neutral").locator("..").click();
    await tab.option("neutral").locator("..").click();
    await expect(message).toBeVisible();
    expect(overlap(await message.boundingBox(), await tab.inspector(1).boundingBox())).toBe(false);
  });
}

for (const options of [PHONE, LAPTOP]) {
  test(`a message leaves the buttons of a discussion free, at ${options.viewport.width} px`, async ({ person }) => {
    const tab = await person(options);
    await compare(tab);
    await tab.role("link", "Discuss").click();
    const message = tab.page.getByRole("status").filter({ hasText: "The example class is here." });
    await expect(message).toBeVisible();
    for (const name of ["Back", "Next"]) {
      expect(overlap(await message.boundingBox(), await tab.button(name).boundingBox()), name).toBe(false);
    }
  });
}

for (const width of [320, 390]) {
  test(`every key can be read and changed at ${width} px`, async ({ person }) => {
    const tab = await person({ viewport: { width, height: 844 } });
    await tab.open();
    await tab.button("More").click();
    await tab.button("Help").click();
    const [table, done] = [tab.role("table", "Keys"), tab.role("dialog", "Help").getByRole("button", { name: "Done" })];
    const [keys, foot] = [await table.boundingBox(), await done.boundingBox()];
    expect(keys.x + keys.width).toBeLessThanOrEqual(foot.x + foot.width + 0.5);
    for (const key of await table.locator("kbd").all()) {
      const [box, cell] = [await key.boundingBox(), await key.locator("..").boundingBox()];
      expect(box.x + box.width, await key.innerText()).toBeLessThanOrEqual(cell.x + cell.width + 0.5);
    }
  });
}

test("on a low screen most of a dialog is what is to be read", async ({ person }) => {
  const tab = await person(ZOOMED);
  await tab.open();
  await tab.button("More").click();
  await tab.button("Help").click();
  const dialog = tab.role("dialog", "Help");
  const [head, foot] = [dialog.getByRole("heading", { name: "Help" }), dialog.getByRole("button", { name: "Done" })];
  await expect(dialog).toHaveCSS("translate", "none");
  const [above, below] = [await head.boundingBox(), await foot.boundingBox()];
  expect(below.y - above.y - above.height).toBeGreaterThan(384 * 0.7);
  expect(below.height).toBeGreaterThanOrEqual(44);
});

test("of one file there is its verdict, and no empty frame before it", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("s");
  const { file } = await other.export();
  await tab.open();
  await tab.import(file);
  const focused = tab.page.getByRole("group", { name: "Results" });
  await expect(focused).toBeFocused();
  await expect(focused).toHaveCSS("outline-style", "none");
});

test("on a phone the button that closes a notice stands beside its first line", async ({ person }) => {
  const tab = await person(PHONE);
  const beside = await tab.beside();
  await beside.page.evaluate(() => localStorage.setItem("other", "x".repeat(4_000_000)));
  await tab.open();
  await tab.option("supports").check();
  const words = tab.page.getByText(/^\d+ % of the storage for answers and notes/);
  const [text, button] = [await words.boundingBox(), await tab.button("Close this message").boundingBox()];
  expect(button.y).toBeLessThan(text.y + 20);
  expect(button.x).toBeGreaterThanOrEqual(text.x + text.width);
});

for (const options of [LAPTOP, PHONE]) {
  test(`the heads and figures of the board are not cut, at ${options.viewport.width} px`, async ({ person }) => {
    const tab = await person(options);
    await compare(tab);
    const cells = tab.page.getByRole("grid").locator("thead th:not(.board-name), .board-share");
    expect(await cells.count()).toBeGreaterThan(10);
    const tight = await cells.evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        const [inner, outer] = [words.getBoundingClientRect(), cell.getBoundingClientRect()];
        return inner.left < outer.left + 2 || inner.right > outer.right - 2 ? [cell.textContent] : [];
      }),
    );
    expect(tight).toEqual([]);
  });
}

test("the way to the report stands beside who is compared, also with the example class", async ({ person }) => {
  const tab = await person(LAPTOP);
  await compare(tab);
  const [report, people] = [await tab.role("link", "Report").boundingBox(), await tab.page.locator("#people-shown").boundingBox()];
  expect(report.y).toBeLessThan(people.y + people.height);
  expect(report.y + report.height).toBeGreaterThan(people.y);
});
