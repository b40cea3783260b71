// Optimizes a program, and gives what it and its glue call each other short names. wasm-bindgen's names end in 16 random
// digits and stand in both files, and each import repeats the name of its module: some 5 KB of the first load.

import { execFileSync } from "node:child_process";

// What counts is the size as brotli sends it, not the raw one: with the functions of a type next to each other, and without
// those that -Oz takes apart to share code, the first load was 2.3 KB smaller than with -Oz. -Os that inlines what is as
// short as its call, with the locals that are used most first, saves 0.8 KB against -O2; -Oz with the same would cost 0.6 KB.
const PASSES = [
  "-Os",
  "--one-caller-inline-max-function-size=20",
  "--always-inline-max-function-size=4",
  "--reorder-locals",
  "--reorder-functions-by-name",
];
// Nobody asks the file who made it.
const STRIPPED = ["--strip-producers", "--strip-target-features"];

/** Optimizes the wasm file in place. Gives what wasm-opt prints. */
export function optimize(wasm, more = []) {
  return execFileSync("wasm-opt", [wasm, ...PASSES, ...STRIPPED, ...more, "-o", wasm], { encoding: "utf8" });
}

/**
 * Optimizes the wasm file and shortens the names in it, in place. Gives the `glue` with the same names, and `exported`, by
 * which an export is called now. Throws when a name is not found where it must be, rather than leave a page that does not
 * start.
 */
export function shorten(glue, wasm) {
  const map = JSON.parse(optimize(wasm, ["--minify-imports-and-exports-and-modules"]));
  let short = oneModule(glue, new Set(map.imports.map(([module]) => module)));
  for (const [, name, to] of map.imports) short = replaceOnce(short, new RegExp(`\\b${name}(?=:|\\()`, "g"), to);
  const exports = new Map(map.exports);
  const exported = (name) => {
    if (!exports.has(name)) throw new Error(`The program has no ${name}.`);
    return exports.get(name);
  };
  return { glue: short.replace(/\bwasm\.([\w$]+)/g, (_, name) => `wasm.${exported(name)}`), exported };
}

// wasm-opt makes one module of all that the program imports from, and calls it "a". The glue lists them one by one.
function oneModule(glue, modules) {
  const list = /return \{\s*__proto__: null,\s*((?:"[^"]+": \w+,\s*)+)\};/;
  const found = [...(list.exec(glue)?.[1].matchAll(/"([^"]+)": (\w+),/g) ?? [])];
  const missing = [...modules].filter((module) => !found.some(([, name]) => name === module));
  if (missing.length > 0) throw new Error(`The glue has no module ${missing.join(", ")}.`);
  return glue.replace(list, `return { a: { ${found.map(([, , object]) => `...${object}`).join(", ")} } };`);
}

function replaceOnce(text, what, to) {
  const parts = text.split(what);
  if (parts.length !== 2) throw new Error(`${what} stands ${parts.length - 1} times in the glue, and once is expected.`);
  return parts.join(to);
}
