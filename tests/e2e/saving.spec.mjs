import { expect, operations, stored, test } from "./postil.mjs";

// A transaction that writes what a person did stays open until it is let go: its commit is in our hands.
const holdCommits = () => {
  window.held = true;
  window.events = [];
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args) {
    if (!this.transaction.pumped && String(args[1]).startsWith("postil/1/op/")) {
      this.transaction.pumped = true;
      this.transaction.addEventListener("complete", () => window.events.push("committed"));
      const pump = () => {
        if (window.held) this.get("nothing").onsuccess = pump;
      };
      pump();
    }
    return put.apply(this, args);
  };
  new MutationObserver(() => {
    const state = document.querySelector("[data-save-state]")?.dataset.saveState;
    if (state && window.events.at(-1) !== state) window.events.push(state);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-save-state"] });
};

test("“Saved” is said only after the journal's commit", async ({ tab }) => {
  await tab.page.addInitScript(holdCommits);
  await tab.open();
  await tab.press("s");
  await expect(tab.save).toHaveAttribute("data-save-state", "saving");
  await expect(tab.save).toHaveText("Saving…");
  expect(operations(await stored(tab.page))).toHaveLength(1);
  // Past two seconds the state says what it is until then.
  await expect(tab.save).toHaveAttribute("data-save-state", "fragile");
  await expect(tab.save).toHaveText("Saved, not crash-safe: keep a backup file");
  await tab.page.evaluate(() => (window.held = false));
  await tab.saved();
  expect(await tab.page.evaluate(() => window.events)).toEqual(["saved", "saving", "fragile", "committed", "saved"]);
});

test("the record is in local storage before the gesture's task ends", async ({ tab }) => {
  await tab.open();
  const count = await tab.page.evaluate(() => {
    document.querySelector("#p1").dispatchEvent(new KeyboardEvent("keydown", { key: "s", bubbles: true, cancelable: true }));
    return Object.keys(localStorage).filter((key) => key.startsWith("postil/1/op/")).length;
  });
  expect(count).toBe(1);
});

test("every transaction that writes is strict", async ({ tab }) => {
  await tab.page.addInitScript(() => {
    window.durabilities = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      const made = transaction.apply(this, args);
      if (made.mode === "readwrite") window.durabilities.push(made.durability);
      return made;
    };
  });
  await tab.open();
  await tab.press("s", "1");
  await tab.article("An own article\n\nIts only thought.");
  await tab.press("o");
  await tab.saved();
  const durabilities = await tab.page.evaluate(() => window.durabilities);
  expect(durabilities.length).toBeGreaterThan(2);
  expect(new Set(durabilities)).toEqual(new Set(["strict"]));
});

test("an aborted journal says that it is not crash-safe", async ({ tab }) => {
  await tab.page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (this.name === "journal") this.transaction.abort();
      return request;
    };
  });
  await tab.open();
  await tab.press("s");
  await expect(tab.save).toHaveAttribute("data-save-state", "fragile");
  await tab.says(1, "supports [-]");
  await tab.reload();
  await tab.says(1, "supports [-]");
});

const asks = (tab) =>
  tab.page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });

test("leaving asks only when something would be lost", async ({ tab }) => {
  await tab.page.addInitScript(holdCommits);
  await tab.open();
  expect(await asks(tab)).toBe(false);
  await tab.press("s");
  expect(await asks(tab)).toBe(false);
  await expect(tab.save).toHaveAttribute("data-save-state", "fragile");
  expect(await asks(tab)).toBe(true);
  await tab.page.evaluate(() => (window.held = false));
  await tab.saved();
  expect(await asks(tab)).toBe(false);
  // A note is kept on the way out, so there is nothing to ask.
  await tab.note.fill("kept on the way");
  expect(await asks(tab)).toBe(false);
  expect(Object.values(await stored(tab.page)).join()).toContain("kept on the way");
  await tab.saved();
  // And once for real, where it is not crash-safe.
  await tab.page.evaluate(() => (window.held = true));
  await tab.note.fill("kept on the way, again");
  await expect(tab.save).toHaveAttribute("data-save-state", "fragile");
  const asked = tab.page.waitForEvent("dialog");
  const closing = tab.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;
  await expect(tab.note).toHaveValue("kept on the way, again");
});

test("the browser is asked to keep the data at the first tag, not before", async ({ tab }) => {
  await tab.page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => {
      window.asked += 1;
      return false;
    };
  });
  await tab.open();
  await tab.press("j");
  expect(await tab.page.evaluate(() => window.asked)).toBe(0);
  await tab.press("s", "1");
  expect(await tab.page.evaluate(() => window.asked)).toBe(1);
});

test("announcements are short and true", async ({ tab }) => {
  await tab.open();
  await tab.press("j", "j", "s");
  await expect(tab.page.locator("[aria-live]").getByText("Paragraph 3: supports. Saved.", { exact: true })).toBeAttached();
});

test("whoever goes on from within the panel hears which paragraph it is about now", async ({ tab }) => {
  await tab.open();
  const announcer = tab.page.locator("[aria-live]");
  await tab.press("j");
  await expect(tab.paragraph(2)).toBeFocused();
  await expect(announcer, "the paragraph that has the focus says so by itself").toHaveText("");
  await tab.inspector(2).getByRole("checkbox").first().focus();
  await tab.press("j");
  await expect(announcer).toHaveText("Paragraph 3");
  await expect(tab.inspector(3).getByRole("checkbox").first()).toBeFocused();
});
