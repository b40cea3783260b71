import { expect, operations, paragraphs, stored, test } from "./postil.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1366, height: 768 } };

/** Scrolls as a person does until the paragraph is in the middle of the window, and waits until the page stands still. */
async function read(tab, number) {
  await tab.paragraph(number).evaluate((row) => row.scrollIntoView({ block: "center", behavior: "instant" }));
  await expect(tab.inspector(number)).toBeVisible();
}

const place = (tab) => tab.page.evaluate(() => scrollY);

for (const [name, options] of [["a phone", PHONE], ["a laptop", LAPTOP]]) {
  test(`the current paragraph follows reading, and an answer goes to what is read, on ${name}`, async ({ person }) => {
    const tab = await person(options);
    await tab.open();
    await tab.paragraph(2).click();
    await tab.option("supports").check();
    await tab.says(2, "supports [-]");
    for (const number of [5, 7, 6]) {
      await read(tab, number);
      await expect(tab.paragraph(number)).toHaveAttribute("aria-current", "true");
      await expect(tab.current).toHaveCount(1);
      const before = await place(tab);
      await tab.option("opposes").check();
      await tab.says(number, "opposes [-]");
      // A pixel is rounding.
      expect(Math.abs((await place(tab)) - before), "the page does not jump").toBeLessThanOrEqual(1);
    }
    await tab.says(2, "supports [-]");
  });
}

test("keys answer what is read after the wheel, without a word and without another address", async ({ person }) => {
  const tab = await person(LAPTOP);
  await tab.open();
  const { url, history } = { url: tab.page.url(), history: await tab.page.evaluate(() => window.history.length) };
  await tab.page.mouse.move(500, 400);
  await tab.page.mouse.wheel(0, 1200);
  await expect(tab.inspector(1)).toBeHidden();
  const now = Number((await tab.current.getAttribute("id")).slice(1));
  await expect(tab.current).toBeInViewport();
  expect(await tab.page.locator("[aria-live]").innerText()).toBe("");
  expect([tab.page.url(), await tab.page.evaluate(() => window.history.length)]).toEqual([url, history]);
  await tab.press("j");
  await expect(tab.inspector(now + 1)).toBeVisible();
  await tab.press("s");
  await tab.says(now + 1, "supports [-]");
});

test("moving by keys is not fought by the scrolling that it causes", async ({ person }) => {
  const tab = await person(LAPTOP);
  await tab.open();
  for (let number = 2; number <= 10; number += 1) {
    await tab.press("j");
    await expect(tab.inspector(number)).toBeVisible();
    await expect(tab.paragraph(number)).toBeInViewport();
  }
  for (let number = 9; number >= 1; number -= 1) {
    await tab.press("k");
    await expect(tab.inspector(number)).toBeVisible();
  }
  // Long after the last scrolling was looked at.
  await tab.press("G");
  await tab.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await tab.press("s");
  await tab.says(10, "supports [-]");
});

test("while a note is written the paragraph stays; a key that then meets nobody's eyes brings it back", async ({ person }) => {
  const tab = await person(LAPTOP);
  await tab.open();
  await tab.press("j", "s", "e");
  await tab.page.keyboard.type("a thought");
  await tab.saved();
  await tab.page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  await expect(tab.paragraph(2)).not.toBeInViewport();
  await tab.page.keyboard.type(" more");
  await expect(tab.note).toHaveValue("a thought more");
  await expect(tab.inspector(2)).toBeVisible();
  await tab.press("Escape");
  await tab.saved();
  const before = operations(await stored(tab.page)).length;
  await tab.press("o");
  await expect(tab.page.getByText("Paragraph 2 was off screen, so nothing was changed. Here it is.")).toBeVisible();
  await expect(tab.paragraph(2)).toBeInViewport();
  await tab.says(2, "supports [-]");
  expect(operations(await stored(tab.page)).length).toBe(before);
  await tab.press("o");
  await tab.says(2, "opposes [-]");
});

test("while a card is open, the panel stays with the paragraph that it was opened with", async ({ tab }) => {
  const scroll = (by) =>
    tab.page.evaluate(
      (by) =>
        new Promise((done) => {
          addEventListener("scroll", done, { once: true });
          scrollBy(0, by);
        }),
      by,
    );
  await tab.open();
  await read(tab, 4);
  await tab.button("About Espionage").click();
  await expect(tab.role("heading", "Espionage")).toBeVisible();
  await scroll(200);
  // Before a key means something, the paragraph that is read would be looked for.
  await tab.press("s");
  await tab.says(4, "supports [-]");
  await expect(tab.inspector(4)).toBeVisible();
  await tab.press("Escape");
  await expect(tab.role("heading", "Espionage")).toBeHidden();
  await scroll(300);
  await expect(tab.inspector(4)).toBeHidden();
  await tab.says(4, "supports [-]");
});

test("a sheet that opens over its paragraph makes room for it", async ({ person }) => {
  const tab = await person(PHONE);
  await tab.open();
  await read(tab, 5);
  await tab.page.getByRole("button", { name: /Themes/ }).tap();
  await expect(tab.theme("Cyber sovereignty")).toBeInViewport();
  await expect
    .poll(async () => {
      const [row, sheet] = [await tab.paragraph(5).boundingBox(), await tab.inspector(5).boundingBox()];
      return row.y < sheet.y;
    })
    .toBe(true);
  await tab.theme("Cyber sovereignty").check();
  await tab.says(5, "- [sovereignty]");
});

test("with the sheet open, each next paragraph is put above it and takes its answer", async ({ person }) => {
  const tab = await person(PHONE);
  await tab.open();
  await tab.page.getByRole("button", { name: /Themes/ }).tap();
  for (const number of [1, 2, 3, 4, 5]) {
    if (number > 1) await tab.inspector(number - 1).getByRole("button", { name: "Next paragraph" }).tap();
    await expect
      .poll(async () => {
        const [row, sheet] = [await tab.paragraph(number).boundingBox(), await tab.inspector(number).boundingBox()];
        return row.y < sheet.y;
      })
      .toBe(true);
    await tab.option("opposes").tap();
    await tab.says(number, "opposes [-]");
  }
});

test("at any length the page changes little when the current paragraph follows", async ({ tab }) => {
  test.setTimeout(120_000);
  await tab.open();
  const counts = [];
  for (const length of [20, 3000]) {
    // Typed into a field by Chromium, so many lines take a minute.
    await tab.article({ name: `${length}.txt`, mimeType: "text/plain", buffer: Buffer.from(paragraphs(length)) });
    await expect(tab.page.getByText("End of the article")).toBeVisible({ timeout: 60_000 });
    await read(tab, 10);
    await tab.page.evaluate(() => {
      window.counted = 0;
      window.counter = new MutationObserver((records) => (window.counted += records.length));
      window.counter.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await read(tab, 14);
    counts.push(await tab.page.evaluate(() => window.counter.disconnect() ?? window.counted));
  }
  console.log(`DOM mutations when reading goes on, at 20 and at 3,000 paragraphs: ${counts.join(", ")}`);
  expect(Math.max(...counts)).toBeLessThanOrEqual(40);
});

test("whoever comes back to the tab reads on where they were, and a link to a paragraph counts when it is opened", async ({ tab }) => {
  const here = async (number) => {
    await expect(tab.inspector(number)).toBeVisible();
    await expect(tab.paragraph(number)).toBeInViewport();
  };
  await tab.open();
  await tab.press("j", "j", "j");
  await here(4);
  await tab.reload();
  await here(4);
  // By scrolling too.
  await read(tab, 7);
  await tab.reload();
  await here(7);
  await tab.press("s");
  await tab.saved();
  await tab.reload();
  await here(7);
  // That they are here is no link that somebody followed: the way back leads to where they read by then.
  await tab.press("j", "j");
  await here(9);
  await tab.screen("Codebook");
  await tab.page.goBack();
  await here(9);
  await tab.page.goto("about:blank");
  await tab.open("#p2");
  await here(2);
  await tab.press("j");
  await here(3);
  await tab.reload();
  await here(3);
  await tab.press("g", "g");
  await here(1);
  await tab.reload();
  await here(1);
  expect(await place(tab), "with the title above").toBe(0);
});
