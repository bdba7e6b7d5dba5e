import { isTellingTitle, titleWords } from "@/lib/citation/title";
import { type Candidate, weighCandidates } from "./candidate";
import type { Identifier } from "./record";

/** What one row of a file, or one source record, lets us recognise a work by. */
export interface Description {
  source: string;
  /** Tells "said again" from "said differently". */
  digest: string;
  identifiers: readonly Identifier[];
  /** The normalised title. */
  titleKey: string | null;
  year: number | null;
  firstAuthorKey: string | null;
  /** Work ids of the hubs that it cites. */
  hubs: ReadonlySet<number>;
  isHub: boolean;
}

export type Match =
  | { kind: "known"; workId: number; conflicts: Identifier[] }
  | { kind: "new" }
  | { kind: "ambiguous"; reason: string; candidates: Candidate[] };

export interface KnownWork {
  id: number;
  identifiers: Map<string, Set<string>>;
  titles: Pick<Description, "source" | "digest" | "titleKey" | "year" | "firstAuthorKey">[];
  hubs: Set<number>;
  isHub: boolean;
}

/** A title of one word ("Introduction") never matches by title at all. */
const NAMING_WORDS = 2;

/**
 * What stands for the title of a work of which a file gives neither title nor identifier: one word that no title can
 * be, the same whenever the file comes again.
 */
export const localName = (digest: string) => `untitled:${digest}`;

/** What an export calls such a work, so that it is the same wherever it comes again; and back from a key of a file. */
export const exportedName = (titleKey: string) => titleKey.replace(":", "/");
export const exportedLocalName = (key: string) => /^id:untitled\/([0-9a-f]{32})$/.exec(key)?.[1] ?? null;

export const isLocalName = (titleKey: string) => titleKey.startsWith("untitled:");

/**
 * The works that the rows of a file may mean, and the rule by which one is chosen: by identifier; else the very
 * same statement made again; else by title with year and first author; else, among the citers of one hub (or among
 * hubs), by title where a missing year or author agrees with any; else the very same statement of a work that cites no
 * hub, which an import left that was cut off. Rows are matched one after the other, each against
 * all works known so far, so that the size of a chunk makes no difference.
 */
export class WorkIndex {
  private readonly works = new Map<number, KnownWork>();
  private readonly byIdentifier = new Map<string, number>();
  private readonly byTitle = new Map<string, Set<number>>();

  /** Makes a work known, or adds to what is known of it. An identifier already taken stays where it is. */
  add(workId: number, description: Partial<Description>): void {
    const known = this.works.get(workId) ?? {
      id: workId,
      identifiers: new Map<string, Set<string>>(),
      titles: [],
      hubs: new Set<number>(),
      isHub: false,
    };
    this.works.set(workId, known);
    for (const { scheme, value } of description.identifiers ?? []) {
      const name = `${scheme}:${value}`;
      if (!this.byIdentifier.has(name)) this.byIdentifier.set(name, workId);
      known.identifiers.set(scheme, (known.identifiers.get(scheme) ?? new Set()).add(value));
    }
    if (description.titleKey) {
      const { source = "", digest = "", titleKey, year = null, firstAuthorKey = null } = description;
      known.titles.push({ source, digest, titleKey, year, firstAuthorKey });
      this.byTitle.set(titleKey, (this.byTitle.get(titleKey) ?? new Set()).add(workId));
    }
    for (const hub of description.hubs ?? []) known.hubs.add(hub);
    known.isHub ||= description.isHub ?? false;
  }

  /** Whether a source ever gave this work this title; true while no title is known. */
  hasTitle(workId: number, titleKey: string): boolean {
    const titles = this.works.get(workId)?.titles ?? [];
    return titles.length === 0 || titles.some((said) => said.titleKey === titleKey);
  }

  /** Which known work a row means. */
  match(row: Description): Match {
    const named = new Set(
      row.identifiers.flatMap(({ scheme, value }) => this.byIdentifier.get(`${scheme}:${value}`) ?? []),
    );
    if (named.size > 1)
      return this.ambiguous(row, [...named], `its identifiers belong to ${named.size} different works`);
    for (const workId of named) return this.knownAs(workId, row);
    if (row.titleKey === null) return { kind: "new" };
    if (isUntellable(row, row.titleKey))
      return this.ambiguous(
        row,
        [...(this.byTitle.get(row.titleKey) ?? [])],
        "nothing but a short title is known of it",
      );
    return this.matchByTitle(row, row.titleKey);
  }

  private matchByTitle(row: Description, titleKey: string): Match {
    const candidates = [...(this.byTitle.get(titleKey) ?? [])].flatMap((id) => this.works.get(id) ?? []);
    const compatible = candidates.filter((work) => !hasConflict(work, row.identifiers));
    const rules = [
      compatible.filter((work) => saidBefore(work, row) && (standsAlone(row) || neighbours(work, row))),
      compatible.filter((work) => sameTitleYearAuthor(work, row, titleKey)),
      compatible.filter((work) => neighbours(work, row) && sameTitleAmongNeighbours(work, row, titleKey)),
    ];
    for (const matches of rules) {
      const [only, another] = matches;
      if (another)
        return this.ambiguous(
          row,
          matches.map(({ id }) => id),
          `its title fits ${matches.length} known works`,
        );
      if (only) return this.knownAs(only.id, row);
    }
    // Of several it is no matter which: they are the same words of the same source, and nothing else.
    const [left] = compatible.filter((work) => saidBefore(work, row) && isAdrift(work));
    return left ? this.knownAs(left.id, row) : { kind: "new" };
  }

  /** The answer where nobody can tell, with the works that an admin may choose from. */
  ambiguous(row: Description, workIds: readonly number[], reason: string): Match {
    const works = workIds.flatMap((id) => this.works.get(id) ?? []);
    return { kind: "ambiguous", reason, candidates: weighCandidates(row, works) };
  }

  /** The match of a row that is known to mean this work; identifiers at odds with the work's own are conflicts. */
  knownAs(workId: number, row: Description): Match {
    const work = this.works.get(workId);
    const conflicts = row.identifiers.filter(({ scheme, value }) => {
      const owner = this.byIdentifier.get(`${scheme}:${value}`);
      const values = work?.identifiers.get(scheme);
      const isSecond = scheme !== "doi" && values !== undefined && !values.has(value);
      return isSecond || (owner !== undefined && owner !== workId);
    });
    return { kind: "known", workId, conflicts };
  }
}

function hasConflict(work: KnownWork, identifiers: readonly Identifier[]): boolean {
  return identifiers.some(({ scheme, value }) => {
    const values = work.identifiers.get(scheme);
    return values !== undefined && !values.has(value);
  });
}

/** Neither hub nor citer: known from a reference list only. */
const standsAlone = (row: Description) => !row.isHub && row.hubs.size === 0;

/** Both are hubs, or both cite one hub. */
function neighbours(work: KnownWork, row: Description): boolean {
  if (row.isHub) return work.isHub;
  return [...row.hubs].some((hub) => work.hubs.has(hub));
}

/** Neither hub nor citer: what an import left that was cut off between its works and its citations. */
const isAdrift = (work: KnownWork) => !work.isHub && work.hubs.size === 0;

function saidBefore(work: KnownWork, row: Description): boolean {
  if (row.identifiers.length > 0) return false;
  return work.titles.some((said) => said.source === row.source && said.digest === row.digest);
}

function sameTitleYearAuthor(work: KnownWork, row: Description, titleKey: string): boolean {
  if (!isTellingTitle(titleKey) || row.year === null || row.firstAuthorKey === null) return false;
  return work.titles.some(
    (said) =>
      said.titleKey === titleKey && said.year === row.year && said.firstAuthorKey === row.firstAuthorKey,
  );
}

function sameTitleAmongNeighbours(work: KnownWork, row: Description, titleKey: string): boolean {
  if (!isTellingTitle(titleKey)) {
    if (row.isHub || titleWords(titleKey) < NAMING_WORDS) return false;
    if (!isBareRow(row) && !isBareWork(work)) return false;
  }
  const agree = <Value>(a: Value | null, b: Value | null) => a === null || b === null || a === b;
  return work.titles.some(
    (said) =>
      said.titleKey === titleKey &&
      agree(said.year, row.year) &&
      agree(said.firstAuthorKey, row.firstAuthorKey),
  );
}

/** A work in a reference list that could be any of many: "Preface", "Deep learning". */
const isUntellable = (row: Description, titleKey: string) =>
  standsAlone(row) &&
  row.identifiers.length === 0 &&
  !isTellingTitle(titleKey) &&
  !isLocalName(titleKey) &&
  (row.year === null || row.firstAuthorKey === null);

/** Nothing is known of it but a title. */
const isBareRow = (row: Description) =>
  row.identifiers.length === 0 && row.year === null && row.firstAuthorKey === null;

const isBareWork = (work: KnownWork) =>
  work.identifiers.size === 0 &&
  work.titles.every((said) => said.year === null && said.firstAuthorKey === null);
