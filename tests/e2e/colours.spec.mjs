import { expect, json, test } from "./postil.mjs";

const WORDS = "A text of our own\n\nThe first paragraph of it.\n\nThe second paragraph of it.";
const CHOSEN = "#ffe000";

/** The contrast of two colours as the browser computed them. */
const contrast = (page, one, other) =>
  page.evaluate((colours) => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const [one, other] = colours.map((colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const parts = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
      const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    });
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }, [one, other]);

test("a theme shows the colour that somebody chose, in both schemes and on the screens of the class", async ({ tab, person }) => {
  const teacher = await person();
  await teacher.open();
  await teacher.article(WORDS);
  const bundle = JSON.parse((await teacher.export()).text);
  const words = { definition: "", include: "", exclude: "", example: "" };
  bundle.codebook.themes = {
    first: { ...words, label: "The first", key: "1", order: "a" },
    second: { ...words, label: "The second", key: "2", order: "b", colour: CHOSEN },
  };
  delete bundle.codebook.version;
  await tab.open();
  const dialog = await tab.dialog("Open article");
  await dialog.getByLabel("Article file").setInputFiles(json("reading.postil.json", JSON.stringify(bundle)));
  await expect(tab.title).toHaveText("A text of our own");
  await tab.press("2");
  const chip = tab.page.locator("#p1 .chip");
  await expect(chip).toHaveCount(1);
  const fill = () => chip.evaluate((element) => getComputedStyle(element, "::before").backgroundColor);
  const ground = () => tab.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await tab.page.emulateMedia({ colorScheme: "dark" });
  expect(await fill()).toBe("rgb(255, 224, 0)");
  // Yellow on white is not seen; it is as much darker as it takes.
  await tab.page.emulateMedia({ colorScheme: "light" });
  expect(await fill()).not.toBe("rgb(255, 224, 0)");
  expect(await contrast(tab.page, await fill(), await ground())).toBeGreaterThanOrEqual(3);
  const light = await fill();
  await tab.reload();
  await expect.poll(fill).toBe(light);
  await tab.screen("Codebook");
  const entry = tab.page.locator(`.theme-card[data-hue="${CHOSEN}"]`);
  await expect(entry.getByRole("textbox", { name: "Label" })).toHaveValue("The second");
  expect(await entry.evaluate((element) => getComputedStyle(element, "::before").backgroundColor)).toBe(light);
});
