// Shows and saves what Postil keeps in this browser. Plain on purpose: it shares no code with the app, so that no fault
// of the app can be here too. It only ever reads.

const PREFIX = "postil/";
const DATABASE = "postil";
// What the file calls each object store of the database.
const STORES = ["journal", "articles"];
const PLACES = {
  localStorage: "Notes, drafts and settings (local storage)",
  journal: "Second copy of every note (journal)",
  articles: "Texts of articles",
};
// A table of every key of a large library would itself be slow to lay out.
const ROWS = 1000;

const element = (id) => document.getElementById(id);
const problems = [];

look();

async function look() {
  const found = { localStorage: readLocalStorage(), ...(await readDatabase()) };
  const count = Object.values(found).reduce((sum, entries) => sum + entries.size, 0);
  for (const problem of problems) element("problems").append(make("p", problem, "problem"));
  element("status").textContent =
    count > 0
      ? `Found ${plural(count, "record")}.`
      : problems.length > 0
        ? "Nothing could be read."
        : "Nothing of Postil’s is kept in this browser, at this address. Another browser, profile or address would have its own.";
  if (count === 0) return;
  for (const [place, entries] of Object.entries(found)) element("places").append(describe(place, entries));
  element("found").hidden = false;
  element("save").hidden = false;
  element("download").addEventListener("click", () => download(found));
}

// Blocked storage throws as soon as it is named; switched-off storage is null.
function readLocalStorage() {
  const entries = new Map();
  try {
    const storage = window.localStorage;
    if (!storage) {
      problems.push("This browser has local storage switched off, so there are no notes in it to read.");
      return entries;
    }
    for (const key of Object.keys(storage).filter((key) => key.startsWith(PREFIX)).sort()) {
      const value = storage.getItem(key);
      if (value !== null) entries.set(key, value);
    }
  } catch (error) {
    problems.push(
      `The browser does not let this page read local storage (${error.name}). Allow this site to keep data, or cookies, in the browser’s settings and reload the page.`,
    );
  }
  return entries;
}

async function readDatabase() {
  const found = Object.fromEntries(STORES.map((name) => [name, new Map()]));
  let database = null;
  try {
    database = await openDatabase();
    const names = database ? [...database.objectStoreNames] : [];
    for (const name of names) found[name] = new Map();
    for (const name of names) {
      // One store that cannot be read must not hide the others.
      try {
        found[name] = await readStore(database, name);
      } catch (error) {
        problems.push(`The part “${name}” of the database could not be read (${error.name}).`);
      }
    }
  } catch (error) {
    problems.push(
      `The browser does not let this page read its database (${error.name}). In a private window that can be normal. If Postil is open in another tab, close it there and reload this page.`,
    );
  } finally {
    database?.close();
  }
  return found;
}

// Null where there is no database. Opened without a version, it keeps the one it has; that it is being made shows in
// `upgradeneeded`, and undoing that leaves no trace.
function openDatabase() {
  return new Promise((done, failed) => {
    let missing = false;
    const request = window.indexedDB.open(DATABASE);
    request.onupgradeneeded = () => {
      missing = true;
      request.transaction.abort();
    };
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (missing) done(null);
      else failed(request.error);
    };
    // Another tab in the middle of an upgrade can keep us waiting for ever.
    setTimeout(() => failed(new DOMException("No answer.", "TimeoutError")), 10_000);
  });
}

function readStore(database, name) {
  return new Promise((done, failed) => {
    const transaction = database.transaction(name, "readonly");
    const store = transaction.objectStore(name);
    const keys = store.getAllKeys();
    const values = store.getAll();
    transaction.oncomplete = () =>
      done(new Map(keys.result.map((key, index) => [typeof key === "string" ? key : JSON.stringify(key), values.result[index]])));
    transaction.onabort = () => failed(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}

function describe(place, entries) {
  const details = make("details");
  const summary = make("summary", `${PLACES[place] ?? `Other records (${place})`} `);
  const total = [...entries.values()].reduce((sum, value) => sum + size(value), 0);
  summary.append(make("span", `${plural(entries.size, "record")}, ${characters(total)}`));
  details.append(summary);
  details.addEventListener("toggle", () => details.append(table(place, entries)), { once: true });
  return details;
}

function table(place, entries) {
  // Scrolls by itself, so the keyboard has to reach it and a screen reader to name it.
  const box = make("div", "", "records");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", `Records: ${PLACES[place] ?? place}`);
  if (entries.size === 0) {
    box.append(make("p", "None."));
    return box;
  }
  const grid = make("table");
  const head = grid.createTHead().insertRow();
  for (const title of ["Key", "Size"]) {
    const cell = make("th", title);
    cell.scope = "col";
    head.append(cell);
  }
  const body = grid.createTBody();
  for (const [key, value] of [...entries].slice(0, ROWS)) {
    const row = body.insertRow();
    const cell = make("th", key);
    cell.scope = "row";
    row.append(cell, make("td", characters(size(value))));
  }
  box.append(grid);
  if (entries.size > ROWS) box.append(make("p", `And ${entries.size - ROWS} more; the file will have them all.`));
  return box;
}

function download(found) {
  // `fromEntries` keeps every key, even one named `__proto__`; `stringify` writes lone surrogates as escapes, so that
  // each string comes back unit by unit as it was stored.
  const plain = Object.fromEntries(Object.entries(found).map(([place, entries]) => [place, Object.fromEntries(entries)]));
  const text = JSON.stringify({ format: "postil-rescue", version: 1, ...plain });
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = make("a");
  link.href = url;
  link.download = "postil-rescue.json";
  link.click();
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  element("saved").textContent = "The download has started: postil-rescue.json.";
}

function make(name, text = "", className = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function size(value) {
  return typeof value === "string" ? value.length : (JSON.stringify(value) ?? "").length;
}

function plural(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

function characters(count) {
  return plural(count, "character");
}
