// Gives what the program and its glue call each other short names. wasm-bindgen's names end in 16 random digits and stand
// in both files, and each import repeats the name of its module: some 5 KB of the first load.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

// A second round of optimizing finds a little more, and nobody asks the file who made it.
const PASSES = ["-Oz", "--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];

/**
 * Shortens the names in the wasm file in place, and gives the glue with the same names. Throws when a name is not found
 * where it must be, rather than leave a page that does not start.
 */
export function shorten(glue, wasm) {
  const map = JSON.parse(
    execFileSync("wasm-opt", [wasm, ...PASSES, "-o", wasm], { encoding: "utf8" }),
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
