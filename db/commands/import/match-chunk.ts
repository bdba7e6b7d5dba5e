import type { Candidate } from "@/lib/import/candidate";
import type { Match, WorkIndex } from "@/lib/import/match";
import type { Identifier } from "@/lib/import/record";
import { type ImportReport, note } from "@/lib/import/report";
import type { StoredDecision } from "./decisions";

export interface StagedRow {
  seq: number;
  key: string;
  source: string;
  identifiers: string[];
  digest: string;
  title: string | null;
  titleKey: string | null;
  year: number | null;
  firstAuthorKey: string | null;
  hubKeys: string[];
  isHub: boolean;
  /** The work that an earlier chunk found for another row with this key. */
  keyWorkId: number | null;
}

/** A staged row on its way to a work. A negative `workId` stands for a work that is new in this chunk. */
export interface ResolvedRow {
  seq: number;
  key: string;
  isHub: boolean;
  workId: number;
  /** Identifiers at odds with those of the work. */
  conflicts: Identifier[];
}

/** A row that could mean several works; their numbers may be negative too. */
export interface Question {
  row: StagedRow;
  reason: string;
  candidates: Candidate[];
}

export interface MatchedChunk {
  rows: ResolvedRow[];
  questions: Question[];
  /** The keys that were decided to be new works, and were none yet. */
  newKeys: Set<string>;
}

/** What is known of earlier chunks and from outside the file. */
export interface ChunkContext {
  index: WorkIndex;
  hubWorks: ReadonlyMap<string, number>;
  hubWorkId: number | null;
  decisions: ReadonlyMap<string, StoredDecision>;
  /** The works that earlier chunks found for other keys that decisions name. */
  otherKeys: ReadonlyMap<string, number>;
}

/**
 * What each row of a chunk means, one after the other; apart from them the rows that could mean several works. What an
 * admin decided of a key holds for all its rows, whatever else is known, so that the order of decisions is no matter.
 */
export function matchChunk(
  staged: readonly StagedRow[],
  context: ChunkContext,
  report: ImportReport,
): MatchedChunk {
  const { index, hubWorkId } = context;
  const ofHubs = new Map(context.hubWorks);
  const ofKey = new Map<string, number>();
  const matched: MatchedChunk = { rows: [], questions: [], newKeys: new Set() };
  const leftOut = new Set<string>();
  let nextNew = -1;
  for (const row of staged) {
    const identifiers = row.identifiers.map(splitIdentifier);
    const hubs = new Set(row.hubKeys.flatMap((key) => ofHubs.get(key) ?? []));
    const described = { ...row, identifiers, hubs };
    const title = row.title ?? row.key;
    const settled = (row.isHub ? hubWorkId : null) ?? ofKey.get(row.key) ?? row.keyWorkId;
    const decision = context.decisions.get(row.key);
    if (settled === null && decision?.kind === "leave_out") {
      if (!leftOut.has(row.key))
        note(report, "rejected", { where: title, reason: "left out, as decided here" });
      leftOut.add(row.key);
      continue;
    }
    const decided = settled ?? decidedWork(decision, ofKey, context.otherKeys);
    const isNew = settled === null && decision?.kind === "new" && decided === null;
    const match = meaning(decided ?? (isNew ? nextNew : null));
    if (match.kind === "ambiguous") {
      matched.questions.push({ row, reason: match.reason, candidates: match.candidates });
      continue;
    }
    const workId = match.kind === "known" ? match.workId : nextNew;
    if (workId === nextNew) nextNew -= 1;
    if (isNew) matched.newKeys.add(row.key);
    const conflicts = match.kind === "known" ? match.conflicts : [];
    for (const { scheme, value } of conflicts)
      note(report, "warnings", {
        where: title,
        message: `${row.source} gives ${scheme}:${value}, but another one is known; kept with the record only.`,
      });
    index.add(workId, { ...described, identifiers: identifiers.filter((one) => !conflicts.includes(one)) });
    ofKey.set(row.key, workId);
    if (row.isHub) ofHubs.set(row.key, workId);
    matched.rows.push({ seq: row.seq, key: row.key, isHub: row.isHub, workId, conflicts });

    function meaning(work: number | null): Match {
      if (work !== null) return index.knownAs(work, described);
      if (decision?.kind === "key")
        return index.ambiguous(
          described,
          [],
          "the other work of this file that it was decided to be is not there",
        );
      return index.match(described);
    }
  }
  return matched;
}

/** The work that was decided on; null where nothing was, or it is new, or not there. */
function decidedWork(
  decision: StoredDecision | undefined,
  ofKey: ReadonlyMap<string, number>,
  otherKeys: ReadonlyMap<string, number>,
): number | null {
  if (decision?.kind === "work") return decision.workId;
  if (decision?.kind === "new") return decision.madeWorkId;
  if (decision?.kind !== "key") return null;
  return ofKey.get(decision.otherKey) ?? otherKeys.get(decision.otherKey) ?? null;
}

function splitIdentifier(name: string): Identifier {
  const colon = name.indexOf(":");
  return { scheme: name.slice(0, colon) as Identifier["scheme"], value: name.slice(colon + 1) };
}
