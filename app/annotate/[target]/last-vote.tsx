import { VoteList } from "@/app/_citation/vote-list";
import { PageLink } from "@/app/_ui/page-link";
import { ConsensusLine } from "../_label/distribution";
import { labelPath } from "../search-params";
import type { LastLabelled } from "./load-label-page";

/** What others made of the target that was labelled just before. */
export function LastVote({ of: { key, distribution } }: { of: LastLabelled }) {
  const { votes } = distribution;
  return (
    <section
      aria-label="The last one"
      className="mb-4 space-y-1 border-s-[3px] border-supporting ps-3 text-small text-soft"
    >
      <p>
        <b className="font-semibold text-ink">Saved.</b>{" "}
        {votes.length === 1 ? "You are the first to vote on it. " : ""}
        <PageLink href={labelPath(key)}>Look at it again</PageLink>
      </p>
      {votes.length === 1 ? null : (
        <>
          <ConsensusLine of={distribution} />
          <VoteList votes={votes} />
        </>
      )}
    </section>
  );
}
