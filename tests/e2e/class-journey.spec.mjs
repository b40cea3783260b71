// The same class of 28 awkward files from giving out to giving back: on three projectors, on a phone by touch, by keyboard alone.

import { TEXT, awkward, seen } from "./awkward.mjs";
import { bytes, expect, test, unzip } from "./postil.mjs";

/** Presses Tab until the control has the focus, and no more often than somebody would who knows that it is there. */
async function reach(tab, control) {
  const focused = control.and(tab.page.locator(":focus"));
  // The bar is before everything on a screen, and what a screen begins with has the focus.
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let presses = 0; presses < 90; presses += 1) {
      if ((await focused.count()) > 0) return;
      await tab.page.keyboard.press(key);
    }
  }
  throw new Error("Tab does not lead there.");
}

const MOUSE = { use: (tab, control) => control.click(), choose: (tab, radio) => radio.locator("xpath=ancestor::label[1]").click() };
const TOUCH = { use: (tab, control) => control.tap(), choose: (tab, radio) => radio.locator("xpath=ancestor::label[1]").tap() };
const KEYS = {
  async use(tab, control) {
    await reach(tab, control);
    await tab.press("Enter");
  },
  // A group of radios is one stop of Tab, and arrows choose.
  async choose(tab, radio) {
    const group = tab.page.locator("[role=radiogroup], fieldset, table").filter({ has: radio }).last().getByRole("radio");
    const checked = group.and(tab.page.locator(":checked"));
    await reach(tab, (await checked.count()) > 0 ? checked : group.first());
    await tab.press("Space");
    for (let presses = 0; presses < 8 && !(await radio.isChecked()); presses += 1) await tab.press("ArrowDown");
    await expect(radio).toBeChecked();
  },
};

const WAYS = [
  ["1920 × 1080", { viewport: { width: 1920, height: 1080 } }, MOUSE],
  ["1366 × 768", { viewport: { width: 1366, height: 768 } }, MOUSE],
  ["1024 × 768", { viewport: { width: 1024, height: 768 } }, MOUSE],
  ["a phone, by touch", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, TOUCH],
  ["the keyboard alone", { viewport: { width: 1366, height: 768 } }, KEYS],
];

for (const [where, options, way] of WAYS) {
  test(`from giving out to giving back with 28 awkward files: ${where}`, async ({ person }) => {
    test.setTimeout(120_000);
    const tab = await person(options);
    const use = (role, name) => way.use(tab, tab.page.getByRole(role, { name, exact: typeof name === "string" }));
    const fits = async (what) => expect(await tab.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
    const heading = tab.page.getByRole("main").getByRole("heading", { level: 1 });
    await tab.open();
    // A phone has no menu of files: they are under More.
    await use("button", way === TOUCH ? "More" : "Files");
    await use("button", "Open article");
    const pasted = tab.role("dialog", "Open article").getByLabel("Paste the text");
    if (way === KEYS) await reach(tab, pasted);
    else await way.use(tab, pasted);
    await tab.page.keyboard.insertText(TEXT);
    await use("button", "Use this text");
    await use("button", "Open");
    await expect(tab.role("dialog", "Open article")).toBeHidden();

    // Give out.
    await use("link", "Class");
    await expect(tab.page.getByText("Not given yet.")).toBeVisible();
    await fits("Class, nothing given");
    await use("button", "Give to the class");
    const form = tab.role("dialog", "Give to the class");
    if (way === KEYS) await reach(tab, form.getByLabel("Due"));
    else await form.getByLabel("Due").focus();
    // The parts of the field stand in the order of the browser's own interface: here month, day, year, and the time with "a" or "p".
    await tab.page.keyboard.type("12042099");
    await tab.page.keyboard.press("ArrowRight");
    await tab.page.keyboard.type("0800a");
    const [file] = await Promise.all([tab.page.waitForEvent("download"), use("button", "Save the file")]);
    await expect(tab.page.getByText("Given today: one question, due Fri 4 Dec 2099, 08:00.")).toBeVisible();

    // Collect: one sentence, problems first.
    const files = awkward((await bytes(file)).toString("utf8"));
    const collect = tab.page.getByRole("main").getByRole("button", { name: "Collect", exact: true });
    const [chooser] = await Promise.all([tab.page.waitForEvent("filechooser"), way.use(tab, collect)]);
    await chooser.setFiles(files);
    await seen(tab);
    await fits("Class, collected");

    // Compare, in a sentence, and back.
    await use("link", "Compare");
    await expect(tab.role("tab", "Overview")).toHaveAttribute("aria-selected", "true");
    await expect(tab.role("list", "What there is to say").getByRole("listitem").first()).toBeVisible();
    await fits("Compare");
    await use("link", "Class");

    // Discuss: vote, reveal, decide.
    await use("link", "Open the discussion");
    await expect(heading).toContainText(/^Paragraph/);
    for (const step of ["Vote", "Reveal", "Vote again", "Decide"]) {
      await way.choose(tab, tab.role("radio", step));
      await fits(step);
    }
    await way.choose(tab, tab.page.getByRole("table").getByRole("radio", { name: "neutral" }));
    await use("button", "Record the decision");
    await tab.saved();
    await expect(tab.page.getByText(/^Decided, today\.$/)).toBeVisible();
    if (await tab.button("Leave").isVisible()) await use("button", "Leave");

    // Give back.
    await use("link", "Class");
    await expect(tab.page.getByText("Recorded so far: 1 of 7 paragraphs.")).toBeVisible();
    const [zip] = await Promise.all([tab.page.waitForEvent("download"), use("button", "Give back")]);
    expect(Object.keys(unzip(await bytes(zip)))).toHaveLength(48);
    await expect(tab.page.getByText("Feedback made today for 24 people.")).toBeVisible();

    // The report says it first.
    await use("link", "Report of the class");
    await expect(tab.role("heading", "In short")).toBeVisible();
    await expect(tab.page.getByRole("article", { name: "Report" })).toContainText("1decided");
    await fits("the report");
  });
}
