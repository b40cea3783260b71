// The first screen stands in the page before the program is there (scripts/postbuild.mjs puts it there). The program takes
// its elements over as they are, so that nothing moves, and what was done meanwhile (static/early.js) is carried out.

// The names of all elements in their order, as a number. Browsers that translate put in elements of their own, and so do
// some extensions; the program would stumble over them.
function shapeOf(root) {
  let shape = 0;
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  while (nodes.nextNode()) {
    for (const letter of nodes.currentNode.nodeName.toLowerCase()) shape = (Math.imul(shape, 31) + letter.charCodeAt(0)) | 0;
  }
  return shape;
}

let selectAgain;

// The program asks this as it begins: whether the first screen is what it would draw itself. If not, it draws anew.
function keepsFirstScreen(shape) {
  const { dataset } = document.documentElement;
  const keeps = !("opening" in dataset) && shapeOf(document.getElementById("app")) === shape;
  delete dataset.opening;
  selectAgain = keeps ? selection() : undefined;
  return keeps;
}

// Remembers what is selected and selects it again: the program writes all words once more, and where words are written a
// selection ends.
function selection() {
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection();
  return () => {
    if (isCollapsed || !anchorNode.isConnected || !focusNode.isConnected) return;
    getSelection().setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}

// The program draws its first screen while it reads what is stored.
function ready() {
  const main = document.getElementById("main");
  return new Promise((done) => {
    const look = () => main.hasAttribute("aria-busy") || done(watch.disconnect());
    const watch = new MutationObserver(look);
    watch.observe(main, { attributeFilter: ["aria-busy"] });
    look();
  });
}

// The element itself, or the one in its place: a page that was drawn anew has others.
function standsFor(element) {
  if (element.isConnected) return element;
  for (let each = element; each; each = each.parentElement) {
    const marks = ["id", "name", "value", "href", "data-paragraph"].filter((name) => each.hasAttribute(name));
    const same = marks.map((name) => `[${name}=${CSS.escape(each.getAttribute(name))}]`).join("");
    const found = same && document.querySelector(`#app ${each.localName}${same}`);
    if (found) return found;
  }
  return document.body;
}

// A key that was pressed where there was no field yet, written into the one that is there now.
function write(field, { key, ctrlKey, metaKey, altKey }) {
  const words = key === "Enter" && field.matches("textarea") ? "\n" : key;
  if (words.length !== 1 || ctrlKey || metaKey || altKey || !field.matches("textarea, input[type=search], input[type=text]")) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function scrollToward(top) {
  if (scrollY !== top) scrollTo({ top, behavior: "instant" });
  // The browser's own word comes with the next frame; the current paragraph is to follow now.
  dispatchEvent(new Event("scroll"));
}

// Carries out, one after another, what was done before the program was there, each where the page was scrolled to then.
async function carryOut({ waiting, end }) {
  selectAgain?.();
  await ready();
  // On a phone more of the panel is shown while the focus is in it.
  document.activeElement?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  let scrolled = false;
  let focused = null;
  while (waiting.length > 0) {
    const [element, event, top, words] = waiting.shift();
    const [place, active] = [scrollY, document.activeElement];
    if (!scrolled) scrollToward(top);
    const own = standsFor(element);
    if (event.type === "pointerdown") focused = null;
    // Where the program has moved the focus, there belongs what was pressed afterwards.
    const target = event.type === "keydown" ? (focused ?? own) : own;
    // A field that somebody is in has all that was written by now; one that was left says what was written then.
    if (event.type === "input" && own !== active && own.value !== words) own.value = words;
    if (target.dispatchEvent(event) && event.type === "keydown" && target === focused) write(target, event);
    // The program draws within this task, or at the latest in one that it has asked for by now.
    await new Promise((done) => setTimeout(done));
    if (document.activeElement !== active) focused = document.activeElement;
    scrolled ||= scrollY !== top;
    if (!scrolled) scrollToward(place);
  }
  end();
}
