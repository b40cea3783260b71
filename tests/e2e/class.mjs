// A class for an exported file: so many people who tag every paragraph at random, the same for the same seed.

/**
 * The file of an article with the layers of a random class in it. `pattern` is the text of an exported file; what it says was
 * tagged under its version of the codebook. `before` is how many people other files of the same class have.
 */
export function classOf(pattern, { annotators, before = 0, seed = 1, unfinished = 0.1, name = "class" }) {
  const bundle = JSON.parse(pattern);
  const random = draws(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const [[question, { options: answers }]] = Object.entries(bundle.codebook.questions);
  // A text of one's own has no themes to begin with; the file of the class brings some.
  if (!Object.keys(bundle.codebook.themes ?? {}).length) {
    const theme = (n) => [`theme-${n}`, { label: `Theme ${n}`, order: String.fromCharCode(96 + n), key: String(n) }];
    bundle.codebook.themes = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map(theme));
    delete bundle.codebook.version;
  }
  const offered = Object.entries(bundle.codebook.themes).filter(([, theme]) => !theme.merged_into);
  const [options, themes] = [Object.keys(answers), offered.map(([id]) => id)];
  const paragraphs = bundle.article.blocks.filter((block) => block.kind !== "heading");
  // What the text itself suggests: readers agree more often than chance.
  const usual = paragraphs.map(() => ({ option: pick(options), themes: [pick(themes), pick(themes)] }));
  const { version } = bundle.codebook;
  bundle.people = {};
  bundle.layers = Array.from({ length: annotators }, (_, at) => {
    const index = before + at;
    const id = (index + 1).toString(16).padStart(32, "0");
    let wall = 1_700_000_000_000 + index * 1000;
    const stamp = () => `${(wall += 1000)}-0-${id}`;
    const records = [];
    for (const [at, paragraph] of paragraphs.entries()) {
      if (random() < unfinished) continue;
      const option = random() < 0.6 ? usual[at].option : pick(options);
      const chosen = new Set(random() < 0.6 ? usual[at].themes : [pick(themes), pick(themes)]);
      records.push({
        paragraph: paragraph.id,
        quote: [...paragraph.text].slice(0, 48).join(""),
        stances: { [question]: { option, stamp: stamp() } },
        themes: Object.fromEntries([...chosen].sort().map((theme) => [theme, { applies: true, stamp: stamp() }])),
      });
    }
    const name = `Annotator ${String(index + 1).padStart(2, "0")} of the class`;
    bundle.people[id] = { name: { value: name, stamp: stamp() }, replicas: [id] };
    return { annotator: id, ...(version && { codebook: version }), records };
  });
  return { name: `${name}.postil.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) };
}

/**
 * What somebody hands in who got this file: the first `answered` paragraphs, answered in the `seed`’s way. Whoever has the same
 * `id` is the same person; `later` is in minutes.
 */
export function handedIn(given, { id, name, answered = Infinity, seed = id, later = 0, file = `${name}.postil.json` }) {
  const bundle = JSON.parse(given);
  const random = draws(seed);
  const [[question, { options }]] = Object.entries(bundle.codebook.questions);
  const annotator = id.toString(16).padStart(32, "0");
  let wall = 1_790_000_000_000 + later * 60_000;
  const stamp = () => `${(wall += 1000)}-0-${annotator}`;
  const paragraphs = bundle.article.blocks.filter((block) => block.kind !== "heading").slice(0, answered);
  const records = paragraphs.map(({ id, text }) => {
    const option = Object.keys(options)[Math.floor(random() * Object.keys(options).length)];
    return { paragraph: id, quote: [...text].slice(0, 48).join(""), stances: { [question]: { option, stamp: stamp() } } };
  });
  const people = { [annotator]: { name: { value: name, stamp: `1780000000000-0-${annotator}` }, replicas: [annotator] } };
  const layers = [{ annotator, codebook: bundle.codebook.version, records }];
  const text = JSON.stringify({ ...bundle, kind: "own", assignment: undefined, people, layers });
  return { name: file, mimeType: "application/json", buffer: Buffer.from(text) };
}

/** Imports such a class, and takes over the themes that it was read with. */
export async function bring(tab, file) {
  const verdict = await tab.import(file);
  await verdict.and(tab.page.locator("[data-verdict='merged']")).waitFor();
  await tab.button("Use its changes").click();
}

// Mulberry32: small, and enough to deal out answers.
function draws(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text with so many paragraphs, each its own. */
export function paragraphs(count) {
  const words = "A reader goes through it slowly and asks of every sentence what its author wants the world to believe.";
  return Array.from({ length: count }, (_, n) => `This is thought number ${n + 1} of the long text. ${words}`).join("\n\n");
}
