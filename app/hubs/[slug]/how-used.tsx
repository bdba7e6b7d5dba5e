import { Bar } from "@/app/_ui/bar";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { SuggestedCiters } from "@/db/queries/suggested-citers";
import { count, share } from "@/lib/citation/count";
import { ROLE_LABELS, ROLES } from "@/lib/citation/role";
import { FEWEST_FOR_SHARE, formatInterval, wilsonInterval } from "@/lib/citation/wilson";

/** What the citers use the hub for. A citer can have several roles, so the shares may add up to more than all. */
export function HowUsed({ suggested: { known, withRole, roles } }: { suggested: SuggestedCiters }) {
  const shown = ROLES.map((role) => ({ role, count: roles[role] }))
    .filter((row) => row.count > 0)
    .sort((a, b) => b.count - a.count);
  const isFew = withRole < FEWEST_FOR_SHARE;
  const note = shown.length === 0 ? undefined : `${share(withRole, known)} citers have a suggested role`;
  return (
    <Section id="used" title="How it is used" note={note}>
      {shown.length === 0 ? (
        <Empty>
          Nobody has voted on a role yet, and none is suggested. An import that carries roles adds them as
          suggestions.
        </Empty>
      ) : (
        <>
          <ul className="text-ui">
            {shown.map(({ role, count: n }) => (
              <li
                key={role}
                className="grid grid-cols-[5.75rem_1fr_auto_4.75rem] items-center gap-2.5 py-0.5"
              >
                <span>{ROLE_LABELS[role]}</span>
                <Bar part={n} whole={withRole} className={isFew ? "bg-neutral" : "bg-accent"} size="h-3" />
                <span className="min-w-6 text-end font-semibold tabular-nums">{n.toLocaleString("en")}</span>
                <span className="text-end text-tiny text-soft tabular-nums">
                  {formatInterval(wilsonInterval(n, withRole))}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-2.5 text-small text-soft">
            Share of the {count(withRole, "citer")} with a suggested role, Wilson 95&nbsp;% interval. A citer
            may use it in several ways.{isFew ? " So few citers make for shares that say little." : ""}
          </p>
        </>
      )}
    </Section>
  );
}
