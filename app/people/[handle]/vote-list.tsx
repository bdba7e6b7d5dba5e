import { TitleText } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import type { PersonVote } from "@/db/queries/person-votes";
import { VoteItem } from "./vote-item";
import { voteRuns } from "./vote-runs";

/** Votes in their order, those on one hub under its title. */
export function VoteList({ votes }: { votes: readonly PersonVote[] }) {
  return voteRuns(votes).map(({ slug, hubTitle, votes: run }, i) => (
    <section key={`${slug}-${run[0]?.id}`} className={i === 0 ? "" : "mt-7"}>
      <h3 className="mb-2.5 text-small text-soft [overflow-wrap:anywhere]">
        on{" "}
        <PageLink href={`/hubs/${slug}`}>
          <TitleText title={hubTitle} />
        </PageLink>
      </h3>
      <ol>
        {run.map((vote) => (
          <VoteItem key={vote.id} vote={vote} />
        ))}
      </ol>
    </section>
  ));
}
