// What runs inside the measured pages: the same code in Postil and in the plain page, so that a figure means the same in
// both.

/** Watches a page from before its first script. `wanted`: { first: words of paragraph 1, last: id, key, stance }. */
export function watch(wanted) {
  const now = () => performance.now();
  const probe = { longTasks: [], memories: [] };
  window.probe = probe;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.longTasks.push([entry.startTime, entry.duration]);
  }).observe({ type: "longtask", buffered: true });

  // The program's memory is nowhere else to be had.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      // Its name is whatever the build made of it.
      const exported = Object.values((made.instance ?? made).exports ?? {});
      probe.memories.push(...exported.filter((each) => each instanceof WebAssembly.Memory));
      return made;
    };
  }

  /** Calls back after the next frame is painted: a frame is one task, so a message sent within it comes after it. */
  const painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(now());
      port2.postMessage(0);
    });
  const first = () => {
    const paragraph = document.getElementById("p1");
    return paragraph?.textContent.includes(wanted.first) ? paragraph : null;
  };
  // Presses a key every 4 ms until the first paragraph says so.
  const press = () => {
    const paragraph = first();
    if (probe.usable || !paragraph) return;
    const code = `Key${wanted.key.toUpperCase()}`;
    const init = { key: wanted.key, code, bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));
    setTimeout(press, 4);
  };
  const observer = new MutationObserver(() => {
    const paragraph = first();
    if (!paragraph) return;
    if (probe.first === undefined) {
      probe.first = now();
      painted((at) => (probe.readable = at));
      if (wanted.key) press();
    }
    if (probe.usable === undefined && wanted.key && paragraph.dataset.stance === wanted.stance) probe.usable = now();
    if (probe.mounted === undefined && document.getElementById(wanted.last)) {
      probe.mounted = now();
      painted((at) => (probe.settled = at));
    }
    // What follows is not to pay for this.
    if (probe.mounted !== undefined && (probe.usable !== undefined || !wanted.key)) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-stance"] });

  /** The next key press: time until its listeners are done with all they draw at once, and until that is painted. */
  probe.listen = () => {
    probe.tag = new Promise((resolve) => {
      let start = 0;
      let script = 0;
      // At the window, capturing comes before every listener of the page, and what is added last comes last: after the
      // page's listener and the microtasks in which a framework draws. A message would come too late: after a key
      // press the browser paints before it looks at messages.
      const begin = () => {
        start = now();
        painted((at) => resolve({ script, paint: at - start }));
      };
      window.addEventListener("keydown", begin, { capture: true, once: true });
      window.addEventListener("keydown", () => (script = now() - start), { once: true });
    });
  };
  probe.count = () => {
    probe.mutations = 0;
    probe.observer ??= new MutationObserver((records) => (probe.mutations += records.length));
    probe.observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  };
  /** From the next event of this type until `selector` has `count` matches and the frame with them is painted. */
  probe.time = (type, selector, count) => {
    probe.timed = new Promise((resolve) => {
      const listener = () => {
        const start = now();
        const observer = new MutationObserver(() => {
          if (document.querySelectorAll(selector).length < count) return;
          observer.disconnect();
          const there = now() - start;
          painted((at) => resolve({ start, there, painted: at - start }));
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true });
      };
      window.addEventListener(type, listener, { capture: true, once: true });
    });
  };
}
