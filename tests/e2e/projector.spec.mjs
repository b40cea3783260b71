// A discussion on the wall: each of its steps is one screen, at the sizes that projectors have, with a class of 28.
import { bring, classOf } from "./class.mjs";
import { expect, test, text } from "./postil.mjs";

const SIZES = [[1920, 1080], [1366, 768], [1024, 768]];
const STEPS = ["Read", "Vote", "Reveal", "Vote again", "Decide"];
const LONG = Array.from({ length: 2000 }, (_, n) => `word${n + 1}`).join(" ");

/** The file of a class in which 28 people wrote one of three notes on every paragraph. */
function withNotes(file) {
  const bundle = JSON.parse(file.buffer);
  const notes = ["It is only news.", "The last sentence decides.", "The last sentence  decides"];
  for (const [at, { annotator, records }] of bundle.layers.entries()) {
    for (const record of records) {
      const stamp = `${1_750_000_000_000 + at}-0-${annotator}`;
      record.note = { texts: [{ text: notes[at % 3], stamp }], seen: { [annotator]: `${1_750_000_000_000 + at}-0` } };
    }
  }
  return { ...file, buffer: Buffer.from(JSON.stringify(bundle)) };
}

/** Brings a class of 28 that read the open article, and goes to the discussion. */
async function lesson(tab) {
  await tab.press("s");
  const { text: pattern } = await tab.export();
  await tab.press("Control+z");
  const file = withNotes(classOf(pattern, { annotators: 28 }));
  const verdict = await tab.import(file);
  await expect(verdict).toHaveAttribute("data-verdict", "merged");
  await tab.close("Import");
  await tab.screen("Discuss");
}

/** What does not lie wholly within the window, by its name in `parts`. */
const outside = (tab, parts) =>
  tab.page.evaluate((parts) => {
    const lost = [];
    for (const [name, selector] of Object.entries(parts)) {
      const found = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      if (found.length === 0) lost.push(`${name}: none`);
      for (const element of found) {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) lost.push(`${name}: ${[left, top, right, bottom]}`);
        else if (!element.contains(document.elementFromPoint(x, y))) lost.push(`${name}: covered`);
      }
    }
    return lost;
  }, parts);

const fits = async (tab, what) => {
  const [height, width, inner] = await tab.page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.scrollingElement;
    return [scrollHeight - innerHeight, scrollWidth - innerWidth, innerHeight];
  });
  expect([height, width].every((over) => over <= 0), `${what}: ${height} px too high, ${width} px too wide of ${inner}`).toBe(true);
};

const size = (tab, selector) =>
  tab.page.evaluate((selector) => Math.min(...[...document.querySelectorAll(selector)].map((element) => parseFloat(getComputedStyle(element).fontSize))), selector);

const EVERYWHERE = { question: ".discuss-prompt", steps: ".discuss-head .seg > label", leave: ".discuss-leave", "full screen": ".discuss-full", Next: ".discuss-foot > .btn-primary", Back: ".discuss-foot > .btn-line" };
const OF = {
  Read: { text: ".discuss-box" },
  Vote: { text: ".discuss-box", answers: ".votes li", more: ".vote-step", total: ".vote-total", hide: ".votes > .tick" },
  Reveal: { text: ".discuss-box", answers: ".reveal-answers li", sentence: ".reveal-kinds", argument: ".reveal-argument textarea" },
  "Vote again": { text: ".discuss-box", answers: ".votes li", total: ".vote-sum" },
  Decide: { text: ".discuss-box", answers: ".decide-answers-table tbody tr", outcome: ".decide-form-head .seg > label", record: ".decide-foot .btn-primary" },
};

for (const [width, height] of SIZES) {
  test(`each step is one screen at ${width} × ${height}`, async ({ person }) => {
    test.setTimeout(120_000);
    const tab = await person({ viewport: { width, height } });
    await tab.open();
    await lesson(tab);
    await expect(tab.role("navigation", "Screens")).toBeHidden();
    for (const step of STEPS) {
      await expect(tab.role("radio", step)).toBeChecked();
      await fits(tab, step);
      expect(await outside(tab, { ...EVERYWHERE, ...OF[step] }), step).toEqual([]);
      if (height === 1080) {
        for (const words of [".discuss-prompt", ".discuss-head .seg > label", ".discuss-text", ".discuss h1"]) {
          expect(await size(tab, words), `${words} in ${step}`).toBeGreaterThanOrEqual(20);
        }
      }
      if (step === "Vote") {
        await tab.page.getByLabel("Votes for supports").fill("14");
        for (const { width, height } of await Promise.all((await tab.page.locator(".vote-step").all()).map((one) => one.boundingBox()))) {
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
        }
      }
      if (step === "Reveal") {
        for (const bar of await tab.page.locator(".reveal-bar").all()) expect((await bar.boundingBox()).width).toBeGreaterThanOrEqual(400);
      }
      await tab.press("PageDown");
    }
  });
}

for (const [width, height] of SIZES) {
  test(`a paragraph of 2,000 words scrolls by itself at ${width} × ${height}`, async ({ person }) => {
    const tab = await person({ viewport: { width, height } });
    await tab.open();
    await tab.article(text("long.txt", `A long one\n\n${LONG}`));
    await tab.screen("Discuss");
    const box = tab.role("region", "Text of Paragraph 1");
    for (const step of STEPS) {
      await expect(tab.role("radio", step)).toBeChecked();
      await fits(tab, step);
      expect(await outside(tab, { ...EVERYWHERE, text: ".discuss-box" }), step).toEqual([]);
      expect(await box.evaluate((box) => box.scrollHeight > box.clientHeight), step).toBe(true);
      await tab.press("PageDown");
    }
    // By keyboard: what scrolls it turns no page, and what turns the page still does.
    await box.focus();
    await tab.press("ArrowDown", "Space");
    await expect.poll(() => box.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
    await expect(tab.role("radio", "Decide")).toBeChecked();
    await tab.press("ArrowLeft");
    await expect(tab.role("radio", "Vote again")).toBeChecked();
  });
}

test("bars are of the whole class, and hands stand beside what was answered before", async ({ tab }) => {
  await tab.open();
  await lesson(tab);
  await tab.press("PageDown");
  await expect(tab.page.getByText("0 of 28 votes")).toBeVisible();
  await tab.page.getByLabel("Votes for supports").fill("13");
  await tab.button("One vote more for supports").click();
  await tab.page.getByLabel("Votes for mixed").fill("7");
  await tab.press("Tab");
  await expect(tab.page.getByText("21 of 28 votes")).toBeVisible();
  // While they are hidden nobody reads them on the wall; what is missing is still said.
  const counts = tab.page.locator(".votes ul");
  await tab.role("checkbox", "Hide counts until reveal").check();
  await expect(counts.locator("input").first()).toHaveCSS("-webkit-text-security", "disc");
  await expect(tab.page.getByText("21 of 28 votes")).toBeVisible();
  await tab.press("PageDown");
  const row = tab.role("region", /answered before class$/).getByRole("listitem").filter({ hasText: "supports" });
  await expect(row).toContainText("14 votes");
  await expect(row).toContainText(/\d+ before/);
  const share = await row.locator(".reveal-hands rect").evaluate((rect) => rect.getBoundingClientRect().width / rect.parentElement.getBoundingClientRect().width);
  expect(share).toBeCloseTo(0.5, 2);
  await expect(tab.page.getByText(/^Some of you .*\.$/)).toBeVisible();
  await expect(tab.page.locator(".discuss-work")).not.toContainText("pair");
  // What several wrote stands there once.
  const notes = tab.role("region", "Notes").getByRole("listitem");
  await expect(notes).toHaveCount(2);
  await expect(notes.first()).toHaveText(/^1\d people: The last sentence decides\.$/);
  await tab.press("PageDown", "PageDown");
  // An answer is a row, with both rounds beside it.
  const supports = tab.role("table", /./).getByRole("row", { name: /supports/ });
  await expect(tab.page.locator(".decide-answers-table tbody tr")).toHaveCount(5);
  await expect(supports.getByRole("cell").nth(1)).toHaveText("14");
  await supports.getByRole("button", { name: "Accept this answer: supports" }).click();
  await expect(tab.role("radio", "supports")).toBeChecked();
  await tab.button("Record the decision").click();
  await expect(tab.page.getByText(/^Decided, today/)).toBeVisible();
  await fits(tab, "after it was recorded");
  expect(await outside(tab, { text: ".discuss-box", question: ".discuss-prompt" })).toEqual([]);
  // People are there, by number and folded away.
  await expect(tab.page.getByText("Person 1", { exact: true })).toBeHidden();
  await tab.page.getByText(/^What each of \d+ people said$/).click();
  await expect(tab.page.getByText("Person 1", { exact: true })).toBeVisible();
  await fits(tab, "with what each person said");
});

test("who goes on before a decision is recorded is told so, and records it from there", async ({ tab }) => {
  await tab.open();
  await tab.example("Overview");
  await tab.screen("Discuss");
  const accept = tab.button("Accept this answer: supports");
  for (let step = 0; step < 4; step += 1) await tab.press("PageDown");
  const heading = await tab.page.getByRole("heading", { level: 1 }).textContent();
  await accept.click();
  await tab.press("PageDown");
  await expect(tab.page.getByText(/^The decision on paragraph \d+ is not recorded yet\.$/)).toBeVisible();
  await tab.button("Record it").click();
  await tab.saved();
  await tab.press("PageUp");
  await expect(tab.page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(tab.page.getByText(/^Decided, today/)).toBeVisible();
});

test("the agenda fits the time, leaves out what all agree on, and is the same after a reload", async ({ tab }) => {
  await tab.open();
  await tab.screen("Compare");
  await tab.button("Try with an example class").click();
  await expect(tab.button("Try with an example class")).toBeHidden();
  await tab.screen("Discuss");
  const agenda = tab.role("region", "Agenda");
  await tab.button("Agenda").click();
  const agreed = await agenda.getByText("everybody agrees").count();
  await expect(agenda.getByRole("checkbox", { checked: true })).toHaveCount(10 - agreed);
  await agenda.getByLabel("Minutes in total").fill("20");
  await tab.press("Tab");
  await expect(agenda.getByText("4 paragraphs, 5 minutes each: 20 minutes.")).toBeVisible();
  await agenda.getByLabel("Minutes for each paragraph").fill("7");
  await tab.press("Tab");
  await expect(agenda.getByText("2 paragraphs, 7 minutes each: 14 minutes.")).toBeVisible();
  // What is added by hand counts.
  await agenda.getByRole("checkbox", { checked: false }).last().click();
  await expect(agenda.getByText("3 paragraphs, 7 minutes each: 21 minutes, 1 more than you have.")).toBeVisible();
  // The key closes it from a field too.
  await agenda.getByLabel("Minutes in total").focus();
  await tab.press("Escape");
  await expect(agenda).toBeHidden();
  await expect(tab.button("Agenda")).toBeFocused();
  const stage = tab.page.getByRole("heading", { level: 1 });
  await expect(stage).toContainText("1 of 3");
  // The clock is the paragraph's: it says so, and begins anew with the next.
  await tab.button("7 min").click();
  await expect(tab.role("timer")).toHaveText(/^[67]:\d\d$/);
  await expect(tab.page.locator(".discuss-clock").getByText("for this paragraph")).toBeVisible();
  for (let step = 0; step < 6; step += 1) await tab.press("PageDown");
  await expect(stage).toContainText("2 of 3");
  await expect(tab.role("radio", "Vote", { exact: true })).toBeChecked();
  await expect(tab.role("timer")).toHaveText(/^[67]:\d\d$/);
  const before = await stage.textContent();
  await tab.reload();
  await expect(stage).toHaveText(before);
  await expect(tab.role("radio", "Vote", { exact: true })).toBeChecked();
  await tab.button("Agenda").click();
  await expect(agenda.getByLabel("Minutes in total")).toHaveValue("20");
});

test("one key fills the screen and says so, and Escape leads out", async ({ tab }) => {
  await tab.open();
  await tab.screen("Discuss");
  await tab.press("f");
  await expect(tab.button("Leave full screen")).toBeVisible();
  await tab.press("f");
  await expect(tab.button("Full screen")).toBeVisible();
  // From a control too: whoever stands at the wall has just pressed one.
  await tab.button("Agenda").focus();
  await tab.press("f");
  await expect(tab.button("Leave full screen")).toBeVisible();
  await tab.button("Leave full screen").click();
  await expect(tab.button("Full screen")).toBeVisible();
  await tab.press("PageDown", "PageDown");
  await tab.role("textbox", "Argument").fill("It says so.");
  await tab.press("Escape");
  await expect(tab.role("radio", "Reveal"), "what is written into keeps the key").toBeChecked();
  await tab.button("Next").focus();
  await tab.press("Escape");
  await expect(tab.page).toHaveURL(/#\/class$/);
  await expect(tab.role("navigation", "Screens")).toBeVisible();
  await tab.role("link", "Discuss").click();
  await tab.button("Leave").click();
  await expect(tab.page).toHaveURL(/#\/class$/);
  const step = tab.role("heading", "Discuss");
  await expect(step, "the step that comes next, and not the head of the page").toBeFocused();
  await expect(step).toBeInViewport();
});
