import { expect, fixture, test } from "./postil.mjs";

// What a browser's translator does to a page: every text node becomes the child of a new `font` element, and so does what
// comes later; where the page says `translate="no"`, nothing happens.
const translate = () => {
  const wrap = (node) => {
    if (!node.parentElement || node.data.trim() === "") return;
    if (node.parentElement.closest('font, [translate="no"], script, style, textarea, title, noscript')) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    outer.append(inner);
    inner.append(`⟦${node.data}⟧`);
    node.replaceWith(outer);
  };
  const all = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return wrap(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) wrap(node);
  };
  all(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) all(node);
  }).observe(document.body, { subtree: true, childList: true });
};

test("a page translated by the browser keeps working", async ({ tab, person }) => {
  const other = await (await person()).open();
  await other.press("m");
  const { file } = await other.export();

  await tab.open();
  await tab.press("s", "1");
  await tab.page.evaluate(translate);
  await expect(tab.paragraph(1).locator("font").first()).toBeAttached();
  for (const keys of [["s", "o", "1", "2", "0", "3", "c"], ["j", "n", "4", "5", "6", "c", "c"], ["j", "m", "0"]]) await tab.press(...keys);
  await tab.says(1, "opposes [data-security]");
  await tab.says(2, "neutral [digital-economy rivalry cooperation]");
  await tab.says(3, "mixed []");
  await expect(tab.progress).toHaveText("3 of 10");
  await tab.saved();
  for (let n = 0; n < 8; n++) await tab.press("Control+z");
  for (let n = 0; n < 8; n++) await tab.press("Control+Shift+z");
  await tab.says(3, "mixed []");
  await tab.press("e");
  await tab.page.keyboard.type("a note");
  await tab.press("Control+Enter", "G", "k", "x");
  await tab.says(9, "no-stance [-]");
  await tab.press("/");
  await tab.page.keyboard.type("the");
  await tab.press("Enter", "Enter");
  await tab.page.keyboard.type(" no such words");
  await tab.press("Escape");
  const screens = tab.page.getByRole("navigation").getByRole("link");
  for (const at of [1, 2, 3, 0, 3, 1, 0]) await screens.nth(at).click();

  // Names are translated too, so what opens a dialog is found by what stays.
  const files = () => tab.page.locator(".files-button").click();
  for (const id of ["open", "import", "export", "annotators", "help"]) {
    if (["open", "import", "export"].includes(id)) await files();
    await tab.page.locator(`button[value="${id}"]:not([hidden])`).click();
    const dialog = tab.page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    if (id === "import") {
      await dialog.locator("input[type=file]").setInputFiles(file);
      await expect(dialog.locator("[data-verdict]")).toHaveAttribute("data-verdict", "merged");
    }
    if (id === "annotators") await dialog.locator("input").fill("Ada");
    await tab.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  await tab.press("Control+z", "Control+y");
  await files();
  await tab.page.locator('button[value="open"]').click();
  await tab.page.locator("input[type=file]").setInputFiles(fixture("tests/fixtures/texts/hard-wrapped.txt"));
  await tab.page.getByRole("radio", { name: /Leave out/ }).last().check();
  await tab.page.locator("dialog .btn-primary:visible").click();
  await expect(tab.page.getByRole("dialog")).toBeHidden();
  await tab.press("t");
  await tab.page.keyboard.type("A theme");
  await tab.press("Enter", "Escape", "s");
  await expect.poll(() => tab.said(1)).toMatch(/^supports \[\w+\]$/);
  const said = await tab.said(1);
  await tab.press("j", "o", "0");
  await tab.says(2, "opposes []");
  await tab.saved();
  await tab.reload();
  await tab.says(1, said);
  await tab.read(1);
  await expect(tab.theme("A theme")).toBeChecked();
});
