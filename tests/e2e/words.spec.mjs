// The words of a student's screens: none of the program's own, and none of research.

import { given } from "./awkward.mjs";
import { expect, test } from "./postil.mjs";

const FORBIDDEN = /\b(un)?coded\b|\bcoder|\blayers?\b|\bbundles?\b|\bannotators?\b/i;

/** What can be read on the page, and what is heard in its place: without what only a screen reader gets in the bar. */
const words = (tab) =>
  tab.page.evaluate(() => {
    const seen = [document.querySelector("main"), document.querySelector("dialog[open]"), document.getElementById("bar")].filter(Boolean);
    const names = seen.flatMap((part) => [...part.querySelectorAll("[title], [aria-label], [placeholder]")]);
    const said = names.flatMap((part) => ["title", "aria-label", "placeholder"].map((name) => part.getAttribute(name) ?? ""));
    // The name of the one button that other programs find people by.
    const text = seen.map((part) => part.innerText).join("\n").replace(/Annotator:/g, "");
    return [...text.split("\n"), ...said.filter((name) => !name.startsWith("Annotator:"))];
  });

for (const [width, height, options] of [[1366, 768, {}], [390, 844, { hasTouch: true, isMobile: true }]]) {
  test(`no word that a student lacks at ${width} px`, async ({ person, tab }) => {
    const file = await given(tab);
    const student = await person({ viewport: { width, height }, ...options });
    await student.open();
    const check = async (what) => expect((await words(student)).filter((line) => FORBIDDEN.test(line)), what).toEqual([]);
    await check("the sample");
    await student.button(width < 768 ? "More" : "Files").click();
    await student.button("Open article").click();
    await student.role("dialog", "Open article").getByLabel("Article file").setInputFiles({ name: "bees.postil.json", mimeType: "application/json", buffer: Buffer.from(file) });
    await expect(student.title).toHaveText("Of bees and keepers");
    await check("what was given out");
    await student.read(1);
    await student.press("s", "e");
    await student.page.keyboard.type("They fly.");
    await student.press("Escape", "d");
    await check("what an answer means");
    await student.press("Escape", "/");
    await check("search");
    await student.press("Escape");
    await student.saved();
    await student.press("G");
    await check("the end of the article");
    const more = async () => {
      if (width < 768) await student.button("More").click();
    };
    for (const name of ["Help", "Import", "Export", "Open article"]) {
      await more();
      await student.dialog(name);
      await check(name);
      await student.close(name);
    }
    await more();
    await student.page.getByRole("button", { name: /^Annotator:/ }).click();
    await check("people in this browser");
    await student.close("People in this browser");
    await student.screen("Class");
    await check("Class");
    // The steps are a teacher's, and folded away.
    const collect = student.role("heading", "Collect");
    await expect(collect).toBeHidden();
    await student.page.getByText("What your teacher does here").click();
    await expect(collect).toBeVisible();
    await check("what the teacher does");
  });
}
