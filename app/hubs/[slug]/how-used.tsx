import { Bar } from "@/app/_ui/bar";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { HubFigures } from "@/db/queries/hub-figures";
import type { VotedFigures } from "@/db/queries/voted";
import { count, share, withThousands } from "@/lib/citation/count";
import { ROLE_LABELS } from "@/lib/citation/role";
import { FEWEST_FOR_SHARE, formatInterval, wilsonInterval } from "@/lib/citation/wilson";
import { termsOfRole } from "./figure-terms";
import { FilterLink } from "./filter-link";
import { type RoleRow, roleFigures } from "./role-figures";

/** What the citers use the hub for. A citer can have several roles, so the shares may add up to more than all. */
export function HowUsed({
  slug,
  figures,
  voted,
}: {
  slug: string;
  figures: HubFigures;
  voted: VotedFigures;
}) {
  const { citers } = figures;
  const { isVoted, withRole, rows } = roleFigures(figures, voted);
  const shown = rows
    .filter((row) => row.agreed + row.others > 0)
    .sort((a, b) => b.agreed + b.others - a.agreed - a.others);
  const kind = isVoted ? "voted" : "suggested";
  const have = citers === 1 ? "citer has" : "citers have";
  return (
    <Section
      id="used"
      title="How it is used"
      note={shown.length === 0 ? undefined : `${share(withRole, citers)} ${have} a ${kind} role`}
    >
      {shown.length === 0 ? (
        <Empty>
          Nobody has voted on a role yet, and none is suggested. An import that carries roles adds them as
          suggestions.
        </Empty>
      ) : (
        <>
          <ul className="text-ui">
            {shown.map((row) => (
              <RoleItem key={row.role} slug={slug} row={row} withRole={withRole} isVoted={isVoted} />
            ))}
          </ul>
          <p className="mt-2.5 text-small text-soft">
            Share of the {count(withRole, "citer")} with a {kind} role, Wilson 95&nbsp;% interval. A citer may
            use it in several ways.
            {isVoted && voted.roles.citers.values.some(({ single }) => single > 0)
              ? " Lighter: no second vote has confirmed it yet."
              : ""}
            {withRole < FEWEST_FOR_SHARE ? " So few citers make for shares that say little." : ""}
          </p>
        </>
      )}
    </Section>
  );
}

function RoleItem({
  slug,
  row: { role, agreed, others },
  withRole,
  isVoted,
}: {
  slug: string;
  row: RoleRow;
  withRole: number;
  isVoted: boolean;
}) {
  const n = agreed + others;
  const isFew = withRole < FEWEST_FOR_SHARE;
  const fill = isFew ? "bg-neutral" : "bg-accent";
  const lighter = isFew ? "bg-neutral/50" : "bg-accent/45";
  return (
    <li className="grid grid-cols-[5.75rem_1fr_auto_4.75rem] items-center gap-2.5 py-0.5">
      <FilterLink slug={slug} terms={termsOfRole(role, isVoted)}>
        {ROLE_LABELS[role]}
      </FilterLink>
      {isVoted ? (
        <Bar
          part={agreed}
          whole={withRole}
          className={fill}
          more={others}
          moreClassName={lighter}
          size="h-3"
        />
      ) : (
        <Bar part={others} whole={withRole} className="bg-suggested text-accent" size="h-3" />
      )}
      <span className="min-w-6 text-end font-semibold tabular-nums">{withThousands(n)}</span>
      <span className="text-end text-tiny text-soft tabular-nums">
        {formatInterval(wilsonInterval(n, withRole))}
      </span>
    </li>
  );
}
