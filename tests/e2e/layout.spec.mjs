// What stands where: nothing covers anything else, from a small phone to a large screen, and the text comes first.

import { PROMPT, expect, test } from "./postil.mjs";

const touch = { hasTouch: true, isMobile: true };
const SIZES = [
  [320, 568, touch],
  [360, 740, touch],
  [390, 844, touch],
  // A page at 200 %, and a phone on its side.
  [683, 384, {}],
  [844, 390, touch],
  [768, 1024, touch],
  [1024, 768, {}],
  [1180, 820, {}],
  [1280, 800, {}],
  [1366, 768, {}],
  [1600, 900, {}],
  [1920, 1080, {}],
  [2560, 1440, {}],
];
const at = (person, [width, height, options]) => person({ viewport: { width, height }, ...options });

/** What can be read or used in the bar: its box, and whether some of its words are cut off. */
const inBar = (page) =>
  page.getByRole("banner").evaluate((bar) => {
    const parts = [...bar.querySelectorAll("a, button, progress, [role=status], span[translate=no]")];
    const seen = parts.filter((part) => part.checkVisibility() && !part.closest("[role=search], :popover-open"));
    const leaves = seen.filter((part) => !seen.some((other) => other !== part && part.contains(other)));
    return leaves.map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const cut = part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline";
      return { name: part.getAttribute("aria-label") ?? part.textContent, left, top, right, bottom, cut };
    });
  });

const apart = (one, other) =>
  one.right <= other.left + 0.5 || other.right <= one.left + 0.5 || one.bottom <= other.top + 0.5 || other.bottom <= one.top + 0.5;

for (const size of SIZES) {
  test(`nothing collides in the bar at ${size[0]} × ${size[1]} px`, async ({ person }) => {
    const tab = await at(person, size);
    await tab.open();
    await tab.paragraph(1).focus();
    for (const key of "s123456789o123456789n1234567") await tab.press(key);
    await tab.saved();
    const unexported = tab.page.getByText(/^\d\d changes not handed in$/);
    await expect(unexported).toBeVisible();
    await tab.page.evaluate(() => scrollTo(0, 0));
    const bar = await tab.page.getByRole("banner").boundingBox();
    expect(bar.height, "never more than two rows").toBeLessThanOrEqual(100);
    const parts = await inBar(tab.page);
    expect(parts.length).toBeGreaterThan(8);
    for (const [place, one] of parts.entries()) {
      expect(one.left, `${one.name} begins on the page`).toBeGreaterThanOrEqual(0);
      expect(one.right, `${one.name} ends on the page`).toBeLessThanOrEqual(size[0]);
      expect(one.top, `${one.name} in the bar`).toBeGreaterThanOrEqual(bar.y - 0.5);
      expect(one.bottom, `${one.name} in the bar`).toBeLessThanOrEqual(bar.y + bar.height + 0.5);
      for (const other of parts.slice(place + 1)) expect(apart(one, other), `${one.name} beside ${other.name}`).toBe(true);
    }
    // A long title may end in dots; what is saved and what is missing may not.
    expect(parts.filter(({ name, cut }) => cut && /Saved|exported|of 10/.test(name))).toEqual([]);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size[0]);
  });

  test(`the article’s first line is in sight at ${size[0]} × ${size[1]} px, with its number beside it`, async ({ person }) => {
    const tab = await at(person, size);
    await tab.open();
    const line = await tab.paragraph(1).getByText(/^Twice in 2022/).evaluate((text) => {
      const words = document.createRange();
      words.setStart(text.firstChild, 0);
      words.setEnd(text.firstChild, 5);
      const { left, top, right, bottom } = words.getBoundingClientRect();
      return { left, top, right, bottom, seen: text.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)) };
    });
    expect(line.seen).toBe(true);
    expect(line.bottom).toBeLessThan(size[1]);
    const number = await tab.paragraph(1).getByText("1", { exact: true }).boundingBox();
    expect(number.y).toBeLessThan(line.bottom);
    expect(number.x + number.width).toBeLessThanOrEqual(line.left);
  });
}

test("on a phone the strip has an edge of its own, which no text shows through", async ({ person }) => {
  const tab = await at(person, [390, 844, touch]);
  await tab.open();
  await tab.paragraph(4).scrollIntoViewIfNeeded();
  const strip = tab.role("slider", "Overview");
  const [bar, box] = [await tab.page.getByRole("banner").boundingBox(), await strip.boundingBox()];
  expect(box.y).toBeLessThanOrEqual(bar.y + bar.height);
  expect(box.y + box.height).toBeGreaterThan(bar.y + bar.height + 8);
  const drawn = await strip.evaluate((strip) => {
    const { backgroundColor, borderBlockEndWidth, opacity } = getComputedStyle(strip);
    return { transparent: /, 0\)|\/ 0/.test(backgroundColor), edge: parseFloat(borderBlockEndWidth), opacity };
  });
  expect(drawn).toEqual({ transparent: false, edge: 1, opacity: "1" });
});

for (const size of [
  [1366, 768, {}],
  [1280, 800, {}],
]) {
  test(`the panel is seen whole at ${size[0]} × ${size[1]} px`, async ({ person }) => {
    const tab = await at(person, size);
    await tab.open();
    for (const part of [tab.page.getByText(PROMPT), tab.option("supports"), tab.theme("No theme applies"), tab.note]) {
      await expect(part.first()).toBeInViewport({ ratio: 1 });
    }
  });
}

test("after a note the next paragraph is read from its question down", async ({ person }) => {
  const tab = await at(person, [1366, 560, {}]);
  await tab.open();
  const question = tab.page.getByText(PROMPT).first();
  await tab.press("s", "e");
  await tab.page.keyboard.type("a note");
  // However far the panel is scrolled.
  expect(await tab.inspector(1).evaluate((panel) => panel.scrollTop)).toBeGreaterThan(0);
  await expect(question).toBeInViewport({ ratio: 1 });
  await tab.press("Escape", "j");
  await expect(tab.inspector(2)).toBeVisible();
  await expect(question).toBeInViewport({ ratio: 1 });
  const [head, asked] = [await tab.inspector(2).getByRole("heading").first().boundingBox(), await question.boundingBox()];
  expect(asked.y).toBeGreaterThanOrEqual(head.y + head.height);
});

test("confidence says what it waits for, and nothing moves when it comes", async ({ tab }) => {
  await tab.open();
  const reason = tab.page.getByText("Answer first");
  await tab.theme("No theme applies").click();
  await expect(reason).toBeVisible();
  await expect(tab.role("radiogroup", "Confidence")).toHaveAccessibleDescription("Answer first");
  const before = await tab.role("group", "Themes").boundingBox();
  await tab.option("neutral").click();
  await expect(reason).toBeHidden();
  await expect(tab.role("radiogroup", "Confidence")).toHaveAccessibleDescription("");
  expect(await tab.role("group", "Themes").boundingBox()).toEqual(before);
  await tab.option("low").click();
  await expect(tab.option("low")).toBeChecked();
});

test("a theme’s popover: its headings stand out from their words, and say nothing twice", async ({ tab }) => {
  await tab.open();
  await tab.button("About Cyber sovereignty").click();
  const weight = (element) => element.evaluate((one) => Number(getComputedStyle(one).fontWeight));
  for (const [name, words] of [
    ["Include", /^A state’s right/],
    ["Exclude", /^Rules made between states/],
    ["Example", /^Every country/],
  ]) {
    const heading = tab.page.getByRole("term").filter({ hasText: name, visible: true });
    const text = tab.page.getByRole("definition").filter({ hasText: words, visible: true });
    await expect(text).toBeVisible();
    expect(await weight(heading), name).toBeGreaterThan(await weight(text));
    const [above, below] = [await heading.boundingBox(), await text.boundingBox()];
    expect(below.y, name).toBeGreaterThan(above.y + above.height - 1);
  }
});

for (const size of [[1366, 560, {}], [390, 844, touch]]) {
  test(`what is asked stays on the screen however far the panel is scrolled, at ${size[0]} × ${size[1]} px`, async ({ person }) => {
    const tab = await at(person, size);
    await tab.open();
    const sheet = tab.button("Themes, note");
    if (await sheet.isVisible()) await sheet.tap();
    const panel = tab.inspector(1);
    const covered = await panel.evaluate((panel) => {
      panel.scrollTop = panel.scrollHeight;
      const prompt = panel.querySelector("[data-current] .prompt");
      const { left, top, right, bottom } = prompt.getBoundingClientRect();
      const seen = (x, y) => prompt.contains(document.elementFromPoint(x, y));
      return { scrolled: panel.scrollTop > 0, seen: seen(left + 4, top + 4) && seen((left + right) / 2, bottom - 4) };
    });
    expect(covered).toEqual({ scrolled: true, seen: true });
  });
}

for (const size of [[844, 390, touch], [667, 375, touch], [568, 320, touch], [320, 256, {}]]) {
  test(`on a low screen the question and its answers are whole, with text above them: ${size[0]} × ${size[1]} px`, async ({ person }) => {
    const tab = await at(person, size);
    await tab.open();
    await tab.read(2);
    const seen = await tab.inspector(2).evaluate((panel) => {
      const box = panel.getBoundingClientRect();
      const whole = (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= box.top - 0.5 && bottom <= innerHeight + 0.5;
      };
      const parts = [...panel.querySelectorAll("[data-current] .prompt, [data-current] .option")];
      const above = [...document.querySelectorAll("#bar, .overview")].map((part) => part.getBoundingClientRect());
      const top = Math.max(...above.filter((part) => part.width > part.height).map((part) => part.bottom));
      return { parts: parts.length, cut: parts.filter((part) => !whole(part)).length, room: box.top - top };
    });
    expect(seen).toMatchObject({ parts: 6, cut: 0 });
    expect(seen.room, "a line of the text").toBeGreaterThanOrEqual(28);
  });
}

test("on a phone on its side the open panel stands beside the text", async ({ person }) => {
  const tab = await at(person, [844, 390, touch]);
  await tab.open();
  await tab.read(2);
  await tab.button("Themes, note").tap();
  const [panel, text] = [await tab.inspector(2).boundingBox(), await tab.paragraph(2).boundingBox()];
  expect(text.x + text.width).toBeLessThanOrEqual(panel.x);
  expect(panel.y + panel.height).toBeGreaterThanOrEqual(389);
  await expect(tab.paragraph(2)).toBeInViewport();
});

test("on a phone what is next stands in the bar where there is room, and else under “More”, once", async ({ person }) => {
  for (const [width, inBar] of [[390, true], [360, true], [320, false]]) {
    const tab = await at(person, [width, 740, touch]);
    await tab.open();
    await tab.read(1);
    await tab.press("s", "1");
    const next = tab.role("banner").getByRole("button", { name: "Hand in", exact: true });
    if (!inBar) {
      await expect(next.filter({ visible: true })).toHaveCount(0);
      await tab.button("More").tap();
    }
    await next.filter({ visible: true }).tap();
    await expect(tab.role("dialog", "Hand in")).toBeVisible();
    await tab.press("Escape");
    // What was passed over comes first.
    await tab.read(3);
    await tab.press("s", "1");
    await expect(tab.role("button", "paragraph 2 has no answer")).toBeInViewport();
    await expect(next.filter({ visible: true })).toHaveCount(0);
    await tab.button("More").tap();
    await expect(next.filter({ visible: true })).toHaveCount(1);
  }
});
