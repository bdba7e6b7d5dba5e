import { foldLine, foldParagraphs, textProblem } from "./clean-text";
import type { Line } from "./lines";
import type { PithPage } from "./pith-page";
import { present } from "./present";
import { ClaimRecord, type Parsed, UnreadableFileError, WorkFields } from "./record";
import { quote, rejection, warning } from "./remark";
import { workKey } from "./work-key";

const SOURCE = "pith";

const at = (line: Line) => `line ${line.number}`;

/**
 * What a Pith hub page says, as records: the hub, its claims, Pith's counts, and for each entry of the explorer a work
 * and a citation. Everything odd is remarked on.
 * @throws UnreadableFileError when the page names no hub or no citing papers.
 */
export function* listPageRecords(page: PithPage): Generator<Parsed> {
  const { title } = page;
  if (!title) throw new UnreadableFileError('The text has no line "hub" with a title after it.');
  const entries = page.entries.filter((entry) => entry.length > 0);
  if (entries.length === 0)
    throw new UnreadableFileError('The text has no papers under the line "citing papers explorer".');
  const work = readWork(title, { abstract: foldParagraphs(page.abstract.join("\n")) });
  if ("refused" in work) throw new UnreadableFileError(`The title of the hub ${work.refused}.`);
  yield* work.parsed;
  yield { kind: "hub", work: work.key };
  yield* listCounts(page, work.key, entries.length);
  yield* listClaims(page, work.key);
  yield* listCiters(entries, work.key);
  yield* listStrays(page, entries);
}

/** A work whose texts are fit to be kept; an unfit title refuses it, any other text is left out with a warning. */
function readWork(
  title: Line,
  texts: Pick<WorkFields, "abstract" | "summary">,
): { key: string; parsed: Parsed[] } | { refused: string } {
  const parsed: Parsed[] = [];
  const fields: WorkFields = { title: foldLine(title.text) };
  const problem = fieldProblem("title", fields.title);
  if (problem) return { refused: problem };
  const key = workKey({ identifiers: [], fields });
  if (key === null) return { refused: "is empty" };
  for (const name of ["abstract", "summary"] as const) {
    const unfit = texts[name] ? fieldProblem(name, texts[name]) : null;
    if (unfit) parsed.push(warning(at(title), `The ${name} ${unfit} and is left out.`));
    else Object.assign(fields, present({ [name]: texts[name] }));
  }
  parsed.push({ kind: "work", key, identifiers: [], fields, source: SOURCE });
  return { key, parsed };
}

function fieldProblem(name: "title" | "abstract" | "summary", text = ""): string | null {
  if (WorkFields.shape[name].safeParse(text).success) return textProblem(text);
  return text === "" ? "is empty" : "is too long";
}

function* listCounts(page: PithPage, hub: string, listed: number): Generator<Parsed> {
  const { citers, roles } = page;
  const count = { kind: "reported_count", hub, source: SOURCE } as const;
  if (citers === null) yield warning("headline", "The page does not say how many papers cite the hub.");
  else yield { ...count, axis: "citers", value: "citing papers", count: citers };
  if (citers !== null && citers !== listed)
    yield warning("headline", `The page counts ${citers} citing papers and lists ${listed}.`);
  for (const role of roles)
    yield { ...count, axis: "role", value: role.role, count: role.count, ...present({ total: citers }) };
}

function* listClaims(page: PithPage, hub: string): Generator<Parsed> {
  const abstract = foldLine(page.abstract.join(" "));
  let number = 0;
  for (const line of page.claims) {
    const text = foldLine(line.text);
    if (text === "") continue;
    const claim = ClaimRecord.safeParse({ kind: "claim", hub, number: number + 1, text });
    const problem = textProblem(text) ?? (claim.success ? null : "is too long");
    if (abstract.startsWith(text.replace(/\s*(?:…|\.{3})$/, "")))
      yield warning(at(line), "The claims ledger only repeats the abstract, which is not taken as a claim.");
    else if (problem || !claim.success) yield rejection(at(line), `The claim ${problem}.`);
    else {
      number += 1;
      yield claim.data;
    }
  }
}

function* listCiters(entries: readonly Line[][], hub: string): Generator<Parsed> {
  const lines = new Map<string, number>();
  for (const [title, summary, ...unread] of entries) {
    if (!title) continue;
    for (const line of unread) yield strayLine(line);
    const work = readWork(title, { summary: summary && foldLine(summary.text) });
    const before = "refused" in work ? undefined : lines.get(work.key);
    if ("refused" in work) yield rejection(at(title), `The title ${work.refused}.`);
    else if (work.key === hub) yield rejection(at(title), "The hub stands among the papers that cite it.");
    else if (before !== undefined)
      yield rejection(at(title), `The title stands in line ${before} too, so the two cannot be told apart.`);
    else {
      lines.set(work.key, title.number);
      yield* work.parsed;
      yield { kind: "citation", hub, citing: work.key, contextGap: "not_supplied" };
    }
  }
}

/** Summaries outside the explorer are those of its entries again; one that is not is remarked on. */
function* listStrays(page: PithPage, entries: readonly Line[][]): Generator<Parsed> {
  const summaries = new Set(entries.map(([, summary]) => summary && foldLine(summary.text)));
  for (const line of [...page.preface, ...page.representative]) {
    if (line.text !== "" && !summaries.has(foldLine(line.text)))
      yield warning(at(line), `${quote(line.text)} belongs to no paper of the explorer and is not read.`);
  }
  for (const line of page.unread) yield strayLine(line);
}

const strayLine = (line: Line) =>
  warning(at(line), `${quote(line.text)} is not read: nothing is expected there.`);
