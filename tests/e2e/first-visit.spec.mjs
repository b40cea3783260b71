import { SAMPLE, PROMPT, THEMES, expect, operations, stored, test } from "./postil.mjs";

test("a first visit: tag by mouse, reload, and it is still there", async ({ tab }) => {
  await tab.open();
  await expect(tab.title).toHaveText(SAMPLE);
  await expect(tab.progress).toHaveText("0 of 10");
  await expect(tab.button("Annotator: Reader 1")).toBeVisible();
  await tab.paragraph(3).click();
  await expect(tab.paragraph(3)).toHaveAttribute("aria-current", "true");
  const inspector = tab.inspector(3);
  await inspector.getByRole("radiogroup", { name: PROMPT }).getByRole("radio", { name: "supports" }).check();
  const themes = inspector.getByRole("group", { name: "Themes" });
  await themes.getByRole("checkbox", { name: THEMES.rivalry }).check();
  await themes.getByRole("checkbox", { name: THEMES.sovereignty }).check();
  await tab.says(3, "supports [sovereignty rivalry]");
  await tab.saved();
  await expect(tab.save).toHaveText("Saved");
  await expect(tab.page.getByText("3 changes not handed in")).toBeVisible();
  await expect(tab.progress).toHaveText("1 of 10 · paragraph 1 has no answer");

  await tab.reload();
  await tab.says(3, "supports [sovereignty rivalry]");
  await expect(tab.progress).toHaveText(/^1 of 10/);
  await tab.paragraph(3).click();
  await expect(tab.option("supports")).toBeChecked();
  await expect(tab.theme(THEMES.rivalry)).toBeChecked();
  await expect(tab.theme(THEMES.sovereignty)).toBeChecked();
  await expect(tab.theme("No theme applies")).not.toBeChecked();
});

test("nothing is stored before anything is done", async ({ tab }) => {
  await tab.open();
  for (const screen of ["Codebook", "Class", "Compare", "Discuss", "Read"]) await tab.screen(screen);
  await tab.paragraph(2).click();
  expect(operations(await stored(tab.page))).toEqual([]);
});

test("what is clicked twice is taken back", async ({ tab }) => {
  await tab.open();
  await tab.option("mixed").click();
  await tab.says(1, "mixed [-]");
  await tab.option("mixed").click();
  await tab.says(1, "- [-]");
  await expect(tab.option("mixed")).not.toBeChecked();
  await tab.theme("No theme applies").click();
  await tab.says(1, "- []");
  await tab.theme(THEMES.governance).click();
  await tab.says(1, "- [governance]");
  await expect(tab.theme("No theme applies")).not.toBeChecked();
  await tab.theme(THEMES.governance).click();
  await tab.says(1, "- [-]");
});

test("confidence goes with an answer", async ({ tab }) => {
  await tab.open();
  await expect(tab.option("high")).toBeDisabled();
  await tab.option("opposes").click();
  await tab.option("high").click();
  await expect(tab.option("high")).toBeChecked();
  await tab.saved();
  await tab.reload();
  await expect(tab.option("high")).toBeChecked();
});

test("a gesture made while the page is still reading what is stored is not lost", async ({ tab }) => {
  // The database answers only when it is told to.
  await tab.page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      const answers = [];
      for (const name of ["onsuccess"]) {
        Object.defineProperty(request, name, {
          set: (listener) => request.addEventListener("success", (event) => (window.answered ? listener(event) : answers.push(() => listener(event)))),
        });
      }
      window.answer = () => {
        window.answered = true;
        for (const answer of answers) answer();
      };
      return request;
    };
  });
  await tab.page.goto(tab.site);
  await expect(tab.title).toHaveText(SAMPLE);
  await tab.press("j", "s");
  await tab.theme(THEMES.governance).click();
  await tab.page.evaluate(() => window.answer());
  await tab.settle();
  await tab.says(2, "supports [governance]");
  await tab.saved();
  await tab.reload();
  await tab.says(2, "supports [governance]");
});

test("every screen has its address, and back goes back", async ({ tab }) => {
  await tab.open();
  const screens = tab.role("navigation", "Screens");
  for (const [name, route] of [["Class", "#/class"], ["Compare", "#/compare"], ["Discuss", "#/discuss"], ["Codebook", "#/codebook"], ["Read", "#/read"]]) {
    await tab.screen(name);
    await expect(tab.page).toHaveURL(tab.site + route);
    // A discussion has the whole screen, and a way back instead.
    if (name === "Discuss") await expect(tab.button("Leave")).toBeVisible();
    else await expect(screens.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  }
  await tab.page.goBack();
  await expect(tab.page).toHaveURL(`${tab.site}#/codebook`);
  for (const theme of ["Cyber sovereignty", "Espionage", "Image and leadership"]) {
    await expect(tab.page.getByRole("group", { name: theme })).toBeVisible();
  }
  await tab.reload();
  await expect(tab.page.getByRole("group", { name: "Cyber sovereignty" })).toBeVisible();
});
