// A class for an exported file: so many people who tag every paragraph at random, the same for the same seed.

/** The file of an article with the layers of a random class in it. `pattern` is the text of an exported file. */
export function classOf(pattern, { annotators, seed = 1, unfinished = 0.1, name = "class" }) {
  const bundle = JSON.parse(pattern);
  const random = draws(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const options = bundle.codebook.questions[0].options.map((option) => option.id);
  const themes = bundle.codebook.themes.map((theme) => theme.id);
  const paragraphs = bundle.article.blocks.filter((block) => block.kind !== "heading");
  // What the text itself suggests: readers agree more often than chance.
  const usual = paragraphs.map(() => ({ option: pick(options), themes: [pick(themes), pick(themes)] }));
  bundle.people = {};
  bundle.layers = Array.from({ length: annotators }, (_, index) => {
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
        stances: { [bundle.codebook.questions[0].id]: { option, stamp: stamp() } },
        themes: Object.fromEntries([...chosen].sort().map((theme) => [theme, { applies: true, stamp: stamp() }])),
      });
    }
    const name = `Annotator ${String(index + 1).padStart(2, "0")} of the class`;
    bundle.people[id] = { name: { value: name, stamp: stamp() }, replicas: [id] };
    return { annotator: id, records };
  });
  return { name: `${name}.postil.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) };
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
