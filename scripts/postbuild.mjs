// Trunk's post_build hook: makes the page load one stylesheet, one script and one wasm file, each by a name that is its
// content's hash and each checked by the browser before use, with no inline script left over.
//
//   postil-….css   all linked stylesheets, in order
//   postil-….wasm  the program
//   postil-….js    wasm-bindgen's glue, static/takeover.js and bootstrap.js, and the call that starts it
//   early-….js     static/early.js, which runs before anything is drawn
//   dialogs-….*    the dialogs, what is done in them, and their stylesheet, fetched when they are first needed
//   class-….*      the class's screens and their stylesheet, likewise; they use the dialogs' stylesheet too
//   chunk-….wasm   what both of these need

import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { attribute, policy, tags } from "./html.mjs";
import { makeProgram } from "./program.mjs";

const root = join(import.meta.dirname, "..");
const dist = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const TARGET = "wasm32-unknown-unknown";
const FIRST = /<div id="?app"?>\s*<\/div>/g;
if (!dist) fail("Trunk runs this script as its post_build hook; run `make build`.");

const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

const css = joinStylesheets();
const early = only(scripts((src) => src === "./early.js"), "early script");
const app = only(scripts((src) => src !== "./early.js"), "script");
// What Trunk made of the program is not split; its build is what counts.
for (const name of ["src", "data-wasm"]) rmSync(join(dist, attribute(app, name)));
const program = makeProgram("postil", built("postil"), release);
const wasm = write("wasm", program.wasm);
const styles = { dialogs: lateStyle("dialogs", "dialogs"), class: lateStyle("screens", "class") };
const parts = program.parts.map((part) => ({ ...part, ...write("wasm", part.wasm, part.name) }));
for (const name of ["dialogs", "class"]) if (!parts.some((part) => part.name === name)) fail(`The program has no part ${name}; see src/main.rs.`);
const first = drawFirstScreen();
const js = joinScript();

// The wasm starts together with the script instead of after it. `crossorigin` makes it the same request as the bootstrap's
// `fetch`, which takes it over and checks its hash; with `integrity` here too, Chromium warns that it ignores it.
html = html.replace(
  app,
  `<link rel="preload" href="./${wasm.file}" as="fetch" type="application/wasm" crossorigin>` +
    `<script type="module" src="./${js.file}" crossorigin integrity="${js.integrity}">`,
);
const earlyJs = write("js", minify(readFileSync(join(root, "static/early.js"), "utf8")), "early");
html = html.replace(early, `<script src="./${earlyJs.file}" integrity="${earlyJs.integrity}">`);
html = html.replace(only(html.match(FIRST) ?? [], "place for the first screen"), () => `<div id="app">${first.html}</div>`);
inlineIcon();
check();
writeFileSync(page, html);
console.log([css, js, wasm, ...parts, ...Object.values(styles)].map(({ file }) => file).join(", "));

// Browsers ask for the icon again at every change of the address, `#/compare` for example. This page asks for nothing
// once it is loaded.
function inlineIcon() {
  const link = only(
    tags(html, "link").filter((tag) => attribute(tag, "rel") === "icon"),
    "icon",
  );
  const svg = readFileSync(join(dist, attribute(link, "href")), "base64");
  html = html.replace(link, `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${svg}">`);
}

function joinStylesheets() {
  const links = tags(html, "link").filter((tag) => attribute(tag, "rel") === "stylesheet");
  if (links.length === 0) fail("index.html links no stylesheet.");
  const files = links.map((tag) => join(dist, attribute(tag, "href")));
  const text = files.map((file) => readFileSync(file, "utf8").trim()).join("\n") + "\n";
  for (const file of files) rmSync(file);
  const joined = write("css", text);
  const [first, ...rest] = links;
  html = html.replace(first, `<link rel="stylesheet" href="./${joined.file}" integrity="${joined.integrity}">`);
  for (const link of rest) html = html.replace(link, "");
  return joined;
}

function joinScript() {
  const own = ["takeover", "bootstrap"].map((name) => readFileSync(join(root, `static/${name}.js`), "utf8")).join("\n");
  const { glue, init, table } = program;
  const part = ({ name, file, integrity, needs, imports }) => {
    return `"${name}": { file: "${file}", integrity: "${integrity}", needs: ${JSON.stringify(needs)}, imports: () => (${imports}), styles: ${JSON.stringify(sheets(name))} }`;
  };
  const words = [
    `{ file: "${wasm.file}", integrity: "${wasm.integrity}" }`,
    `{ ${parts.map(part).join(", ")} }`,
    `() => ${table}`,
    String(first.shape),
  ];
  // The braces keep our names and the glue's apart.
  return write("js", minify(`${glue.trim()}\n{\n${own}start(${init}, ${words.join(", ")});\n}\n`));
}

// The first screen of a first visit, as the program draws it itself (crates/screen). Debug builds name the components in
// the marks between which Yew finds them again; a release does not look at the names.
function drawFirstScreen() {
  const drawn = execFileSync("cargo", ["run", "--quiet", "--offline", "--package", "postil-screen"], { cwd: root, encoding: "utf8" });
  const html = drawn.trim().replace(/<!--<(\/?)\[[^\]]*\]>-->/g, "<!--<$1[]>-->");
  return { html, shape: shapeOf(html) };
}

// The same number as static/takeover.js makes of what the browser read.
function shapeOf(html) {
  let shape = 0;
  for (const [, name = "#comment"] of html.matchAll(/<!--.*?-->|<([a-z][\w-]*)(?:"[^"]*"|[^">])*>/gi)) {
    for (const letter of name.toLowerCase()) shape = (Math.imul(shape, 31) + letter.charCodeAt(0)) | 0;
  }
  return shape;
}

// The stylesheet of a part that comes later, from its folder in static.
function lateStyle(folder, part) {
  const sheets = readdirSync(join(root, "static", folder)).filter((name) => name.endsWith(".css")).sort();
  const text = sheets.map((name) => readFileSync(join(root, "static", folder, name), "utf8").trim()).join("\n") + "\n";
  return write("css", minify(text, "css"), part);
}

// What a part is drawn with, in the order in which it counts.
function sheets(part) {
  if (part === "class") return [styles.dialogs, styles.class];
  return part === "dialogs" ? [styles.dialogs] : [];
}

// Where Cargo put a program.
function built(bin) {
  const said = execFileSync("cargo", ["metadata", "--offline", "--no-deps", "--format-version", "1"], { cwd: root, encoding: "utf8" });
  return join(JSON.parse(said).target_directory, TARGET, release ? "release" : "debug", `${bin}.wasm`);
}

function minify(text, loader = "js") {
  return release ? transformSync(text, { loader, minify: true, legalComments: "none" }).code : text;
}

function write(extension, text, name) {
  const named = identify(extension, text, name);
  writeFileSync(join(dist, named.file), text);
  return named;
}

function identify(extension, bytes, name = "postil") {
  const hash = createHash("sha384").update(bytes).digest();
  return {
    file: `${name}-${hash.toString("hex").slice(0, 16)}.${extension}`,
    integrity: `sha384-${hash.toString("base64")}`,
  };
}

// What the page's policy would refuse is refused here, where somebody reads it.
function check() {
  if (!policy(html)?.includes("require-trusted-types-for 'script'")) fail("The page has lost its policy.");
  if (tags(html, "script").some((tag) => !attribute(tag, "integrity"))) fail("A script without integrity is left.");
  if (tags(html, "style").length > 0) fail("The page's policy refuses <style>.");
}

function scripts(chosen) {
  return tags(html, "script").filter((tag) => chosen(attribute(tag, "src")));
}

function only(found, what) {
  if (found.length !== 1) fail(`index.html has ${found.length} ${what} elements where one is expected.`);
  return found[0];
}

function fail(message) {
  console.error(`postbuild: ${message}`);
  process.exit(1);
}
