import { z } from "zod";
import { parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { markedText } from "./marked-text";
import { present } from "./present";
import type { Identifier, Parsed } from "./record";
import { readEntry, type WorkReading } from "./spokes-work";
import { identifierKey } from "./work-key";

export const SOURCE = "opencitations";

const text = z.string().nullish();

/** A citation of the index: DOIs in version 1, several identifiers on either side in version 2. */
const Pair = z.compile(z.object({ citing: z.string(), cited: z.string(), creation: text, author_sc: text }));

/** A work of COCI's metadata (`doi`, `year`, `source_title`, lists of DOIs) or of OpenCitations Meta. */
const Metadata = z.compile(
  z.object({
    id: text,
    doi: text,
    title: text,
    author: text,
    year: text,
    date: text,
    pub_date: text,
    source_title: text,
    venue: text,
    citation: text,
    reference: text,
    citation_count: z.union([z.string().transform(Number), z.number()]).nullish(),
  }),
);

/** The identifiers in a text, of schemes that are known: "omid:br/1 doi:10.1/x pmid:7". */
const identifiersIn = (ids: string) => ids.split(/\s+/u).flatMap((id) => parseIdentifier(id) ?? []);

const bare = (identifiers: Identifier[], fields: { published?: string } = {}) => {
  const [first] = identifiers;
  if (!first) return null;
  const key = identifierKey(first);
  const work: Parsed = { kind: "work", key, identifiers, fields, source: SOURCE };
  return { key, work };
};

/** Reads a citation: its two works, named by identifiers alone, the reference, and the citation if one is a hub. */
export function readPair(raw: unknown): { cited: string; parsed: Parsed[] } | { refused: string } {
  const entry = readEntry(Pair, raw);
  if ("refused" in entry) return entry;
  const { creation, author_sc } = entry.value;
  const published = creation ? parsePartialDate(creation) : null;
  const citing = bare(identifiersIn(entry.value.citing), present({ published }));
  const cited = bare(identifiersIn(entry.value.cited));
  if (!citing) return { refused: "has no identifier of the citing work that is known" };
  if (!cited) return { refused: "has no identifier of the cited work that is known" };
  const isSelf = author_sc === "yes" || undefined;
  return {
    cited: cited.key,
    parsed: [
      citing.work,
      cited.work,
      { kind: "reference", citing: citing.key, cited: cited.key },
      {
        kind: "citation",
        hub: cited.key,
        citing: citing.key,
        contextGap: "not_supplied",
        ifHub: true,
        ...present({ isSelf }),
      },
    ],
  };
}

/** Reads a described work, with the works that it cites and that cite it where their DOIs are given. */
export function readMetadata(
  raw: unknown,
  where: string,
):
  | { refused: string }
  | (Extract<WorkReading, { key: string }> & { citers: number; counted: number | null }) {
  const entry = readEntry(Metadata, raw);
  if ("refused" in entry) return entry;
  const said = entry.value;
  const { authors, complete } = readAuthors((said.author ?? "").split(";").map(authorIn));
  const identifiers = identifiersIn([said.id, said.doi].filter(Boolean).join(" "));
  const work = readWork({
    where,
    source: SOURCE,
    identifiers,
    title: markedText(said.title ?? ""),
    authors,
    authorsComplete: complete ? undefined : false,
    published: parsePartialDate(said.pub_date || said.date || said.year || ""),
    venue: markedText(withoutIds(said.source_title || said.venue || "")),
    citedByCount: said.citation_count,
  });
  if ("refused" in work) return work;
  const citers = listed(said.citation);
  const parsed = [...work.parsed];
  for (const { key, work: citing } of citers)
    parsed.push(citing, {
      kind: "citation",
      hub: work.key,
      citing: key,
      contextGap: "not_supplied",
      ifHub: true,
    });
  for (const { key, work: cited } of listed(said.reference))
    parsed.push(cited, { kind: "reference", citing: work.key, cited: key });
  return { key: work.key, parsed, citers: citers.length, counted: said.citation_count ?? null };
}

const listed = (dois: string | null | undefined) =>
  (dois ?? "").split(";").flatMap((doi) => bare(identifiersIn(doi.trim())) ?? []);

/** "Peroni, Silvio [orcid:0000-0003-0530-4305 omid:ra/1]", in version 1 "Peroni, Silvio, 0000-0003-0530-4305". */
function authorIn(printed: string) {
  const [orcid] = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u.exec(printed) ?? [];
  const name = withoutIds(printed).replace(/,\s*\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u, "");
  const [family = "", given = ""] = name.split(",").map((part) => part.trim());
  return given ? { family, given, orcid } : { group: family };
}

const withoutIds = (printed: string) => printed.replace(/\s*\[[^\]]*:[^\]]*\]\s*$/u, "").trim();
