// Optimizes a program, and gives what it and its glue call each other short names. wasm-bindgen's names end in 16 random
// digits and stand in both files, and each import repeats the name of its module: some 5 KB of the first load.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

// What counts is the size as brotli sends it, not the raw one: with the functions of a type next to each other, and without
// those that -Oz takes apart to share code, the first load was 2.3 KB smaller than with -Oz, and 15 KB larger raw.
const PASSES = ["-O2", "--one-caller-inline-max-function-size=20", "--reorder-functions-by-name"];
// Nobody asks the file who made it.
const NAMES = ["--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];

/**
 * Optimizes the wasm file and shortens the names in it, in place, and gives the glue with the same names. Throws when a name is not found
 * where it must be, rather than leave a page that does not start.
 */
export function shorten(glue, wasm) {
  const map = JSON.parse(
    execFileSync("wasm-opt", [wasm, ...PASSES, ...NAMES, "-o", wasm], { encoding: "utf8" }),
  );
  const modules = new Set(map.imports.map(([module]) => module));
  if (modules.size !== 1) throw new Error(`The program imports from ${modules.size} modules, and one is expected.`);
  const [module] = modules;
  // wasm-opt calls the one module "a".
  let short = replaceOnce(glue, JSON.stringify(module), '"a"');
  for (const [, name, to] of map.imports) short = replaceOnce(short, new RegExp(`\\b${name}(?=:|\\()`, "g"), to);
  const exports = new Map(map.exports);
  short = short.replace(/\bwasm\.([\w$]+)/g, (_, name) => {
    if (!exports.has(name)) throw new Error(`The glue uses ${name}, which the program does not have.`);
    return `wasm.${exports.get(name)}`;
  });
  return short;
}

function replaceOnce(text, what, to) {
  const parts = text.split(what);
  if (parts.length !== 2) throw new Error(`${what} stands ${parts.length - 1} times in the glue, and once is expected.`);
  return parts.join(to);
}
