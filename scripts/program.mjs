// Makes one of the two programs: what Cargo built becomes a wasm file, its glue, and the lazy part, if it has one.
//
// The lazy part is what only a function marked `#[wasm_split(lazy)]` leads to. wasm-split-cli finds it by the relocations
// that the linker leaves in (scripts/env) and puts it into a file of its own, which shares memory, table and stack with the
// first. The glue comes after that, since it is about the first file alone.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { optimize, shorten } from "./shorten.mjs";

// The splitter's own loader fetches without a hash: static/bootstrap.js has ours.
const LOADER = /import \* as (\w+) from "\.\/__wasm_split\.js"/;

/**
 * Gives the program `bin`, built by Cargo to the file `built`: `glue` (a text), `wasm` (bytes), `init` (what the glue calls
 * its start) and, where it has one, `lazy`: the `wasm` of the lazy part and, as expressions that hold once the program runs,
 * the `imports` that it needs and the `table` of functions.
 */
export function makeProgram(bin, built, release) {
  const folder = mkdtempSync(join(tmpdir(), `postil-${bin}-`));
  try {
    run("wasm-split-cli", [built, folder, "--out-name", bin]);
    const lazy = join(folder, "split_lazy.wasm");
    run("wasm-bindgen", ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", folder, "--out-name", "bound", join(folder, `${bin}.wasm`)]);
    const wasm = join(folder, "bound_bg.wasm");
    let glue = ownLoader(readFileSync(join(folder, "bound.js"), "utf8"));
    let named = (name) => `wasm.${name}`;
    if (release) {
      const short = shorten(glue, wasm);
      glue = short.glue;
      named = (name) => `wasm.${short.exported(name)}`;
    }
    const init = /\b([\w$]+) as default\b/.exec(glue)?.[1];
    if (!init) throw new Error("wasm-bindgen's glue has no default export any more.");
    return { glue, wasm: readFileSync(wasm), init, lazy: existsSync(lazy) ? lazyPart(lazy, named, release) : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lazyPart(file, named, release) {
  if (release) optimize(file);
  const wasm = readFileSync(file);
  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const modules = new Set(wanted.map(({ module }) => module));
  if (modules.size !== 1) throw new Error(`The lazy part imports from ${[...modules].join(", ")}.`);
  // In a debug build the splitter asks with one number whether both parts are of one build, which here their names say.
  const given = (name) => (name.startsWith("__canary_") ? "~0xdead" : named(name));
  const exports = wanted.map(({ name }) => `${name}: ${given(name)}`).join(", ");
  return { wasm, table: named("__indirect_function_table"), imports: `{ ${[...modules][0]}: { ${exports} } }` };
}

function ownLoader(glue) {
  return glue.replace(LOADER, "const $1 = { __wasm_split_load_lazy: (...words) => globalThis.postil.lazy(...words) };");
}

function run(command, words) {
  execFileSync(command, words, { stdio: "inherit" });
}
