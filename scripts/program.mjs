// Makes the program: what Cargo built becomes a wasm file, its glue, and the parts that are fetched later.
//
// A part is what only a function marked `#[wasm_split(NAME)]` leads to. wasm-split-cli finds it by the relocations that the
// linker leaves in (scripts/env) and puts it into a file of its own, which shares memory, table and stack with the first. What
// several parts need and the first does not is a file too, which they fetch before themselves. The glue comes after that,
// since it is about the first file alone.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { optimize, shorten } from "./shorten.mjs";

// The splitter's own loader fetches without a hash: static/bootstrap.js has ours.
const LOADER = /import \* as (\w+) from "\.\/__wasm_split\.js"/g;
// How the splitter's loader says what is fetched (the file) and what has to be here before (the names of others).
const LOADED = /(?:const|export const) (\w+) = (?:wrapAsyncCb\()?makeLoad\([\s\S]*?"\.\/(\w+)\.wasm"[\s\S]*?\n, \[([\w, ]*)\]\)/g;
const ENTRY = "__wasm_split_load_";

/**
 * Gives the program `bin`, built by Cargo to the file `built`: `glue` (a text), `wasm` (bytes), `init` (what the glue calls
 * its start), `table` (an expression that holds once the program runs: the table of functions) and `parts`, each with its
 * `name`, its `wasm`, the `imports` that it needs (an expression too) and the names of the parts that it `needs` before.
 * Those that the program asks for by name are `asked`.
 */
export function makeProgram(bin, built, release) {
  const folder = mkdtempSync(join(tmpdir(), `postil-${bin}-`));
  try {
    run("wasm-split-cli", [built, folder, "--out-name", bin]);
    run("wasm-bindgen", ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", folder, "--out-name", "bound", join(folder, `${bin}.wasm`)]);
    const wasm = join(folder, "bound_bg.wasm");
    const found = loaded(readFileSync(join(folder, "__wasm_split.js"), "utf8"));
    let glue = ownLoader(readFileSync(join(folder, "bound.js"), "utf8"), found);
    let named = (name) => `wasm.${name}`;
    if (release) {
      const short = shorten(glue, wasm);
      glue = short.glue;
      named = (name) => `wasm.${short.exported(name)}`;
    }
    const init = /\b([\w$]+) as default\b/.exec(glue)?.[1];
    if (!init) throw new Error("wasm-bindgen's glue has no default export any more.");
    const parts = found.map(({ name, file, needs, asked }) => {
      const path = join(folder, `${file}.wasm`);
      if (release) optimize(path);
      const bytes = readFileSync(path);
      return { name, needs, asked, wasm: bytes, imports: importsOf(name, bytes, named) };
    });
    return { glue, wasm: readFileSync(wasm), init, table: named("__indirect_function_table"), parts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// What is fetched, as the splitter's loader has it, with the names that we know it by.
function loaded(loader) {
  const name = (word) => word.replace(ENTRY, "").replace(/^__/, "").replaceAll("_", "-");
  const found = [...loader.matchAll(LOADED)].map(([, word, file, needs]) => ({
    name: name(word),
    file,
    needs: needs.split(",").map((need) => need.trim()).filter(Boolean).map(name),
    asked: word.startsWith(ENTRY),
  }));
  if (found.length !== loader.split("makeLoad(").length - 2) throw new Error("The splitter's loader is not as it was.");
  return found;
}

function importsOf(part, wasm, named) {
  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const modules = new Set(wanted.map(({ module }) => module));
  if (modules.size !== 1) throw new Error(`The part ${part} imports from ${[...modules].join(", ")}.`);
  // In a debug build the splitter asks with one number whether both parts are of one build, which here their names say.
  const given = (name) => (name.startsWith("__canary_") ? "~0xdead" : named(name));
  const exports = wanted.map(({ name }) => `${name}: ${given(name)}`).join(", ");
  return `{ ${[...modules][0]}: { ${exports} } }`;
}

// wasm-bindgen imports the loader once for each part: the first time with what it has for all of them.
function ownLoader(glue, parts) {
  const asked = parts.filter((part) => part.asked).map(({ name }) => `${ENTRY}${name}: (...words) => globalThis.postil.part("${name}", ...words)`);
  let first;
  return glue.replace(LOADER, (_, name) => (first ? `const ${name} = ${first};` : `const ${(first = name)} = { ${asked.join(", ")} };`));
}

function run(command, words) {
  execFileSync(command, words, { stdio: "inherit" });
}
