import { shownPolarities, toldOf } from "@/app/_citation/polarity-tally";
import { votedOf, votedToldOf, withValue } from "@/app/_citation/voted-tally";
import { Table } from "@/app/_ui/table";
import type { PolarityCounts } from "@/db/queries/suggested";
import type { VotedCounts } from "@/db/queries/voted";
import { count, share, withThousands } from "@/lib/citation/count";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";
import { POLARITIES } from "@/lib/citation/polarity";
import type { CountedUnit } from "@/lib/citation/reading";
import { FEWEST_FOR_SHARE, formatInterval, wilsonInterval } from "@/lib/citation/wilson";
import type { PolarityReading } from "./polarity-readings";

/** The same as the bar in figures, with the share of each polarity and how sure it is. */
export function PolarityTable({ reading }: { reading: PolarityReading }) {
  const { voted, suggested, unit } = reading;
  if (suggested === null) return <VotedTable voted={voted} unit={unit} />;
  return votedOf(voted) > 0 ? (
    <BothTable voted={voted} suggested={suggested} unit={unit} />
  ) : (
    <SuggestedTable suggested={suggested} unit={unit} />
  );
}

const nounOf = (unit: CountedUnit) => (unit === "citers" ? "citer" : "sentence");

/** The share of `k` in those whose polarity is told, and its interval; grey where they are few. */
function shareCells(k: number, told: number) {
  if (told === 0) return ["–", "–"];
  return [
    share(k, told),
    <span key="interval" className={told < FEWEST_FOR_SHARE ? "text-soft" : ""}>
      {formatInterval(wilsonInterval(k, told))}
    </span>,
  ];
}

function VotedTable({ voted, unit }: { voted: VotedCounts; unit: CountedUnit }) {
  const told = votedToldOf(voted);
  const rows = [
    ...CLEAR_POLARITIES.map((value) => ({
      head: value,
      cells: [
        withThousands(withValue(voted.values[value])),
        withThousands(voted.values[value].single),
        ...shareCells(withValue(voted.values[value]), told),
      ],
    })),
    ...(["contested", "unclear"] as const)
      .filter((value) => voted[value] > 0)
      .map((value) => ({ head: value, cells: [withThousands(voted[value]), "–", "–", "–"] })),
  ];
  return (
    <Details summary="as a table, with shares">
      <Table
        columns={[
          { name: "Polarity" },
          { name: unit },
          { name: "lighter" },
          { name: "share" },
          { name: "95\u00a0% interval" },
        ]}
        rows={rows}
      />
      <p className="mt-2">
        Shares are of the {count(told, nounOf(unit))} with a voted polarity other than unclear; Wilson
        intervals.
      </p>
    </Details>
  );
}

/** Of votes and suggestions together no share is told: the two are not of one kind. */
function BothTable({
  voted,
  suggested,
  unit,
}: {
  voted: VotedCounts;
  suggested: PolarityCounts;
  unit: CountedUnit;
}) {
  const rows = POLARITIES.map((value) => ({
    head: value,
    cells: [
      withThousands(value === "unclear" ? voted.unclear : withValue(voted.values[value])),
      withThousands(suggested[value]),
    ],
  }));
  const contested = { head: "contested", cells: [withThousands(voted.contested), "–"] };
  return (
    <Details summary="as a table">
      <Table
        columns={[{ name: "Polarity" }, { name: "by votes" }, { name: "by suggestion" }]}
        rows={[...rows, contested]}
      />
      <p className="mt-2">Counts of {unit}. Shares are told of votes alone: choose “people only”.</p>
    </Details>
  );
}

function SuggestedTable({ suggested, unit }: { suggested: PolarityCounts; unit: CountedUnit }) {
  const told = toldOf(suggested);
  return (
    <Details summary="as a table, with shares">
      <Table
        columns={[{ name: "Polarity" }, { name: unit }, { name: "share" }, { name: "95\u00a0% interval" }]}
        rows={shownPolarities(suggested).map((value) => ({
          head: value,
          cells: [
            withThousands(suggested[value]),
            ...shareCells(suggested[value], value === "unclear" ? 0 : told),
          ],
        }))}
      />
      <p className="mt-2">
        Shares are of the {count(told, nounOf(unit))} with a suggested polarity other than unclear; Wilson
        intervals.
      </p>
    </Details>
  );
}

function Details({ summary, children }: { summary: string; children: React.ReactNode }) {
  return (
    <details className="mt-3 text-small text-soft">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
