import { POLARITY_INKS } from "@/app/_citation/polarity-look";
import { TitleText } from "@/app/_citation/title-text";
import { Chip } from "@/app/_ui/chip";
import { Day } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import type { PersonVote } from "@/db/queries/person-votes";
import { POLARITY_SIGNS } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";

/** One vote of a person: on which paper, and what it says. */
export function VoteItem({ vote }: { vote: PersonVote }) {
  const { citerId, citerTitle, contextId, role, furtherRoles, polarity, changedAt } = vote;
  return (
    <li className="border-t border-line py-3.5">
      <h4 className="font-serif text-list leading-snug font-semibold [overflow-wrap:anywhere]">
        <PageLink
          href={`/citers/${citerId}${contextId === null ? "" : `#c-${contextId}`}`}
          className="text-ink no-underline hover:underline"
        >
          <TitleText title={citerTitle} />
        </PageLink>
      </h4>
      <p className="mt-2 flex flex-wrap items-center gap-1.5 text-small text-soft">
        {[role, ...furtherRoles].map((each) => (
          <Chip key={each} className="text-accent">
            {ROLE_LABELS[each]}
          </Chip>
        ))}
        <Chip className={POLARITY_INKS[polarity]}>
          <span aria-hidden="true">{POLARITY_SIGNS[polarity]} </span>
          {polarity}
        </Chip>
        <span>
          {contextId === null ? "the paper as a whole" : "a sentence"} · <Day at={changedAt} />
        </span>
      </p>
    </li>
  );
}
