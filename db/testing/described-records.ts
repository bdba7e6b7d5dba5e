import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import type { ImportRecord } from "@/lib/import/record";

const WORDS = ["lamp", "lamps", "keeper", "Leuchtturm", "beam", "fog"];
const FIELDS = ["Optics", "History"];
export const CITERS = 40;

/** What is told of a citing work. */
export interface Facts {
  title: string;
  author: string;
  venue: string;
  fields: string[];
  sentences: string[];
  cites: string[];
  retracted: boolean;
}

/** Draws by chance: one of a list, and a part of it. */
export function drawing(random: () => number) {
  return {
    one: <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T,
    some: <T>(of: readonly T[]): T[] => of.filter(() => random() < 0.3),
  };
}

/** The records of a hub with citers of every kind, and of another hub with the same citers; and what they say, by DOI. */
export function describedRecords(random: () => number): {
  records: ImportRecord[];
  facts: Map<string, Facts>;
} {
  const { one, some } = drawing(random);
  const facts = new Map<string, Facts>();
  const work = (key: string, fields: Extract<ImportRecord, { kind: "work" }>["fields"]): ImportRecord => ({
    kind: "work",
    key,
    fields,
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source: "spokes",
  });
  const records: ImportRecord[] = ["hub", "noise"].flatMap((hub) => [
    work(hub, { title: `All about the ${hub} of it all`, published: "1999" }),
    { kind: "hub" as const, work: hub, slug: hub },
    { kind: "claim" as const, hub, number: 1, text: "One." },
    { kind: "claim" as const, hub, number: 2, text: "Two." },
  ]);
  records.push(
    work("ref0", { title: "A reference on the lamps of old" }),
    work("ref1", { title: "A reference on the fog of old" }),
  );
  for (let n = 0; n < CITERS; n++) {
    const [title, author, venue] = [
      `Paper ${n} on ${one(WORDS)} and ${one(WORDS)}`,
      `${one(["Ana", "Bo"])} ${one(["Müller", "Fogg"])}`,
      `Journal of ${one(WORDS)}`,
    ];
    const fact = {
      title,
      author,
      venue,
      fields: some(FIELDS),
      cites: some(["ref0", "ref1"]),
      retracted: random() < 0.2,
      sentences: some([0, 1, 2]).map((i) => `Sentence ${i} of ${n} has ${one(WORDS)} in it.`),
    };
    const key = `citer${n}`;
    facts.set(`10.5555/${key}`, fact);
    records.push(
      work(key, {
        title,
        authors: [{ name: author }],
        venue,
        fields: fact.fields,
        published: random() < 0.8 ? String(2000 + Math.floor(random() * 9)) : undefined,
        notices: fact.retracted ? [{ kind: "retracted" }] : undefined,
      }),
      ...fact.cites.map((cited): ImportRecord => ({ kind: "reference", citing: key, cited })),
    );
    for (const hub of ["hub", "noise"]) {
      records.push({
        kind: "citation",
        hub,
        citing: key,
        isSelf: random() < 0.2,
        isInfluential: random() < 0.2,
      });
      for (const text of fact.sentences) {
        records.push({ kind: "context", hub, citing: key, text, source: "spokes" });
        if (random() < 0.7)
          records.push({
            kind: "suggestion",
            hub,
            citing: key,
            contextText: text,
            original: "x",
            role: one(ROLES),
            polarity: one(POLARITIES),
            basis: one(EVIDENCE_BASES),
            source: "made",
            version: random() < 0.5 ? "2" : undefined,
          });
      }
    }
  }
  return { records, facts };
}
