import { expect, paragraphs, test, text } from "./postil.mjs";

test("forced colours: everything is still there to see and to use", async ({ person }) => {
  const tab = await person({ forcedColors: "active" });
  await tab.open();
  await tab.press("s", "1");
  await tab.option("opposes").click();
  await tab.says(1, "opposes [sovereignty]");
  // The chosen option and the current paragraph differ from the others by more than a colour that is taken away.
  const drawn = (locator) => locator.evaluate((element) => {
    const { outlineStyle, outlineWidth, borderTopColor, borderTopWidth, borderInlineStartColor, borderInlineStartWidth, backgroundColor, boxShadow } = getComputedStyle(element);
    return JSON.stringify({ outlineStyle, outlineWidth, borderTopColor, borderTopWidth, borderInlineStartColor, borderInlineStartWidth, backgroundColor, boxShadow });
  });
  const label = (name) => tab.page.locator("label").filter({ has: tab.option(name) });
  expect(await drawn(label("opposes"))).not.toBe(await drawn(label("supports")));
  await tab.option("mixed").focus();
  await tab.press("Tab");
  await tab.dialog("Export");
  await tab.close("Export");
});

test("reduced motion: nothing moves", async ({ person }) => {
  const tab = await person({ reducedMotion: "reduce" });
  await tab.open();
  await tab.dialog("Open article");
  await tab.press("Escape");
  await tab.press("s", "j", "G");
  const moving = await tab.page.evaluate(() =>
    document.getAnimations().filter((animation) => animation.effect.getComputedTiming().activeDuration > 10).length,
  );
  expect(moving).toBe(0);
  const smooth = await tab.page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(smooth).toBe("auto");
});

test("print: the whole article with its marks, and no controls", async ({ tab }) => {
  await tab.open();
  await tab.article(paragraphs(300));
  await expect(tab.page.getByText("End of the article")).toBeVisible();
  await tab.press("s", "1");
  await tab.page.emulateMedia({ media: "print" });
  await expect(tab.paragraph(1).getByText("supports")).toBeVisible();
  for (const number of [1, 150, 300]) {
    await expect(tab.paragraph(number)).toBeVisible();
    const section = await tab.paragraph(number).evaluate((row) => getComputedStyle(row.parentElement).contentVisibility);
    expect(section).toBe("visible");
  }
  await expect(tab.page.getByRole("navigation", { name: "Screens" })).toBeHidden();
  await expect(tab.page.getByRole("region", { name: /^Paragraph/ })).toBeHidden();
  await expect(tab.page.getByRole("slider", { name: "Overview" })).toBeHidden();
});

test("print, right after a long article was opened, has all of it", async ({ tab }) => {
  await tab.open();
  await tab.article(text("long.txt", paragraphs(3000)));
  const pdf = await tab.page.pdf();
  expect(pdf.length).toBeGreaterThan(1000);
  await expect(tab.page.locator("[data-paragraph]")).toHaveCount(3000);
});

for (const width of [1440, 1024, 390, 320]) {
  test(`nothing is wider than the page at ${width} px`, async ({ person }) => {
    const tab = await person({ viewport: { width, height: 800 } });
    await tab.open();
    await tab.press("s", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    for (const screen of ["Codebook", "Class", "Compare", "Discuss", "Read"]) {
      await tab.screen(screen);
      expect(await tab.page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(width);
    }
  });
}

test("inside a frame it does not start", async ({ tab }) => {
  // The header refuses; the page refuses by itself where a host sends none.
  await tab.page.route(`${tab.site}frame.html`, (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${tab.site}"></iframe>` }),
  );
  await tab.page.route(tab.site, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    headers["content-security-policy"] = headers["content-security-policy"].replace("; frame-ancestors 'none'", "");
    await route.fulfill({ response, headers });
  });
  await tab.page.goto(`${tab.site}frame.html`);
  const frame = tab.page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Postil is not shown inside another page" })).toBeVisible();
});
