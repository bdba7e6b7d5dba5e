import { encodeEntities } from "@/lib/import/entities";
import { present } from "@/lib/import/present";
import type { ClaimRecord, ReportedCountRecord } from "@/lib/import/record";
import type { CountedVotes, ExportedCiter, ExportedContext, ExportedSuggestion } from "./exported-citer";
import type { SpokesWork } from "./spokes-work";

/** A hub with what is told of it as a whole. Claims come in the order of their list. */
export interface SpokesHub {
  work: SpokesWork;
  slug: string;
  demonstration: boolean;
  claims: readonly Pick<ClaimRecord, "number" | "text" | "quote">[];
  reported: readonly Pick<ReportedCountRecord, "axis" | "value" | "count" | "total" | "source">[];
}

/** A citing paper with the works in its reference list, by their ids. */
export type SpokesCiter = ExportedCiter & { work: SpokesWork; references: readonly string[] };

/**
 * The citations of a hub in the interchange format (docs/interchange.md), so that another site can take them in. `cited`
 * are the works in reference lists that are not described otherwise. Votes go along counted, for those who read the file.
 */
export async function* spokesFile({
  hub,
  citers,
  cited,
  note,
}: {
  hub: SpokesHub;
  citers: AsyncIterable<SpokesCiter>;
  cited: AsyncIterable<SpokesWork>;
  note: string;
}): AsyncGenerator<string> {
  yield lines([{ type: "spokes", version: 1, note }, ...hub.work.lines, hubLine(hub)]);
  for await (const citer of citers) yield lines([...citer.work.lines, citationLine(citer, hub.work.id)]);
  for await (const work of cited) yield lines(work.lines);
}

const lines = (entries: readonly object[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");

function hubLine({ work, slug, demonstration, claims, reported }: SpokesHub): object {
  const isByNumber = claims.every(({ number }, index) => number > (claims[index - 1]?.number ?? 0));
  return {
    type: "hub",
    work: work.id,
    slug,
    ...present({
      demonstration: demonstration || null,
      claims: claims.map(({ number, text, quote }, index) => ({
        number,
        text: encodeEntities(text),
        ...present({ quote: quote && encodeEntities(quote), place: isByNumber ? null : index + 1 }),
      })),
      reported: reported.map(({ total, ...count }) => ({ ...count, ...present({ total }) })),
    }),
  };
}

function citationLine(citer: SpokesCiter, hub: string): object {
  const { work, isInfluential, isSelf, contextGap, contexts, suggestions, references, votes, label, claims } =
    citer;
  return {
    type: "citation",
    hub,
    work: work.id,
    isInfluential,
    isSelf,
    ...present({
      contextGap,
      contexts: contexts.map(contextEntry),
      suggestions: suggestions.map(suggestionEntry),
      references,
      votes: votes && votesEntry(votes),
      label:
        label.votes === 0 && label.state === "unlabelled"
          ? null
          : { ...present({ ...label }), ...present({ claims }) },
    }),
  };
}

function contextEntry(context: ExportedContext): object {
  const { text, before, after, section, position, markers, implicit, source, readIn, suggestions, votes } =
    context;
  const written = (given: string | null | undefined) => given && encodeEntities(given);
  const placeIn = (offset: number) =>
    encodeEntities(text) === text ? offset : text.slice(0, offset).replaceAll("&", "&amp;").length;
  return {
    text: encodeEntities(text),
    ...present({
      before: written(before),
      after: written(after),
      section: written(section),
      position,
      markers: markers.map(({ start, end }) => ({ start: placeIn(start), end: placeIn(end) })),
      implicit: implicit || null,
      source,
      readIn,
      suggestions: suggestions.map(suggestionEntry),
      votes: votes && votesEntry(votes),
    }),
  };
}

function suggestionEntry({
  label,
  role,
  polarity,
  basis,
  source,
  version,
  confidence,
}: ExportedSuggestion): object {
  return { label, ...present({ role, polarity, basis, source, version, confidence }) };
}

const votesEntry = ({ polarity, role, ...votes }: CountedVotes) => ({
  ...present(votes),
  polarity: { ...present({ state: polarity.state, value: polarity.value }), counts: polarity.counts },
  role: { ...present({ state: role.state, value: role.value }), counts: role.counts },
});
