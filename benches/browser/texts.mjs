// Articles of any length for benches and tests: made up, plausible, and the same for the same seed.
//
//   import { article, plainText } from "./texts.mjs";
//   article(2000)              { title, blocks: [{ kind: "heading" | "paragraph", text }] } with 2,000 paragraphs
//   plainText(article(2000))   the same as a text file
//
//   node benches/browser/texts.mjs 2000 > long.txt

import { fileURLToPath } from "node:url";

const WHO = [
  "the ministry", "a former negotiator", "the standards body", "one small operator", "the committee's chair", "a port city's council",
  "the regulator", "an engineer on the project", "the opposition's spokesman", "a group of librarians", "the trade delegation",
  "the lower house", "a retired diplomat", "the consumer association", "the auditors", "a visiting scholar", "the cable's owner",
  "the newspaper's own correspondent", "a coalition of nine states", "the secretariat",
];
const DID = [
  "argued that", "denied that", "took it for granted that", "wrote in March that", "reminded the meeting that", "would not say whether",
  "had long suspected that", "published figures to show that", "told reporters that", "conceded in the end that", "warned that",
  "heard from both sides that", "saw little reason to believe that", "repeated, without notes, that",
];
const WHAT = [
  "the new rules would be read differently in every capital", "nobody had counted the cost of leaving things as they were",
  "a network is only as open as the narrowest link in it", "trust grows slowly and is spent in an afternoon",
  "the draft left the hardest question to the last page", "cheaper lines had reached the villages before the promises did",
  "each side had begun to quote the other's reports", "the word sovereignty had been used forty-one times and defined once",
  "the servers could be moved and the engineers could not", "equal terms mean little without an equal seat at the table",
  "privacy and security had been set against each other for no good reason", "the declaration bound only those who did not need it",
  "a better image abroad begins with better service at home", "the evidence was old, and the accusation new",
  "the partners wanted roads and were offered routers", "nothing in the treaty stops a state from changing its mind",
  "what is called cooperation in one room is called exclusion in the next", "the market would settle in a year what the talks could not in ten",
];
const LINK = [
  "Even so,", "At the same time,", "By the summer,", "In the corridor afterwards,", "On paper,", "A year earlier,", "Not surprisingly,",
  "To its credit,", "For all that,", "In a shorter paper,", "When the session resumed,", "Off the record,",
];
const ASIDE = [
  "according to minutes seen later", "though the minutes do not record it", "with some justice", "in a tone nobody had expected",
  "to the surprise of its allies", "for the third time that week", "as its predecessors had", "and not only in private",
];
const CLOSE = [
  "That was where the matter rested.", "Few in the room disagreed.", "The vote was put off once more.", "It is still not clear who was meant.",
  "No answer has come so far.", "The rest is arithmetic.", "Others drew the opposite lesson.", "The next page says the contrary.",
];
const PLACE = ["Harbour", "Valley", "Border", "Assembly", "Archive", "Exchange", "Summit", "Island", "Province", "Laboratory"];
const MATTER = ["Rules", "Promises", "Cables", "Figures", "Rivals", "Partners", "Standards", "Letters", "Questions", "Maps"];
/** About how many paragraphs stand between two headings. */
const CHAPTER = 16;

/** An article with `count` paragraphs of 60 to 110 words, no two alike, and a heading now and then. */
export function article(count, seed = 1) {
  const random = generator(seed);
  const blocks = [];
  for (let number = 1; number <= count; number += 1) {
    if (number > 1 && random() < 1 / CHAPTER) blocks.push({ kind: "heading", text: heading(random) });
    blocks.push({ kind: "paragraph", text: paragraph(random, number) });
  }
  return { title: `A long report in ${count} paragraphs, volume ${seed}`, blocks };
}

/** The article as somebody would keep it in a text file. */
export function plainText({ title, blocks }) {
  return `${[title, ...blocks.map((block) => block.text)].join("\n\n")}\n`;
}

function paragraph(random, number) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const goal = 60 + Math.floor(random() * 43);
  // The number makes it unique, whatever else is drawn.
  const sentences = [`${capital(pick(WHO))} ${pick(DID)} ${pick(WHAT)}, as item ${number} of the record has it.`];
  let words = count(sentences[0]);
  while (words < goal) {
    const sentence = random() < 0.12 ? pick(CLOSE) : clause(pick, random);
    sentences.push(sentence);
    words += count(sentence);
  }
  return sentences.join(" ");
}

function clause(pick, random) {
  const who = pick(WHO);
  const aside = random() < 0.4 ? `, ${pick(ASIDE)},` : "";
  const start = random() < 0.5 ? `${pick(LINK)} ${who}` : capital(who);
  return `${start}${aside} ${pick(DID)} ${pick(WHAT)}.`;
}

function heading(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  return `${pick(MATTER)} of the ${pick(PLACE)}`;
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function count(text) {
  return text.split(" ").length;
}

// Mulberry32: 32 bits of state, the same numbers everywhere.
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(plainText(article(Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1))));
}
