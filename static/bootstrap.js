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

// The screens of a group are a program of their own, fetched when first used. The preload checks the script's hash; what
// it has checked is what the import then runs.
async function join({ script, style }) {
  const loaded = [["modulepreload", script], ["stylesheet", style]].map(([rel, { file, integrity }]) => {
    const link = document.createElement("link");
    Object.assign(link, { rel, integrity, crossOrigin: "anonymous", href: new URL(file, import.meta.url).href });
    return new Promise((done, failed) => {
      link.onload = done;
      link.onerror = () => failed(new TypeError(`${file} did not arrive as it was published.`));
      document.head.append(link);
    });
  });
  await Promise.all(loaded);
  await import(new URL(script.file, import.meta.url).href);
}

// The lazy part shares memory and functions with the first one, which waits for `callback(data, came)`.
async function fetchLazy({ file, integrity, imports, table }, callback, data) {
  let came = false;
  try {
    const response = await fetch(new URL(file, import.meta.url), { integrity, credentials: "same-origin" });
    if (!response.ok) throw new TypeError(`The server answered ${response.status} for ${file}.`);
    await WebAssembly.instantiate(await response.arrayBuffer(), imports());
    came = true;
  } catch (error) {
    console.error(error);
  }
  table().get(callback)(data, came);
}

async function start(init, { file, integrity }, lazy, group, shape) {
  globalThis.postil = {
    join: () => join(group),
    lazy: (...words) => fetchLazy(lazy, ...words),
    keeps: () => keepsFirstScreen(shape),
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
    // The browser compares the bytes with the hash before it hands out any of them.
    const response = await fetch(new URL(file, import.meta.url), { integrity, credentials: "same-origin" });
    if (!response.ok) throw new TypeError(`The server answered ${response.status} for ${file}.`);
    await init({ module_or_path: response });
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
