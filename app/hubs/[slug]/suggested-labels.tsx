import type { ReactNode } from "react";
import { POLARITY_INKS } from "@/app/_citation/label-chips";
import { Bar } from "@/app/_ui/bar";
import { Section } from "@/app/_ui/section";
import type { HubFigures } from "@/db/queries/hub";
import { share } from "@/lib/citation/count";
import { POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";

const POLARITY_FILLS: Readonly<Record<Polarity, string>> = {
  supporting: "bg-supporting",
  mixed: "bg-mixed",
  neutral: "bg-neutral",
  contrasting: "bg-contrasting",
  unclear: "bg-hatched",
};

/** What imports and models propose, apart from votes; absent when they propose nothing. */
export function SuggestedLabels({ figures }: { figures: HubFigures }) {
  const { citers } = figures;
  const polarities = figures.suggestedPolarities.filter((row) => row.citers > 0);
  const roles = figures.suggestedRoles.filter((row) => row.citers > 0);
  if (polarities.length === 0 && roles.length === 0) return null;
  // A citer has at most one suggested polarity, so these add up.
  const without = citers - polarities.reduce((sum, row) => sum + row.citers, 0);
  return (
    <Section id="suggested" title="Suggested labels" note="suggestions, not votes">
      <p className="mb-5 max-w-[66ch] text-ui text-soft">
        Imports and models propose these; nobody has voted on them, and a suggestion never counts as a vote.
        Every figure counts citers.
      </p>
      <div className="grid gap-x-11 gap-y-6 sm:grid-cols-2">
        {polarities.length === 0 ? null : (
          <Group id="suggested-polarity" title="How it is judged">
            {polarities.map(({ polarity, citers: n }) => (
              <PolarityRow key={polarity} polarity={polarity} part={n} whole={citers} />
            ))}
            <Row part={without} whole={citers} fill="border border-dashed border-edge">
              <span className="ps-4 text-soft">none</span>
            </Row>
          </Group>
        )}
        {roles.length === 0 ? null : (
          <Group id="suggested-role" title="How it is used" note="a citer may use it in several ways">
            {roles.map(({ role, citers: n }) => (
              <Row key={role} part={n} whole={citers} fill="bg-accent">
                {ROLE_LABELS[role]}
              </Row>
            ))}
          </Group>
        )}
      </div>
    </Section>
  );
}

function Group({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <div>
      <h3 id={id} className="mb-1.5 font-serif text-list font-semibold">
        {title}
      </h3>
      <ul aria-labelledby={id} className="text-ui">
        {children}
      </ul>
      {note === undefined ? null : <p className="mt-1.5 text-tiny text-soft">{note}</p>}
    </div>
  );
}

function PolarityRow({ polarity, part, whole }: { polarity: Polarity; part: number; whole: number }) {
  return (
    <Row part={part} whole={whole} fill={POLARITY_FILLS[polarity]}>
      <span className={POLARITY_INKS[polarity]}>
        <span aria-hidden="true" className="inline-block w-4 font-semibold">
          {POLARITY_SIGNS[polarity]}
        </span>
        {polarity}
      </span>
    </Row>
  );
}

function Row({
  part,
  whole,
  fill,
  children,
}: {
  part: number;
  whole: number;
  fill: string;
  children: ReactNode;
}) {
  return (
    <li className="grid grid-cols-[6.75rem_1fr_auto] items-center gap-2.5 py-0.5">
      <span>{children}</span>
      <Bar part={part} whole={whole} className={fill} size="h-3" />
      <span className="min-w-[4rem] text-end text-small tabular-nums">{share(part, whole)}</span>
    </li>
  );
}
