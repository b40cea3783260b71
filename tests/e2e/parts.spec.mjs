import { SAMPLE, expect, test } from "./postil.mjs";

/** The addresses of the dialogs that a page asked for. */
function fetched(tab) {
  const asked = [];
  tab.page.on("request", (request) => {
    if (/\/dialogs-[0-9a-f]+\.wasm$/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test("reading fetches nothing more; the first answer brings what export needs, also without a network", async ({ tab, faults }) => {
  const asked = fetched(tab);
  await tab.open();
  await tab.paragraph(3).click();
  await tab.press("j");
  expect(asked).toEqual([]);
  // The screens of a class come too, in idle time: without a network they would be missed here, and nothing else is looked at.
  const came = ["dialogs-[0-9a-f]+.wasm", "class-[0-9a-f]+.css", "class-[0-9a-f]+.wasm"].map((name) =>
    tab.page.waitForResponse((response) => new RegExp(`/${name}$`).test(response.url())),
  );
  await tab.press("s");
  for (const one of came) await (await one).finished();
  await tab.saved();
  await tab.page.context().setOffline(true);
  const download = tab.page.waitForEvent("download");
  await tab.export();
  expect((await download).suggestedFilename()).toContain("postil");
  expect(asked).toHaveLength(1);
  await tab.page.context().setOffline(false);
  expect(faults).toEqual([]);
});

test("a dialog comes with its part, and the focus goes back when it closes", async ({ tab }) => {
  const asked = fetched(tab);
  await tab.open();
  await tab.button("Files").focus();
  await tab.page.keyboard.press("Enter");
  await tab.button("Export").focus();
  await tab.page.keyboard.press("Enter");
  await expect(tab.page.getByRole("dialog")).toBeVisible();
  await tab.page.keyboard.press("Escape");
  await expect(tab.page.getByRole("dialog")).toBeHidden();
  await expect(tab.button("Files")).toBeFocused();
  await tab.openFiles("Export");
  await expect(tab.page.getByRole("dialog")).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("a part that arrives changed is not run; what was asked for is said not to come, and can be tried again", async ({ tab, faults }) => {
  let changes = true;
  await tab.page.route("**/dialogs-*.wasm", async (route) => {
    if (!changes) return route.continue();
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await tab.open();
  await tab.openFiles("Export");
  await expect(tab.page.locator(".toast")).toContainText("This part of Postil could not be loaded.");
  await expect(tab.page.getByRole("dialog")).toBeHidden();
  await tab.read(1);
  await tab.press("s");
  await tab.says(1, "supports [-]");
  await expect(tab.title).toHaveText(SAMPLE);
  // The answer asked for it too, and that try has to be over.
  await expect.poll(() => faults.filter((fault) => /TypeError/.test(fault)).length).toBe(2);
  changes = false;
  await tab.openFiles("Export");
  await expect(tab.page.getByRole("dialog")).toBeVisible();
  expect(faults.filter((fault) => !/integrity|dialogs-|Failed to fetch/.test(fault))).toEqual([]);
  faults.length = 0;
});
