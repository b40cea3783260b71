// Runs before anything of the page is drawn. The first screen, which stands in the page, is that of a first visit: whoever
// has anything stored here, comes by another address, or looks from inside another page sees the start screen instead.
// Else what is pressed, clicked and typed before the program is there waits for it (static/takeover.js).
{
  // Where one reads is kept for the same tab: phones take pages away that lie in the background, and the browser's own memory
  // of the place comes before or after the article, as it happens. Above the first paragraph stands what the page is for.
  const place = "postil/1/place";
  history.scrollRestoration = "manual";
  const keep = () => {
    // While the page opens, and on other screens, nobody has read on.
    const here = document.querySelector("[data-screen=read] > #main:not([aria-busy]) .row[aria-current]");
    try {
      if (here) sessionStorage[place] = here.id.replace(/^p1$/, "/read");
    } catch {
      // Then the article opens at its beginning.
    }
  };
  ["pagehide", "visibilitychange"].forEach((type) => addEventListener(type, keep));
  let stored = false;
  let opened;
  try {
    const again = performance.getEntriesByType("navigation")[0]?.type != "navigate";
    // A link to a paragraph counts when it is opened, and no more when the page is loaded again.
    const open = again ? /^(#(\/read|p\d+)?)?$/ : /^(#(\/read)?)?$/;
    if (sessionStorage[place] && open.test(location.hash)) {
      opened = "#" + sessionStorage[place];
      history.replaceState(null, "", opened);
    }
    // A reserve of room, and a name for whoever comes first, say nothing yet.
    stored = Object.keys(localStorage).some((key) => /^postil\/(?!1\/(ballast|here\/annotator)$)/.test(key));
  } catch {
    // Where nothing can be stored, every visit is the first.
  }
  const other = stored || !/^(#(\/read)?)?$/.test(location.hash) || top !== self;
  const waiting = [];
  const wait = (event) => {
    const { type, target, key = "" } = event;
    if (!event.isTrusted || (type == "keydown" && event.isComposing)) return;
    const within = (selector) => target.closest?.(selector);
    const command = event.ctrlKey || event.metaKey || event.altKey;
    const field = within("textarea, input:not([type=radio], [type=checkbox])");
    const plain = type == "keydown" && key.length == 1 && !command;
    // What the browser does by itself: it writes, opens what hangs on a button, and follows links to elsewhere. Of a click
    // on a label, the one that follows on its control counts.
    if (type == "input" ? !field : field && plain) return;
    const others = "[popovertarget], a:not([href^='#']), label :not(input)";
    if (type == "click" && (command || event.shiftKey || within(others) || target.matches("label"))) return;
    event.stopImmediatePropagation();
    // A browser may have a use for a key; the space bar keeps its own, which is to scroll.
    if ((plain && key != " ") || (type == "click" && within("a"))) event.preventDefault();
    waiting.push([target, new event.constructor(type, event), scrollY, target.value]);
  };
  const listen = (change) => ["keydown", "input", "click", "pointerdown"].forEach((type) => window[change](type, wait, true));
  if (other) document.documentElement.dataset.opening = "";
  else listen("addEventListener");
  const end = () => {
    listen("removeEventListener");
    // Nobody followed a link to there: the way back from another screen leads to where one reads by then.
    if (opened && location.hash == opened) history.replaceState(history.state, "", "#/read");
    // From here on the way back within the page is the browser's.
    history.scrollRestoration = "auto";
  };
  window.early = { stored, waiting, end };
}
