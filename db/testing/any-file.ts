import fc from "fast-check";
import type { ImportRecord } from "@/lib/import/record";
import { arxiv, citation, doi, hub, LIGHTHOUSES } from "./lighthouses";

const TITLES = [
  "Lamps at sea and on land",
  "Keepers and their long winters",
  "Fog",
  "Beam widths",
  "The price of oil in 1890",
];

const anyWork = fc
  .record({
    title: fc.constantFrom(...TITLES),
    published: fc.option(fc.constantFrom("1999", "2004", "2004-05", "2011-01-30"), { nil: undefined }),
    author: fc.option(fc.constantFrom("Ada Beam", "Otto Fresnel"), { nil: undefined }),
    identifier: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    arxivNumber: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    summary: fc.option(fc.constantFrom("It counts lamps.", "It counts lamps and"), { nil: undefined }),
    source: fc.constantFrom("spokes", "pith", "openalex"),
  })
  .map(({ title, published, author, identifier, arxivNumber, summary, source }) => ({
    fields: JSON.parse(
      JSON.stringify({
        title,
        published,
        summary,
        authors: author && [{ name: author, family: author.split(" ")[1] }],
      }),
    ),
    identifiers: [
      ...(identifier === undefined ? [] : doi(`10.5555/${identifier}`)),
      ...(arxivNumber === undefined ? [] : arxiv(`1505.0000${arxivNumber}`)),
    ],
    source,
  }));

/** A file of up to twelve works that share titles and identifiers, tied to one another and to a hub in every way. */
export const anyFile: fc.Arbitrary<ImportRecord[]> = fc
  .tuple(
    fc.array(anyWork, { minLength: 1, maxLength: 12 }),
    fc.array(
      fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom("citation", "context", "reference", "suggestion")),
      { maxLength: 30 },
    ),
  )
  .map(([works, ties]) => [
    LIGHTHOUSES,
    hub("hub"),
    ...works.map((one, i): ImportRecord => ({ kind: "work", key: `w${i}`, ...one })),
    ...ties.flatMap(([a, b, kind]): ImportRecord[] => {
      const cites = citation("hub", `w${a}`);
      if (kind === "reference") return [{ kind, citing: `w${a}`, cited: `w${b}` }];
      const text = `Sentence ${b % 3} speaks of [1].`;
      if (kind === "context")
        return [cites, { kind, hub: "hub", citing: `w${a}`, text, position: b % 2, source: "spokes" }];
      if (kind === "suggestion")
        return [
          cites,
          {
            kind,
            hub: "hub",
            citing: `w${a}`,
            original: `label ${b % 3}`,
            polarity: b % 2 ? "mixed" : "neutral",
            source: "m",
          },
        ];
      return [cites];
    }),
  ]);
