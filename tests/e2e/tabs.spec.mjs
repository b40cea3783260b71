import { expect, journal, operations, stored, test } from "./postil.mjs";

test("tabs follow each other", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.press("s", "1");
  await other.says(1, "supports [sovereignty]");
  await expect(other.progress).toHaveText("1 of 10");
  await expect(other.option("supports")).toBeChecked();
  await other.press("o");
  await tab.says(1, "opposes [sovereignty]");
  await expect(tab.option("opposes")).toBeChecked();
  await tab.button("Undo").click();
  // One's own step is taken back, not the other tab's.
  await other.says(1, "opposes [-]");
  await tab.page.close();
  await other.reload();
  await other.says(1, "opposes [-]");
});

test("two tabs of a first visit are one annotator", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  await tab.press("s");
  await other.says(1, "supports [-]");
  await other.press("j", "o");
  await tab.says(2, "opposes [-]");
  await other.button("Annotator: Reader 1").click();
  await expect(other.role("dialog", "People in this browser").getByRole("list").first().getByRole("listitem")).toHaveCount(1);
});

test("two tabs save a thousand changes each, and none is lost", async ({ tab }) => {
  test.setTimeout(180_000);
  const COUNT = 1000;
  await tab.open();
  await tab.press("s", "s");
  await tab.saved();
  const other = await tab.another();
  await other.press("j");
  const before = new Set(operations(await journal(tab.page)));

  // As fast as the page allows: one key press in each task, each of them a change.
  const drive = (page, keys) =>
    page.evaluate(
      async ([keys, count]) => {
        const { port1, port2 } = new MessageChannel();
        const task = () => new Promise((done) => ((port1.onmessage = done), port2.postMessage(0)));
        const row = document.querySelector('[role="group"][aria-current="true"]');
        for (let n = 0; n < count; n++) {
          row.dispatchEvent(new KeyboardEvent("keydown", { key: keys[n % keys.length], bubbles: true, cancelable: true }));
          await task();
        }
      },
      [keys, COUNT],
    );
  await Promise.all([drive(tab.page, ["s", "o", "n", "m", "1"]), drive(other.page, ["1", "2", "3", "x", "o"])]);
  for (const each of [tab, other]) await expect(each.save).toHaveAttribute("data-save-state", "saved", { timeout: 60_000 });

  const [local, second] = [await stored(tab.page), await journal(tab.page)];
  const written = operations(second).filter((key) => !before.has(key));
  expect(written).toHaveLength(2 * COUNT);
  const session = (key) => key.split("/")[3];
  for (const one of new Set(written.map(session))) expect(written.filter((key) => session(key) === one)).toHaveLength(COUNT);
  // Local storage has the same, word for word.
  for (const key of operations(second)) expect(local[key]).toBe(second[key]);

  const [one, two] = ["mixed [-]", "opposes [-]"];
  for (const each of [tab, other]) {
    await each.says(1, one);
    await each.says(2, two);
  }
  await other.page.close();
  await tab.reload();
  await tab.says(1, one);
  await tab.says(2, two);
  await expect(tab.alerts).toHaveCount(0);
  // So many operations are made one snapshot, and say the same.
  await expect.poll(async () => operations(await stored(tab.page)).length, { timeout: 30_000 }).toBeLessThan(100);
  await tab.reload();
  await tab.says(1, one);
  await tab.says(2, two);
  await tab.press("1");
  await tab.says(1, "mixed [sovereignty]");
});

test("what a tab missed is found when it comes to the front", async ({ tab }) => {
  await tab.open();
  const other = await tab.another();
  // This tab hears nothing of the others.
  await other.page.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true }));
  await other.reload();
  await other.page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation()));
  await other.reload();
  await tab.press("m");
  await tab.saved();
  await other.says(1, "- [-]");
  await other.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await other.says(1, "mixed [-]");
});
