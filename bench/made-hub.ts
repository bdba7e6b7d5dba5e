import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { seededRandom } from "@/lib/citation/seeded-random";
import {
  draw,
  LETTERS_OF_A_WORD,
  PUBLICATION_YEARS,
  REFERENCES_OF_A_CITER,
  TIMES_CITED,
  WORDS_OF_A_TITLE,
} from "./distributions";
import type { RealGraph } from "./real-graph";

interface Wanted {
  slug: string;
  citers: number;
  /** Whether citers come with their reference lists; without them the file holds little but citations. */
  references: boolean;
  seed?: number;
  /** Real titles and edges to repeat with fresh names, where they are at hand. */
  graph?: RealGraph | null;
}

/** One in so many citers comes with sentences. */
const SENTENCES_ONE_IN = 4;
const FLUSH_AT = 1024 * 1024;

/** Writes a hub in the interchange format, the same for the same wishes. */
export async function writeMadeHub(file: string, wanted: Wanted): Promise<void> {
  const out = createWriteStream(file);
  let waiting = "";
  for (const line of linesOf(wanted)) {
    waiting += `${JSON.stringify(line)}\n`;
    if (waiting.length < FLUSH_AT) continue;
    if (!out.write(waiting)) await once(out, "drain");
    waiting = "";
  }
  out.end(waiting);
  await finished(out);
}

function* linesOf({ slug, citers, references, seed = 7, graph = null }: Wanted): Generator<object> {
  const random = seededRandom(seed);
  const doi = `doi:10.5555/${slug}`;
  yield { type: "spokes", version: 1, source: "bench" };
  yield {
    type: "hub",
    slug,
    demonstration: true,
    work: { title: `The hub ${slug}, made for measuring`, identifiers: [doi], published: "1985" },
    claims: [1, 2, 3].map((number) => ({ number, text: `Claim ${number} is made for measuring.` })),
  };
  for (let i = 0; i < citers; i += 1) {
    const real = graph?.papers[i % graph.papers.length];
    // A fresh number keeps repeated titles apart, as different papers.
    const title = `${real?.title ?? madeTitle(random)} ${i}`;
    yield {
      type: "citation",
      hub: doi,
      work: {
        title,
        authors: [`Maker, ${String.fromCharCode(65 + (i % 26))}.`, `Other${i % 997}, B.`],
        identifiers: [`${doi}.${i}`],
        published: String(real?.year ?? madeYear(i, random)),
        fields: [`Field ${i % 12}`],
        citedByCount: real?.cited ?? draw(TIMES_CITED, random()),
      },
      contexts: i % SENTENCES_ONE_IN === 0 ? madeSentences(1 + (i % 3), i) : undefined,
      references: references ? cited(doi, real?.cites ?? madeReferences(random)) : undefined,
    };
  }
}

const cited = (doi: string, numbers: readonly number[]) => numbers.map((n) => `${doi}.cited.${n}`);

/** What is cited more often has a smaller number, as in the real graph: a few works are cited by very many. */
function madeReferences(random: () => number): number[] {
  const many = draw(REFERENCES_OF_A_CITER, random());
  return Array.from({ length: many }, () => Math.floor(20_000 * random() ** 3));
}

/** The first citers have one year after the other, so that a small hub spans the same years as a large one. */
function madeYear(i: number, random: () => number): number {
  const [first = 0, last = first] = [PUBLICATION_YEARS[0], PUBLICATION_YEARS.at(-1)];
  return first + i <= last ? first + i : draw(PUBLICATION_YEARS, random());
}

function madeSentences(many: number, i: number) {
  return Array.from({ length: many }, (_, n) => ({
    text: `Sentence ${n} of paper ${i} says what it makes of the hub [${n}].`,
    position: n,
    section: n === 0 ? "Introduction" : "Results",
  }));
}

const SYLLABLES = ["ba", "re", "mi", "to", "lu", "sen", "kor", "dal", "vi", "pa", "gru", "ne"];

function madeTitle(random: () => number): string {
  const words = Array.from({ length: Math.max(4, draw(WORDS_OF_A_TITLE, random())) }, () => {
    const letters = draw(LETTERS_OF_A_WORD, random());
    let word = "";
    while (word.length < letters) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "";
    return word.slice(0, letters);
  });
  return words.join(" ");
}
