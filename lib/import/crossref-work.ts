import { z } from "zod";
import { normaliseIdentifier } from "@/lib/citation/identifiers";
import { noticeOf, Update, updateDoi } from "./crossref-notices";
import { readCrossrefReference } from "./crossref-reference";
import { DateParts, readDateParts } from "./date-parts";
import { readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { abstractText, markedText } from "./marked-text";
import type { Parsed } from "./record";
import { warning } from "./remark";
import { readEntry, type WorkReading } from "./spokes-work";
import { identifierKey } from "./work-key";

const SOURCE = "crossref";

const text = z.string().nullish();
/** Lists in the REST API, texts in CSL-JSON that Crossref makes. */
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).nullish();
const Name = z.object({ family: text, given: text, suffix: text, name: text, ORCID: text });

const Work = z.compile(
  z.object({
    DOI: z.string(),
    type: text,
    title: texts,
    subtitle: texts,
    author: z.array(Name).nullish(),
    editor: z.array(Name).nullish(),
    issued: DateParts.nullish(),
    published: DateParts.nullish(),
    "container-title": texts,
    event: z.union([z.string(), z.object({ name: text })]).nullish(),
    institution: z.union([z.object({ name: text }), z.array(z.object({ name: text }))]).nullish(),
    "group-title": text,
    abstract: text,
    "is-referenced-by-count": z.number().nullish(),
    "update-to": z.array(Update).nullish(),
    "updated-by": z.array(Update).nullish(),
    reference: z.array(z.unknown()).nullish(),
  }),
);
type Work = z.infer<typeof Work>;

/** Reads a work of Crossref, with its references and the notices that it brings; what names nothing is counted. */
export function readCrossrefWork(raw: unknown, where: string): WorkReading {
  const entry = readEntry(Work, raw);
  if ("refused" in entry) return entry;
  const work = entry.value;
  const doi = normaliseIdentifier("doi", work.DOI);
  if (!doi) return { refused: "has no DOI that can be read" };
  const { authors, complete } = readAuthors(namesOf(work).map(nameIn));
  const read = readWork({
    where,
    source: SOURCE,
    key: identifierKey(doi),
    identifiers: [doi],
    title: titleOf(work),
    authors,
    authorsComplete: complete ? undefined : false,
    published: readDateParts(work.issued) ?? readDateParts(work.published),
    venue: venueOf(work),
    abstract: abstractText(work.abstract ?? ""),
    citedByCount: work["is-referenced-by-count"],
    notices: (work["updated-by"] ?? []).flatMap((update) => noticeOf(update, updateDoi(update)) ?? []),
  });
  if ("refused" in read) return read;
  const { key } = read;
  return { key, parsed: [...read.parsed, ...noticesFor(work), ...referencesOf(work, key, where)] };
}

/** The editors of a book that names no author stand for them, as they do where it is cited. */
function namesOf({ author, editor, type }: Work) {
  if (author?.length) return author;
  return /book|proceedings|monograph/u.test(type ?? "") && !/chapter/u.test(type ?? "") ? (editor ?? []) : [];
}

function nameIn({ family, given, suffix, name, ORCID }: z.infer<typeof Name>) {
  const orcid = ORCID ?? undefined;
  if (!family) return { group: name || given || "" };
  return { family, given: given ?? undefined, suffix: suffix ?? undefined, orcid };
}

function titleOf({ title, subtitle }: Work): string {
  const [main = "", sub = ""] = [title, subtitle].map((lines) => markedText(lines?.[0] ?? ""));
  const isWithin = sub === "" || main.toLowerCase().includes(sub.toLowerCase());
  return isWithin || main === "" ? main : `${main}: ${sub}`;
}

function venueOf(work: Work): string | undefined {
  const { event, institution } = work;
  const host = Array.isArray(institution) ? institution[0] : institution;
  const named = [
    work["container-title"]?.[0],
    typeof event === "string" ? event : event?.name,
    host?.name,
    work["group-title"],
  ];
  return named.find(Boolean)?.replace(/\s+/gu, " ") || undefined;
}

/** What this work says of others: it retracts or corrects them. */
function noticesFor(work: Work): Parsed[] {
  const own = normaliseIdentifier("doi", work.DOI);
  return (work["update-to"] ?? []).flatMap((update): Parsed[] => {
    const target = updateDoi(update);
    const notice = noticeOf(update, own);
    if (!target || !notice || target.value === own?.value) return [];
    const key = identifierKey(target);
    return [{ kind: "work", key, identifiers: [target], fields: { notices: [notice] }, source: SOURCE }];
  });
}

function referencesOf(work: Work, citing: string, where: string): Parsed[] {
  const references = work.reference ?? [];
  const parsed: Parsed[] = [];
  let unnamed = 0;
  references.forEach((raw, index) => {
    const cited = readCrossrefReference(raw, `${where}, reference[${index}]`, citing, SOURCE);
    if ("refused" in cited) unnamed += 1;
    else parsed.push(...cited.parsed, { kind: "reference", citing, cited: cited.key });
  });
  if (unnamed > 0)
    parsed.push(
      warning(
        where,
        `${unnamed} of ${references.length} references have neither an identifier nor a title of their own and are left out.`,
      ),
    );
  return parsed;
}
