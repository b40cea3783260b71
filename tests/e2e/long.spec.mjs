import { expect, paragraphs, test, text } from "./postil.mjs";

const LONG = 10_000;
/** No tag may change more of the page than this. */
const MOST_MUTATIONS = 40;

// Where something is expected of an element that is not there yet, Playwright describes the whole page, which takes it some ten
// seconds of an article so long. So it is waited for here (`waitFor`), or expected of an element that is there.
const announcer = (tab) => tab.page.locator("[aria-live]");
// By its address, since a name is looked for in all of the page.
const paragraph = (tab, number) => tab.page.locator(`#p${number}`);
const says = async (tab, number, stance, themes) => {
  await expect(paragraph(tab, number)).toHaveAttribute("data-stance", stance);
  await expect(paragraph(tab, number)).toHaveAttribute("data-themes", themes);
};
const isShown = (locator, timeout = 10_000) => locator.waitFor({ timeout });

// How many changes of the page one tag makes, from the key press until it is saved.
const mutations = async (tab, key) => {
  await tab.saved();
  await tab.page.evaluate(() => {
    window.counted = 0;
    window.counter = new MutationObserver((records) => (window.counted += records.length));
    window.counter.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await tab.press(key);
  // The announcement is the last thing that a tag changes.
  await expect(announcer(tab)).toHaveText(/^Paragraph \d+: .*Saved/);
  await tab.saved();
  return tab.page.evaluate(() => {
    window.counted += window.counter.takeRecords().length;
    window.counter.disconnect();
    document.querySelector("[aria-live]").textContent = "";
    return window.counted;
  });
};

// A disk so slow that the page says so would change the page once more; here, nothing is ever late.
const patient = () => {
  const wait = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => (ms === 2000 ? 0 : wait(work, ms, ...rest));
};

// The same codebook for both: three questions, and 200 themes in four levels.
const rows = [
  ...["first", "second", "third"].flatMap((id) => [
    `question,${id},,,What is said of the ${id} thing?,,,`,
    ...["supports", "opposes", "no-stance"].map((option, at) => `answer,${option},${id},${option},,,${id === "first" ? "sox"[at] : ""},`),
  ]),
  ...Array.from({ length: 200 }, (_, at) => {
    const parent = at % 4 === 0 ? "" : `t${at - 1}`;
    return `theme,t${at},,Theme ${at},,${parent},${at < 9 ? at + 1 : ""},What theme ${at} means`;
  }),
];
const CODEBOOK = text("large.csv", ["kind,id,question,label,prompt,parent,key,definition", ...rows].join("\n"));

// The same gestures at any length: a first answer, and then what is counted.
const measure = async (tab) => {
  for (const key of ["x", "0"]) {
    await tab.press(key);
    await expect(announcer(tab)).toHaveText(/Saved\.$/);
    await tab.page.evaluate(() => (document.querySelector("[aria-live]").textContent = ""));
  }
  const counts = [];
  for (const key of ["s", "2", "1", "o", "1", "0"]) counts.push(await mutations(tab, key));
  return counts;
};

test("10,000 paragraphs: open, tag, jump, search; a tag changes as little as at ten", async ({ tab, person }, info) => {
  test.setTimeout(300_000);
  const short = await person();
  await short.page.addInitScript(patient);
  await tab.page.addInitScript(patient);
  await short.open();
  await short.article(paragraphs(10));
  await short.codebook(CODEBOOK);
  const few = await measure(short);

  await tab.open();
  const dialog = await tab.preview(text("long.txt", `A very long article indeed\n\n${paragraphs(LONG)}`));
  await expect(dialog.getByText("10000 paragraphs, 0 headings, 1 left out")).toBeVisible();
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await expect(tab.title).toHaveText("A very long article indeed");
  await isShown(tab.page.getByText("End of the article"), 90_000);
  await expect(tab.page.locator("[data-paragraph]")).toHaveCount(LONG);
  await tab.codebook(CODEBOOK);
  await tab.press("g", "g");
  await isShown(tab.inspector(1));
  const many = await measure(tab);
  info.annotations.push({ type: "mutations per tag", description: `at 10: ${few.join(", ")}; at 10,000: ${many.join(", ")}` });
  console.log(`DOM mutations per tag at 10 paragraphs: ${few.join(", ")}; at 10,000: ${many.join(", ")}`);
  expect(many).toEqual(few);
  expect(Math.max(...many)).toBeLessThanOrEqual(MOST_MUTATIONS);

  await tab.press("G");
  await isShown(tab.inspector(LONG));
  await expect(paragraph(tab, LONG)).toBeInViewport();
  await tab.press("o", "9");
  await says(tab, LONG, "opposes", "t8");
  await tab.press("/");
  await tab.page.keyboard.type("thought number 7777 ");
  await tab.press("Enter");
  await isShown(tab.inspector(7777));
  await expect(paragraph(tab, 7777)).toBeInViewport();
  await tab.press("Escape");
  await tab.press("g", "g");
  await expect(paragraph(tab, 1)).toBeInViewport();
  await tab.saved();
  await tab.reload();
  await expect(tab.progress).toHaveText(/^0 of 10000 · paragraph \d+ has no answer$/);
  await tab.press("G");
  await says(tab, LONG, "opposes", "t8");
  await expect(paragraph(tab, LONG)).toBeInViewport();
});

// How many elements the browser styles anew at most for one drawing, while `work` goes on.
const restyled = async (page, work) => {
  const devtools = await page.context().browser().newBrowserCDPSession();
  const counts = [];
  devtools.on("Tracing.dataCollected", ({ value }) => {
    for (const { name, args } of value) if (name === "UpdateLayoutTree") counts.push(args.elementCount ?? args.endData?.elementCount ?? 0);
  });
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline"] } });
  await work();
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
  return Math.max(...counts);
};

test("a tag has only what it changes styled anew, whatever parts of the program are there", async ({ tab }) => {
  await tab.open();
  await tab.article(paragraphs(300));
  await tab.press("s", "1");
  await tab.saved();
  // The styles of the class's screens come with them, and stay.
  await tab.screen("Class");
  await tab.screen("Read");
  await tab.paragraph(1).click();
  const most = await restyled(tab.page, async () => {
    for (const [key, said] of [["o", "opposes"], ["n", "neutral"], ["m", "mixed"], ["x", "no stance"]]) {
      await tab.press(key);
      await expect(announcer(tab)).toHaveText(`Paragraph 1: ${said}. Saved.`);
      await tab.saved();
    }
  });
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(120);
});

test("a deep link opens at its paragraph", async ({ tab }) => {
  await tab.open("#p7");
  await expect(tab.inspector(7)).toBeVisible();
  await expect(tab.paragraph(7)).toBeInViewport();
  await tab.article(paragraphs(600));
  await tab.saved();
  const other = await tab.another("#p412");
  await expect(other.title).toContainText("This is thought number 1");
  await expect(other.inspector(412)).toBeVisible();
  await expect(other.paragraph(412)).toBeInViewport();
  await other.page.evaluate(() => (location.hash = "#p599"));
  await expect(other.inspector(599)).toBeVisible();
  await expect(other.paragraph(599)).toBeInViewport();
  await other.page.evaluate(() => (location.hash = "#p99999"));
  await expect(other.inspector(600)).toBeVisible();
  await other.page.evaluate(() => (location.hash = "#nonsense"));
  await expect(other.inspector(600)).toBeVisible();
});
