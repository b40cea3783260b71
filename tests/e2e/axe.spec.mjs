import { readFileSync } from "node:fs";
import { given } from "./awkward.mjs";
import { bring, classOf } from "./class.mjs";
import { expect, fixture, paragraphs, test, text } from "./postil.mjs";

const axe = readFileSync(fixture("node_modules/axe-core/axe.min.js"), "utf8");

const check = async (tab, what) => {
  const found = await tab.page.evaluate(async () => {
    // Half-drawn transitions have colours of their own.
    for (const animation of document.getAnimations()) animation.finish();
    // What is out of sight has the height that was guessed for it, and would lie on what comes below.
    const whole = new CSSStyleSheet();
    whole.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets.push(whole);
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
    document.adoptedStyleSheets.pop();
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`);
  });
  expect(found, what).toEqual([]);
};

const PARTS = ["Overview", "Board", "Portrait", "Themes", "Numbers", "Kinds of disagreement"];
const AFTER = ["Decide", "You and the class"];
const DIALOGS = ["Open article", "Import", "Export", "Help"];

const LOOKS = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" } };

for (const [look, options] of Object.entries(LOOKS)) {
  for (const width of [1440, 390]) {
    test(`no violations: ${look}, ${width} px`, async ({ person }) => {
      test.setTimeout(180_000);
      const tab = await person({ ...options, viewport: { width, height: 900 } });
      await tab.page.addInitScript(axe);
      await tab.open();
      await check(tab, "Read, nothing coded");
      await tab.press("s", "1", "2", "c", "j", "o", "3", "j", "m", "j", "n", "0", "j", "x", "e");
      await tab.page.keyboard.type("a note");
      await tab.press("Escape");
      await check(tab, "Read, coded");
      await tab.press("V");
      await check(tab, "a theme that is held");
      await tab.press("V", "d");
      await check(tab, "what a choice means");
      await tab.press("Escape");
      await tab.press("/");
      await tab.page.keyboard.type("the");
      await check(tab, "Search");
      await tab.press("Enter", "Escape");
      const more = async () => {
        if (width === 390) await tab.button("More").click();
      };
      if (width === 390) {
        await tab.page.getByRole("button", { name: /Themes/ }).click();
        await check(tab, "the sheet");
        await tab.page.getByRole("button", { name: /Themes/ }).click();
        await more();
        await check(tab, "More");
        await tab.page.keyboard.press("Escape");
      }
      for (const screen of ["Codebook", "Class", "Compare", "Discuss", "Read"]) {
        await tab.screen(screen);
        await check(tab, screen);
      }
      for (const name of DIALOGS) {
        await more();
        const dialog = await tab.dialog(name);
        await check(tab, name);
        if (name === "Help") {
          await dialog.getByRole("button", { name: "Change the key for Next paragraph", exact: true }).click();
          await tab.press("s");
          await check(tab, "a key that is taken");
          await tab.press("Escape");
        }
        if (name === "Import") {
          const files = [
            { name: "empty.json", mimeType: "application/json", buffer: Buffer.from("") },
            { name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"format": "postil", "version": 2}') },
          ];
          await dialog.getByLabel("Annotation files").setInputFiles(files);
          await expect(dialog.locator("[data-verdict]")).toHaveCount(2);
          await check(tab, "verdicts");
        }
        await tab.close(name);
      }
      await more();
      await tab.page.getByRole("button", { name: /^Annotator:/ }).click();
      await check(tab, "Annotators");
      await tab.close("People in this browser");
      await more();
      await tab.preview(paragraphs(12));
      await check(tab, "the preview");
      await tab.button("Open").click();
      await check(tab, "an article of one's own");
      await tab.page.goto(`${tab.site}rescue.html`);
      await expect(tab.page.getByText(/^Found \d+ records\.$/)).toBeVisible();
      await check(tab, "rescue.html");
    });
  }
}

test("no violations when storage is blocked", async ({ tab }) => {
  await tab.page.addInitScript(axe);
  await tab.page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("no", "SecurityError");
      },
    }),
  );
  await tab.open();
  await expect(tab.alerts).toBeVisible();
  await check(tab, "a banner");
});

for (const [look, width, height] of [["light", 1440, 900], ["dark", 1920, 1080], ["light", 1024, 768], ["dark", 390, 844], ["forced colours", 1366, 768]]) {
  test(`no violations with a class: ${look}, ${width} × ${height} px`, async ({ person }) => {
    test.setTimeout(180_000);
    const tab = await person({ ...LOOKS[look], viewport: { width, height } });
    await tab.page.addInitScript(axe);
    await tab.open();
    await tab.screen("Compare");
    await tab.button("Try with an example class").click();
    for (const part of PARTS) {
      await tab.part(part);
      await expect(tab.page.getByText("Computing…")).toHaveCount(0);
      await check(tab, part);
    }
    await tab.screen("Class");
    await expect(tab.page.getByRole("table", { name: "Handed in" })).toBeVisible();
    await check(tab, "a class on Class");
    await tab.page.getByRole("button", { name: /^Another name for/ }).first().click();
    await check(tab, "a name that is given");
    await tab.button("Cancel").click();
    for (const page of AFTER) {
      await tab.after(page);
      await check(tab, page);
    }
    await tab.screen("Class");
    await tab.role("main").getByRole("button", { name: "Give to the class", exact: true }).click();
    const form = tab.role("dialog", "Give to the class");
    await expect(form).toBeVisible();
    await check(tab, "what a class is asked");
    await Promise.all([tab.page.waitForEvent("download"), form.getByRole("button", { name: "Save the file" }).click()]);
    await tab.press("Escape");
    await expect(form).toBeHidden();
    await tab.screen("Compare");
    await tab.page.getByText("12 people", { exact: true }).click();
    await check(tab, "who is compared");
    await tab.screen("Discuss");
    for (const step of ["Read", "Vote", "Reveal", "Vote again", "Decide"]) {
      await expect(tab.role("radio", step)).toBeChecked();
      await check(tab, step);
      await tab.press("PageDown");
    }
    await tab.button("Agenda").click();
    await check(tab, "the agenda");
    await tab.page.goto(`${tab.site}#/report`);
    await expect(tab.page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await check(tab, "the report");
    await tab.screen("Read");
    await tab.page.locator("label", { has: tab.role("radio", "Everybody") }).click();
    await check(tab, "everybody’s marks");
  });
}

for (const [look, options] of Object.entries(LOOKS)) {
  test(`no violations in the code for the wall: ${look}`, async ({ person }) => {
    const tab = await person(options);
    await tab.page.addInitScript(axe);
    await given(tab);
    await check(tab, "Class, with a link");
    await tab.button("Show large").click();
    await check(tab, "the link as a code for the wall");
  });
}

test("no violations with thirty people and 200 paragraphs", async ({ tab }) => {
  test.setTimeout(300_000);
  await tab.page.addInitScript(axe);
  await tab.open();
  await tab.article(text("long.txt", paragraphs(200)));
  await tab.press("s");
  const { text: pattern } = await tab.export();
  await bring(tab, classOf(pattern, { annotators: 30 }));
  await tab.close("Import");
  await tab.screen("Compare");
  for (const part of PARTS) {
    await tab.part(part);
    await expect(tab.page.getByText("Computing…")).toHaveCount(0, { timeout: 60_000 });
    await check(tab, part);
  }
  await tab.screen("Discuss");
  await tab.press("PageDown", "PageDown");
  await check(tab, "Reveal");
});
