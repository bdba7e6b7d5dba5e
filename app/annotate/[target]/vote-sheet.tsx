import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { VoteFields, type VoteValues } from "@/app/annotate/_label/vote-fields";
import { ROLE_DEFINITIONS } from "../_label/role-definitions";
import { saveVote } from "./actions";
import type { LabelPageData, loadLabelTarget } from "./load-label-page";

/** The form of a vote; of one that was cast before it holds what that says. */
export function VoteSheet({
  view,
  page,
  keys,
  from,
}: {
  view: NonNullable<Awaited<ReturnType<typeof loadLabelTarget>>>;
  page: LabelPageData;
  keys: boolean;
  from: string | undefined;
}) {
  const { hasVoted } = page;
  return (
    <ActionForm action={saveVote} className="group/form [&>[role=alert]]:mt-5 [&>[role=status]]:mt-5">
      <input type="hidden" name="target" value={view.key} />
      {from === undefined ? null : <input type="hidden" name="from" value={from} />}
      <VoteFields
        stored={storedValues(page)}
        definitions={ROLE_DEFINITIONS}
        claims={page.claims.map(({ number, text }) => ({ number, text }))}
        aboutPaper={view.context === null}
        keys={keys}
      />
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton aria-keyshortcuts={keys ? "Enter" : undefined}>
          <span className="inline-flex items-center gap-2.5">
            {saveWord(hasVoted, from !== undefined)}
            {keys ? (
              <span
                aria-hidden="true"
                className="rounded-[5px] border border-current px-1.5 font-sans text-tiny leading-[1.5] pointer-coarse:hidden"
              >
                ↵
              </span>
            ) : null}
          </span>
        </SubmitButton>
        <p className="text-small text-soft">
          {hasVoted
            ? "This changes your vote; what it said before is kept."
            : "Others’ votes appear after yours."}
        </p>
      </div>
    </ActionForm>
  );
}

function saveWord(hasVoted: boolean, goesBack: boolean): string {
  return `${hasVoted ? "Change" : "Save"} and ${goesBack ? "go back" : "next"}`;
}

function storedValues({ current, submission }: LabelPageData): VoteValues {
  return {
    role: current?.role,
    further: current?.furtherRoles ?? [],
    polarity: current?.polarity,
    basis: current?.basis ?? undefined,
    claims: current?.claims.map(({ number }) => String(number)) ?? [],
    verdicts:
      current?.claims
        .filter(({ verdict }) => verdict !== current.polarity)
        .map(({ number, verdict }) => `${number}:${verdict}`) ?? [],
    note: current?.note ?? "",
    ownPaper: current?.ownPaper ?? false,
    revision: current?.revision ?? 0,
    submission,
  };
}
