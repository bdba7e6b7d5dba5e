import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { AgreementRow } from "@/db/queries/agreement";
import { count, share } from "@/lib/citation/count";
import { FEWEST_FOR_SHARE } from "@/lib/citation/wilson";

const AXIS_LABELS: Readonly<Record<AgreementRow["axis"], string>> = {
  polarity: "polarity",
  role: "role",
  role_set: "all roles",
};

/** How well people agree on the hub, by axis; with what it rests on, however little that is. */
export function Agreement({
  agreement,
  people,
  contested,
}: {
  agreement: readonly AgreementRow[];
  people: number;
  contested: number;
}) {
  const [first] = agreement;
  return (
    <Section id="agreement" title="Agreement" aside>
      {first === undefined ? (
        <Empty>
          {people === 0
            ? "Nobody has voted yet. Agreement is told once several people have labelled the same."
            : "Not computed yet. It comes some seconds after the votes."}
        </Empty>
      ) : (
        <>
          <dl className="space-y-1.5">
            {agreement.map((row) => (
              <AxisAgreement key={row.axis} row={row} />
            ))}
          </dl>
          <p className="mt-3 text-small text-soft">
            Krippendorff’s alpha with its 95&nbsp;% interval: 1 is perfect agreement, 0 what chance would
            give. A target is a sentence, or a paper as a whole.
          </p>
          <p className="mt-1.5 text-small text-soft">
            {count(first.people, "person has", "people have")} voted; {share(first.unclear, first.votes)}{" "}
            votes say unclear, which is missing data here. As of {asOf(first.computedAt)}.
          </p>
        </>
      )}
      {contested === 0 ? null : (
        <p className="mt-1.5 text-small">
          <a href="#contested">{count(contested, "citer has", "citers have")} contested votes</a>
        </p>
      )}
    </Section>
  );
}

function AxisAgreement({ row: { axis, alpha, low, high, raw, targets, ratings } }: { row: AgreementRow }) {
  const isFew = targets < FEWEST_FOR_SHARE;
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
      <dt className="text-small text-soft">{AXIS_LABELS[axis]}, α</dt>
      <dd className="contents">
        <span className={`text-ui tabular-nums ${isFew ? "text-soft" : "font-semibold"}`}>
          {alpha === null ? "–" : signed(alpha)}
          {low === null || high === null ? null : (
            <span className="ms-2 text-small font-normal text-soft">
              {signed(low)} to {signed(high)}
            </span>
          )}
        </span>
        <span className="col-span-2 text-small text-soft">{basisOf({ alpha, raw, targets, ratings })}</span>
      </dd>
    </div>
  );
}

/** What the figure rests on, and whether that is enough. */
function basisOf({
  alpha,
  raw,
  targets,
  ratings,
}: Pick<AgreementRow, "alpha" | "raw" | "targets" | "ratings">) {
  if (targets === 0) return "Nothing has two votes or more yet.";
  const on = `${count(ratings, "vote")} on ${count(targets, "target")} with two or more`;
  const pairs = raw === null ? "" : `; ${Math.round(raw * 100)}\u00a0% of their pairs agree`;
  const few = targets < FEWEST_FOR_SHARE ? ": too few to tell" : "";
  const same = alpha === null ? "; all say the same, so chance cannot be told from agreement" : "";
  return `${on}${pairs}${same}${few}.`;
}

/** Two decimals, with a minus that is no hyphen. */
const signed = (n: number) => n.toFixed(2).replace("-", "−");

const asOf = (date: Date) => `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
