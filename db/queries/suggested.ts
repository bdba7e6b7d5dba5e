import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { suggestedSummary } from "@/db/schema/hub";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import type { CountedUnit, EvidenceReading } from "@/lib/citation/reading";
import { ROLES, type Role } from "@/lib/citation/role";

/** How many have each polarity; "none": no polarity is suggested for them. */
export type PolarityCounts = Readonly<Record<Polarity | "none", number>>;

/** What imports and models suggest of a hub; a suggestion stays one where people have labelled the same. */
export interface SuggestedFigures {
  /** By what is counted, and by whether judgements without own evidence count as neutral. */
  polarity: Readonly<Record<CountedUnit, Readonly<Record<EvidenceReading, PolarityCounts>>>>;
  /** The same of those alone that nobody has labelled. */
  unlabelled: Readonly<Record<CountedUnit, Readonly<Record<EvidenceReading, PolarityCounts>>>>;
  /** A citer (or sentence) may have several roles. In the order of `ROLES`. */
  roles: Readonly<Record<CountedUnit, readonly { role: Role; count: number }[]>>;
  /** Citers by year and polarity, all evidence; year null: not known, and last. */
  years: readonly { year: number | null; polarities: PolarityCounts }[];
  /** The first year in which a citer is taken to disagree, and to replicate; null: none, or the year is not known. */
  firstContrasting: number | null;
  firstReplication: number | null;
}

/** Told apart only where years are shown, so that a hub of many years is read in few rows; else 0. */
const year = sql<number>`case when ${suggestedSummary.unit} = 'citers' and ${suggestedSummary.evidence} = 'all'
  then ${suggestedSummary.year} else 0 end`;

/** The suggestions of a hub, counted. */
export async function getSuggestedFigures(db: Db, hubId: number): Promise<SuggestedFigures> {
  const rows: readonly Row[] = await db
    .select({
      axis: suggestedSummary.axis,
      unit: suggestedSummary.unit,
      evidence: suggestedSummary.evidence,
      year,
      value: suggestedSummary.value,
      count: sql<number>`sum(${suggestedSummary.count})::int`,
      // A sentence that was added since the last import has a label before it has a count.
      left: sql<number>`sum(greatest(0, ${suggestedSummary.count} - ${suggestedSummary.labelled}))::int`,
    })
    .from(suggestedSummary)
    .where(eq(suggestedSummary.hubId, hubId))
    .groupBy(
      suggestedSummary.axis,
      suggestedSummary.unit,
      suggestedSummary.evidence,
      year,
      suggestedSummary.value,
    );
  const polarity = rows.filter((row) => row.axis === "polarity");
  const roles = rows.filter((row) => row.axis === "role");
  const left = polarity.map((row) => ({ ...row, count: row.left }));
  const byReading = (of: readonly Row[], unit: CountedUnit) => {
    const counted = of.filter((row) => row.unit === unit);
    return {
      all: suggestedPolarityOf(counted.filter((row) => row.evidence === "all")),
      own: suggestedPolarityOf(counted.filter((row) => row.evidence === "own")),
    };
  };
  const citersByYear = polarity.filter((row) => row.unit === "citers" && row.evidence === "all");
  const years = [...new Set(citersByYear.map((row) => row.year))].sort(
    (a, b) => (a || Infinity) - (b || Infinity),
  );
  return {
    polarity: { citers: byReading(polarity, "citers"), sentences: byReading(polarity, "sentences") },
    unlabelled: { citers: byReading(left, "citers"), sentences: byReading(left, "sentences") },
    roles: { citers: byRole(roles, "citers"), sentences: byRole(roles, "sentences") },
    years: years.map((year) => ({
      year: year || null,
      polarities: suggestedPolarityOf(citersByYear.filter((row) => row.year === year)),
    })),
    firstContrasting: firstYear(citersByYear, "contrasting"),
    firstReplication: firstYear(
      roles.filter((row) => row.unit === "citers"),
      "replication",
    ),
  };
}

/** What a count is of. */
interface SuggestedRow {
  value: string;
  count: number;
}

interface Row extends SuggestedRow {
  axis: string;
  unit: CountedUnit;
  evidence: EvidenceReading;
  year: number;
  left: number;
}

const sum = (rows: readonly SuggestedRow[]) => rows.reduce((total, row) => total + row.count, 0);

/** Rows of the polarity axis as one count. */
export function suggestedPolarityOf(rows: readonly SuggestedRow[]): PolarityCounts {
  const counts = POLARITIES.map((value) => [value, sum(rows.filter((row) => row.value === value))] as const);
  const none = sum(rows.filter((row) => row.value === ""));
  return { ...(Object.fromEntries(counts) as Record<Polarity, number>), none };
}

function byRole(rows: readonly Row[], unit: CountedUnit) {
  return ROLES.map((role) => ({
    role,
    count: sum(rows.filter((row) => row.unit === unit && row.value === role)),
  }));
}

function firstYear(rows: readonly Row[], value: string): number | null {
  const years = rows
    .filter((row) => row.value === value && row.year > 0 && row.count > 0)
    .map((row) => row.year);
  return years.length === 0 ? null : Math.min(...years);
}
