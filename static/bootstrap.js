// Starts the app. scripts/postbuild.mjs appends this file to wasm-bindgen's glue, so that the page has one script, and
// calls `start` at its end. Everything shown here is made of text nodes: the page's policy allows no HTML from strings.

// Says in the page why there is no app. The static start screen gives way, or a person would wait for it.
function refuse(title, text, link) {
  globalThis.early?.end();
  const main = document.createElement("main");
  main.className = "start";
  main.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.className = "start-title";
  heading.textContent = title;
  const paragraph = document.createElement("p");
  paragraph.textContent = text + " ";
  const anchor = document.createElement("a");
  anchor.href = link.href;
  anchor.textContent = link.text;
  if (link.tab) {
    anchor.target = "_blank";
    anchor.rel = "noopener";
  }
  paragraph.append(anchor);
  main.append(heading, paragraph);
  delete document.documentElement.dataset.opening;
  (document.getElementById("app") ?? document.body).replaceChildren(main);
  document.getElementById("start")?.remove();
}

// A stylesheet that failed its integrity check leaves no rules behind.
function styled() {
  const link = document.querySelector('link[rel="stylesheet"]');
  return !link || [...document.styleSheets].some((sheet) => sheet.ownerNode === link && sheet.cssRules.length > 0);
}

// A stylesheet that comes later, once; the browser compares it with its hash.
const added = new Map();
function addStyle(style) {
  if (!added.has(style.file)) added.set(style.file, linked(style).catch((error) => (added.delete(style.file), Promise.reject(error))));
  return added.get(style.file);
}

function linked({ file, integrity }) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", integrity, crossOrigin: "anonymous", href: new URL(file, import.meta.url).href });
  return new Promise((done, failed) => {
    link.onload = done;
    link.onerror = () => {
      link.remove();
      failed(new TypeError(`${file} did not arrive as it was published.`));
    };
    document.head.append(link);
  });
}

// Parts of the program share memory and functions with the first one, so they are put to it once it is `running`. Each is
// fetched once; one that did not come is fetched anew the next time.
function fetcher(parts, running) {
  const coming = new Map();
  const part = (name) => {
    if (!coming.has(name)) coming.set(name, fetchPart(parts[name]).catch((error) => (coming.delete(name), Promise.reject(error))));
    return coming.get(name);
  };
  async function fetchPart({ file, integrity, needs, imports, styles }) {
    const before = Promise.all([...needs.map(part), ...styles.map(addStyle)]);
    const response = fetch(new URL(file, import.meta.url), { integrity, credentials: "same-origin" }).then((response) => {
      if (!response.ok) throw new TypeError(`The server answered ${response.status} for ${file}.`);
      return response.arrayBuffer();
    });
    const [bytes] = await Promise.all([response, before, running]);
    await WebAssembly.instantiate(bytes, imports());
  }
  return part;
}

async function start(init, { file, integrity }, parts, table, shape) {
  let runs;
  const part = fetcher(parts, new Promise((done) => (runs = done)));
  globalThis.postil = {
    keeps: () => keepsFirstScreen(shape),
    // The program waits for `callback(data, came)`.
    part: async (name, callback, data) => {
      const came = await part(name).then(
        () => true,
        (error) => (console.error(error), false),
      );
      table().get(callback)(data, came);
    },
  };
  // `frame-ancestors` works only as a header, and not every host sends headers.
  if (window.top !== window.self) {
    refuse("Postil is not shown inside another page", "A page around it could trick you into clicks.", {
      href: location.href,
      text: "Open Postil in a tab of its own.",
      tab: true,
    });
    return;
  }
  try {
    // The script waits for the stylesheet, so whatever came of it is known by now.
    if (!globalThis.early) throw new TypeError("The early script did not arrive as it was published.");
    if (!styled()) throw new TypeError("The stylesheet did not arrive as it was published.");
    // What reads what is stored comes at the same time. If it does not, the program asks once more.
    if (early.stored) part("dialogs").catch(() => {});
    // The browser compares the bytes with the hash before it hands out any of them.
    const response = await fetch(new URL(file, import.meta.url), { integrity, credentials: "same-origin" });
    if (!response.ok) throw new TypeError(`The server answered ${response.status} for ${file}.`);
    await init({ module_or_path: response });
    runs();
    document.getElementById("start").remove();
  } catch (error) {
    console.error(error);
    // If the program itself has failed, its panic screen has been drawn by then.
    if (document.querySelector("#app > .panic")) return;
    refuse(
      "Postil could not start",
      error instanceof TypeError
        ? "A file did not arrive, or is not the one that was published. Reload the page; if that does not help, try again in some minutes."
        : "This browser could not run it. Update the browser, or open Postil in another one.",
      { href: "./rescue.html", text: "Your notes are kept in this browser: look at them and download them." },
    );
    return;
  }
  await carryOut(early);
}
