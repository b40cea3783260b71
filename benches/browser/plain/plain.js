// The yardstick: what somebody would write by hand, with no framework and no WebAssembly, and with care for speed. One
// delegated listener, sections that the browser passes over while they are out of sight, the rest of a long article in
// idle slices, one immutable key for each change in local storage, and the same in IndexedDB with strict durability.

const SECTION = 50;
const SLICE = 10;
const TICKS = 240;
const PREFIX = "plain/1/op/";
const GLYPHS = { supports: "▲", opposes: "▼", neutral: "●", mixed: "◆", "no-stance": "○" };
const CONFIDENCES = ["low", "medium", "high"];
const session = crypto.randomUUID();

const $ = (id) => document.getElementById(id);
const opening = openDatabase();
const { article, codebook } = await load();
const question = codebook.questions[0];
const rows = [];
for (const block of article.blocks) if (block.kind !== "heading") rows.push(block);
const records = rows.map(() => ({ stance: null, confidence: null, themes: [], none: false, note: "" }));
const stanceKeys = new Map(question.options.map((option) => [option.key, option.id]));
const themeKeys = new Map(codebook.themes.map((theme) => [theme.key, theme.id]));
const themeAt = new Map(codebook.themes.map((theme, at) => [theme.id, at]));
const undone = [];
const done = [];
let current = 0;
let coded = 0;
let number = 0;
let waiting = 0;

restore();
drawFrame();
drawArticle();
show(0, false);
listen();

// The article of one's own that was open last is in the database; otherwise it is the one that comes with the page.
async function load() {
  const kept = localStorage.getItem("plain/1/open");
  if (!kept) return (await fetch("./article.json")).json();
  const database = await opening;
  return JSON.parse(await answer(database.transaction("articles").objectStore("articles").get(kept)));
}

async function openDatabase() {
  const request = indexedDB.open("plain", 1);
  request.onupgradeneeded = () => {
    for (const name of ["journal", "articles"]) request.result.createObjectStore(name);
  };
  return answer(request);
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function restore() {
  const changes = [];
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) changes.push(JSON.parse(localStorage.getItem(key)));
  }
  changes.sort((a, b) => a.at - b.at);
  for (const change of changes) {
    if (change.article === article.title && records[change.paragraph]) Object.assign(records[change.paragraph], change.says);
  }
  coded = records.filter(isCoded).length;
}

function isCoded(record) {
  return record.stance !== null || record.none || record.themes.length > 0;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function drawFrame() {
  document.title = $("title").textContent = $("name").textContent = article.title;
  $("prompt").textContent = question.prompt;
  $("question").setAttribute("aria-label", question.prompt);
  $("options").innerHTML = question.options
    .map(
      (option) =>
        `<label data-stance="${option.id}"><input type="radio" name="stance" value="${option.id}"> <span>${GLYPHS[option.id]}</span> <span>${escape(option.label)}</span> <kbd>${option.key}</kbd></label>`,
    )
    .join("");
  $("confidence").innerHTML = CONFIDENCES.map(
    (word) => `<label><input type="radio" name="confidence" value="${word}"> ${word}</label>`,
  ).join("");
  $("themes").innerHTML = codebook.themes
    .map(
      (theme) =>
        `<label title="${escape(theme.definition)}"><input type="checkbox" value="${theme.id}"><span>${escape(theme.label)}</span><kbd>${theme.key}</kbd></label>`,
    )
    .concat(`<label><input type="checkbox" value=""><span>No theme applies</span><kbd>0</kbd></label>`)
    .join("");
  const ticks = Math.min(rows.length, TICKS);
  $("overview").innerHTML = "<i></i>".repeat(ticks);
  for (let at = 0; at < ticks; at += 1) drawTick(at);
  drawProgress();
}

function drawArticle() {
  let paragraph = 0;
  const row = (block) => {
    if (block.kind === "heading") return `<h2 class="heading">${escape(block.text)}</h2>`;
    const at = paragraph;
    paragraph += 1;
    const record = records[at];
    return (
      `<div class="row" id="p${at + 1}" role="group" aria-label="Paragraph ${at + 1}" data-paragraph="${at}" data-kind="${block.kind}"` +
      `${record.stance ? ` data-stance="${record.stance}"` : ""}${themesOf(record) === null ? "" : ` data-themes="${themesOf(record)}"`} tabindex="-1">` +
      `<span class="num" aria-hidden="true">${at + 1}</span><p>${escape(block.text)}</p><div class="marks">${marks(record)}</div></div>`
    );
  };
  const sections = $("sections");
  let next = 0;
  const draw = (count) => {
    const fragment = document.createDocumentFragment();
    for (const end = next + count * SECTION; next < end && next < article.blocks.length; next += SECTION) {
      const section = document.createElement("section");
      section.className = "section";
      section.innerHTML = article.blocks.slice(next, next + SECTION).map(row).join("");
      fragment.append(section);
    }
    sections.append(fragment);
    if (next < article.blocks.length) requestIdleCallback(() => draw(SLICE), { timeout: 100 });
  };
  draw(1);
}

function themesOf(record) {
  return record.none || record.themes.length > 0 ? record.themes.join(" ") : null;
}

function marks(record) {
  const option = question.options.find(({ id }) => id === record.stance);
  return [
    option && `<span data-stance="${option.id}">${GLYPHS[option.id]} ${escape(option.label)}</span>`,
    record.note && "<span>Note</span>",
    record.none && "<span>No theme applies</span>",
    ...record.themes.map((id) => `<span>${escape(codebook.themes[themeAt.get(id)].label)}</span>`),
  ]
    .filter(Boolean)
    .join("");
}

function drawRow(index) {
  const row = $(`p${index + 1}`);
  const record = records[index];
  if (!row) return;
  if (record.stance) row.dataset.stance = record.stance;
  else delete row.dataset.stance;
  const themes = themesOf(record);
  if (themes === null) delete row.dataset.themes;
  else row.dataset.themes = themes;
  row.lastElementChild.innerHTML = marks(record);
}

function tickOf(index) {
  return Math.floor((index * Math.min(rows.length, TICKS)) / rows.length);
}

function drawTick(at) {
  const ticks = Math.min(rows.length, TICKS);
  const counts = new Map();
  let best = null;
  for (let index = Math.ceil((at * rows.length) / ticks); index < rows.length && tickOf(index) === at; index += 1) {
    const { stance } = records[index];
    if (!stance) continue;
    counts.set(stance, (counts.get(stance) ?? 0) + 1);
    if (best === null || counts.get(stance) > counts.get(best)) best = stance;
  }
  const tick = $("overview").children[at];
  if (best) tick.dataset.stance = best;
  else delete tick.dataset.stance;
}

function drawProgress() {
  $("progress").textContent = `${coded} of ${rows.length} coded`;
  $("share").max = rows.length;
  $("share").value = coded;
}

function drawInspector() {
  const record = records[current];
  $("which").textContent = `Paragraph ${current + 1}`;
  for (const input of $("options").querySelectorAll("input")) input.checked = input.value === record.stance;
  for (const input of $("confidence").querySelectorAll("input")) {
    input.checked = input.value === record.confidence;
    input.disabled = record.stance === null;
  }
  for (const input of $("themes").querySelectorAll("input")) {
    input.checked = input.value === "" ? record.none : record.themes.includes(input.value);
  }
  $("note").value = record.note;
}

function show(index, reveal = true) {
  const before = $(`p${current + 1}`);
  const after = $(`p${index + 1}`);
  if (!after) return;
  const overview = $("overview");
  before.removeAttribute("aria-current");
  delete overview.children[tickOf(current)].dataset.current;
  current = index;
  after.setAttribute("aria-current", "true");
  overview.children[tickOf(current)].dataset.current = "";
  overview.setAttribute("aria-valuenow", index + 1);
  drawInspector();
  if (reveal) {
    after.focus({ preventScroll: true });
    after.scrollIntoView({ block: "nearest" });
  }
}

// Everything that changes a record goes through here.
function change(index, says) {
  const record = records[index];
  const back = Object.fromEntries(Object.keys(says).map((name) => [name, record[name]]));
  const before = isCoded(record);
  Object.assign(record, says);
  coded += isCoded(record) - before;
  save({ article: article.title, paragraph: index, says, at: Date.now() + number / 1000 });
  drawRow(index);
  drawTick(tickOf(index));
  drawProgress();
  if (index === current) drawInspector();
  return back;
}

function tag(says) {
  done.push({ index: current, back: change(current, says) });
  undone.length = 0;
  drawHistory();
}

function step(from, to) {
  const last = from.pop();
  if (!last) return;
  to.push({ index: last.index, back: change(last.index, last.back) });
  show(last.index);
  drawHistory();
}

function drawHistory() {
  $("undo").disabled = done.length === 0;
  $("redo").disabled = undone.length === 0;
}

async function save(entry) {
  number += 1;
  const key = `${PREFIX}${session}-${number}`;
  const text = JSON.stringify(entry);
  localStorage.setItem(key, text);
  waiting += 1;
  drawSave("saving", "Saving…");
  const database = await opening;
  const transaction = database.transaction("journal", "readwrite", { durability: "strict" });
  transaction.objectStore("journal").put(text, key);
  transaction.oncomplete = () => {
    waiting -= 1;
    if (waiting > 0) return;
    drawSave("saved", `Saved ${new Date().toTimeString().slice(0, 5)}`);
    $("announcer").textContent = `Paragraph ${entry.paragraph + 1}: saved.`;
  };
}

function drawSave(state, sentence) {
  $("save").dataset.saveState = state;
  $("save").textContent = sentence;
}

function chooseStance(id) {
  const same = records[current].stance === id;
  tag({ stance: same ? null : id, confidence: null });
}

function toggleTheme(id) {
  const { themes } = records[current];
  const next = themes.includes(id) ? themes.filter((other) => other !== id) : [...themes, id];
  tag({ themes: next.sort((a, b) => themeAt.get(a) - themeAt.get(b)), none: false });
}

function toggleNone() {
  tag({ themes: [], none: !records[current].none });
}

function listen() {
  $("article").addEventListener("click", (event) => {
    const row = event.target.closest("[data-paragraph]");
    if (row) show(Number(row.dataset.paragraph), false);
  });
  $("overview").addEventListener("click", (event) => {
    const at = [...$("overview").children].indexOf(event.target);
    if (at >= 0) show(Math.ceil((at * rows.length) / Math.min(rows.length, TICKS)));
  });
  $("options").addEventListener("change", (event) => chooseStance(event.target.value));
  $("confidence").addEventListener("change", (event) => tag({ confidence: event.target.value }));
  $("themes").addEventListener("change", (event) => (event.target.value ? toggleTheme(event.target.value) : toggleNone()));
  $("note").addEventListener("change", (event) => tag({ note: event.target.value.trim() }));
  $("undo").addEventListener("click", () => step(done, undone));
  $("redo").addEventListener("click", () => step(undone, done));
  window.addEventListener("keydown", (event) => {
    if (event.target.matches("textarea") || event.altKey || event.metaKey) {
      if (event.key === "Escape") show(current);
      return;
    }
    if (event.ctrlKey) {
      const key = event.key.toLowerCase();
      if (key === "z") step(event.shiftKey ? undone : done, event.shiftKey ? done : undone);
      else if (key === "y") step(undone, done);
      else return;
    } else if (event.key === "j" || event.key === "ArrowDown") show(Math.min(current + 1, rows.length - 1));
    else if (event.key === "k" || event.key === "ArrowUp") show(Math.max(current - 1, 0));
    else if (event.key === "e") $("note").focus();
    else if (event.key === "0") toggleNone();
    else if (stanceKeys.has(event.key)) chooseStance(stanceKeys.get(event.key));
    else if (themeKeys.has(event.key)) toggleTheme(themeKeys.get(event.key));
    else return;
    event.preventDefault();
  });
}
