import { z } from "zod";
import { withoutControls } from "./clean-text";
import { decodeEntities } from "./entities";
import { present } from "./present";
import type { Parsed, Span as SpanSchema } from "./record";
import { rejection, warning } from "./remark";
import { CitationEntry, Context, ReferencesEntry, Suggestion } from "./spokes-schema";
import { type Place, readEntry, readRef, readWorkOrRef } from "./spokes-work";

/** Lists whose members are read one by one, so that a bad one costs only itself. */
const unread = z.array(z.unknown()).nullish();
/** Labels by votes are for those who read the file: votes come from people here, or from a backup. */
const forReading = z.unknown().optional();
const CitationFrame = z.compile(
  CitationEntry.extend({
    work: z.unknown(),
    contexts: unread,
    suggestions: unread,
    references: unread,
    votes: forReading,
    label: forReading,
  }),
);
const ContextFrame = z.compile(Context.extend({ suggestions: unread, votes: forReading }));
const SuggestionFrame = z.compile(Suggestion);
const ReferencesFrame = ReferencesEntry.extend({ work: z.unknown(), cites: z.array(z.unknown()) });

type Span = z.infer<typeof SpanSchema>;

/** The two works that a citation ties, by their keys. */
interface Tie {
  hub: string;
  citing: string;
}

/** A citation line becomes its works, the citation, its contexts, suggestions and references. */
export function readCitation(raw: unknown, place: Place): Parsed[] {
  const entry = readEntry(CitationFrame, raw);
  if ("refused" in entry) return [rejection(place.where, entry.refused)];
  const citation = entry.value;
  const here = { ...place, source: citation.source || place.source };
  countVotes(citation.votes, place);
  const hub = readRef(citation.hub, here);
  if ("refused" in hub) return [rejection(place.where, `hub: ${hub.refused}`)];
  const work = readWorkOrRef(citation.work, { ...here, near: hub.key });
  if ("refused" in work) return [rejection(place.where, `work: ${work.refused}`)];
  const tie = { hub: hub.key, citing: work.key };
  const { isInfluential, isSelf, contextGap } = citation;
  const parsed: Parsed[] = [...hub.parsed, ...work.parsed];
  parsed.push({ kind: "citation", ...tie, ...present({ isInfluential, isSelf, contextGap }) });
  citation.contexts?.forEach((context, index) => {
    readContext(context, tie, within(here, "contexts", index), parsed);
  });
  readSuggestions(citation.suggestions, tie, {}, here, parsed);
  readReferences(citation.references, "references", work.key, here, parsed);
  return parsed;
}

/** A references line becomes its works and one reference for each work cited. */
export function readReferencesEntry(raw: unknown, place: Place): Parsed[] {
  const entry = readEntry(ReferencesFrame, raw);
  if ("refused" in entry) return [rejection(place.where, entry.refused)];
  const here = { where: place.where, source: entry.value.source || place.source };
  const work = readWorkOrRef(entry.value.work, here);
  if ("refused" in work) return [rejection(place.where, `work: ${work.refused}`)];
  const parsed = [...work.parsed];
  readReferences(entry.value.cites, "cites", work.key, here, parsed);
  return parsed;
}

/** The place of a member of a list: "line 12, contexts[0]". */
export function within(place: Place, list: string, index: number): Place {
  return { ...place, where: `${place.where}, ${list}[${index}]` };
}

type Unread = readonly unknown[] | null | undefined;

function readReferences(cites: Unread, list: string, citing: string, place: Place, parsed: Parsed[]): void {
  cites?.forEach((raw, index) => {
    // Nearly all are bare names, of which the place is told only where one is refused.
    const cited =
      typeof raw === "string"
        ? readRef(raw, place)
        : readWorkOrRef(raw, { ...within(place, list, index), near: citing });
    if ("refused" in cited) parsed.push(rejection(within(place, list, index).where, cited.refused));
    else parsed.push(...cited.parsed, { kind: "reference", citing, cited: cited.key });
  });
}

function readContext(raw: unknown, tie: Tie, place: Place, parsed: Parsed[]): void {
  const entry = readEntry(ContextFrame, raw);
  if ("refused" in entry) return void parsed.push(rejection(place.where, entry.refused));
  const { text: printed, before, after, section, position, implicit, readIn } = entry.value;
  countVotes(entry.value.votes, place);
  const text = readable(printed).trim();
  if (text === "") return void parsed.push(rejection(place.where, "text is empty"));
  const markers = placeMarkers(entry.value.markers ?? [], printed);
  if (markers === null)
    parsed.push(warning(place.where, "markers do not lie within the text and are left out"));
  const said = present({
    before: cleanNeighbour(before),
    after: cleanNeighbour(after),
    section,
    position,
    markers,
    implicit,
    readIn,
  });
  parsed.push({ kind: "context", ...tie, text, source: entry.value.source || place.source, ...said });
  readSuggestions(entry.value.suggestions, tie, { text, position }, place, parsed);
}

function countVotes(votes: unknown, { tally }: Place): void {
  if (tally && votes !== undefined && votes !== null) tally.votes += 1;
}

/** A text in which character references are signs and there are no control characters. */
const readable = (text: string) => withoutControls(decodeEntities(text));

const cleanNeighbour = (text: string | null | undefined) => text && readable(text).trim();

/** The markers as they lie in the cleaned text; null when one of them lies outside or is empty. */
function placeMarkers(markers: readonly Span[], printed: string): Span[] | null {
  const moved = markers.map(({ start, end }) => ({
    start: placeInCleaned(start, printed),
    end: placeInCleaned(end, printed),
  }));
  const isWithin = markers.every(({ start, end }) => start >= 0 && end <= printed.length);
  return isWithin && moved.every(({ start, end }) => start < end) ? moved : null;
}

/** Where a place in the printed text lies after it was made readable and the space around it is gone. */
function placeInCleaned(offset: number, printed: string): number {
  const kept = readable(printed);
  const before = kept === printed ? offset : readable(printed.slice(0, offset)).length;
  const leading = kept.length - kept.trimStart().length;
  return Math.min(Math.max(before - leading, 0), kept.trim().length);
}

function readSuggestions(
  list: Unread,
  tie: Tie,
  context: { text?: string; position?: number | null },
  place: Place,
  parsed: Parsed[],
): void {
  list?.forEach((raw, index) => {
    const entry = readEntry(SuggestionFrame, raw);
    if ("refused" in entry) {
      parsed.push(rejection(within(place, "suggestions", index).where, entry.refused));
      return;
    }
    const { label, role, polarity, basis, source, version, confidence } = entry.value;
    const said = present({
      contextText: context.text,
      contextPosition: context.position,
      role,
      polarity,
      basis,
      version,
      confidence,
    });
    parsed.push({ kind: "suggestion", ...tie, original: label, source: source || place.source, ...said });
  });
}
