import { labelHref } from "@/app/_citation/label-links";
import { MarkedQuote } from "@/app/_citation/marked-quote";
import { TitleText } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { NeedingVote } from "@/db/queries/needing-vote";
import { count } from "@/lib/citation/count";

/** A few sentences on which a vote would tell most, with the way to vote on them. */
export function NeedingVotes({ targets }: { targets: readonly NeedingVote[] }) {
  return (
    <Section id="needing" title="Citations that need a vote" note="one of each hub">
      <ul className="grid gap-x-14 md:grid-cols-2">
        {targets.map((target) => (
          <li key={target.hubId} className="flex flex-col border-t border-line py-4">
            <p className="text-small font-medium text-mixed-ink">{needOf(target)}</p>
            {target.text === null ? (
              <p className="mt-1.5 text-ui text-soft">The citation as a whole; no sentence of it is held.</p>
            ) : (
              <div className="mt-1.5 border-s-2 border-line ps-4">
                <MarkedQuote text={target.text} markers={target.markers ?? []} />
              </div>
            )}
            <p className="mt-1.5 text-small text-soft [overflow-wrap:anywhere]">
              <span className="text-ink">
                <TitleText title={target.citerTitle} />
              </span>
              , on <TitleText title={target.hubTitle} />
            </p>
            <p className="mt-1.5 text-ui font-medium">
              <PageLink href={labelHref(target, { andBack: false })}>Label this</PageLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function needOf({ contested, votes }: NeedingVote): string {
  if (contested) return `contested after ${count(votes, "vote")}`;
  return votes === 0 ? "no vote yet" : `${count(votes, "vote")} so far`;
}
