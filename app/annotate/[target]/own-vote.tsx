import { VoteList } from "@/app/_citation/vote-list";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import { BallotLine } from "@/app/annotate/_label/ballot-line";
import { ConsensusLine } from "@/app/annotate/_label/distribution";
import type { Distribution } from "@/db/queries/distribution";
import type { OwnRevision } from "@/db/queries/own-votes";
import { count } from "@/lib/citation/count";
import type { VoteAct } from "@/lib/citation/vote-act";
import { withdraw } from "./actions";

/** The votes on a target that one has voted on oneself, and the way to take one's own back. */
export function AllVotes({
  of,
  target,
  revision,
  submission,
  from,
}: {
  of: Distribution;
  target: string;
  revision: number;
  submission: string;
  from: string | undefined;
}) {
  return (
    <Section id="votes" title="The votes on it" note={count(of.votes.length, "current vote")}>
      <div className="space-y-2 text-small text-soft">
        <ConsensusLine of={of} />
        <VoteList votes={of.votes} open />
      </div>
      <ActionForm action={withdraw} className="mt-5">
        <input type="hidden" name="target" value={target} />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="submission" value={submission} />
        {from === undefined ? null : <input type="hidden" name="from" value={from} />}
        <SubmitButton quiet>Withdraw your vote</SubmitButton>
      </ActionForm>
    </Section>
  );
}

const ACT_WORDS: Readonly<Record<VoteAct, string>> = {
  cast: "cast",
  change: "changed",
  withdraw: "withdrawn",
  revert: "taken back to",
};

/** What one's vote has said over time, for oneself alone. */
export function OwnHistory({ revisions }: { revisions: readonly OwnRevision[] }) {
  return (
    <Section
      id="history"
      title="Your vote over time"
      note={`${count(revisions.length, "revision")}, the latest first; nothing is overwritten`}
    >
      <ol className="space-y-2.5 text-small text-soft" reversed>
        {revisions.map((revision) => (
          <li key={revision.revision}>
            <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <span>
                {revision.revision}: {ACT_WORDS[revision.act]}
                {revision.byOther ? " by an admin" : ""},{" "}
                <time dateTime={revision.at.toISOString()}>
                  {revision.at.toISOString().slice(0, 16).replace("T", " ")} UTC
                </time>
              </span>
              {revision.act === "withdraw" ? null : <BallotLine ballot={revision} />}
            </span>
            {revision.note === "" || revision.act === "withdraw" ? null : (
              <p dir="auto" className="mt-1 max-w-[70ch] font-serif text-list whitespace-pre-line">
                {revision.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
