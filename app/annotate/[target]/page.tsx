import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { Keyboard } from "@/app/annotate/_label/keyboard";
import { may } from "@/lib/auth/may";
import { requireUser } from "@/lib/auth/session";
import { MayNotVote } from "../may-not-vote";
import { labelPath, readLabelParams, withQuery } from "../search-params";
import { DoneNotice, doneWords } from "./done-notice";
import { KeysHelp } from "./keys-help";
import { LastVote } from "./last-vote";
import { findRemainingKey, loadLabelPage, loadLabelTarget } from "./load-label-page";
import { AllVotes, OwnHistory } from "./own-vote";
import { Pair } from "./pair";
import { HEADING_ID, Passage } from "./passage";
import { TopBar } from "./top-bar";
import { VoteSheet } from "./vote-sheet";

export const metadata: Metadata = { title: "Label", robots: { index: false } };

export default async function LabelPage({ params, searchParams }: PageProps<"/annotate/[target]">) {
  const { target: text } = await params;
  const asked = readLabelParams(await searchParams);
  const user = await requireUser(labelPath(text, asked));
  if (!may(user, "vote")) return <MayNotVote />;
  if (!user.warmedUp)
    redirect(withQuery("/annotate/warm-up", { from: labelPath(text, { from: asked.from }) }));
  const view = await loadLabelTarget(text);
  if (view === null) {
    const remaining = await findRemainingKey(text);
    if (remaining !== null) redirect(labelPath(remaining, asked));
    notFound();
  }
  const page = await loadLabelPage(user.id, view, asked.last);
  const { from } = asked;
  const { key } = view;
  const keys = user.shortcuts;
  return (
    <div className="mx-auto max-w-[916px]">
      {view.hub.demonstration ? <DemonstrationNotice /> : null}
      <TopBar target={view.target} from={from} keys={keys} {...page} />
      {page.last === null ? null : <LastVote of={page.last} />}
      <DoneNotice done={asked.done} hasVoted={page.hasVoted} />
      <Pair of={view} />
      <Passage of={view} />
      <VoteSheet key={key} view={view} page={page} keys={keys} from={from} />
      {page.distribution === null ? null : (
        <AllVotes
          of={page.distribution}
          target={key}
          revision={page.current?.revision ?? 0}
          submission={page.withdrawal}
          from={from}
        />
      )}
      {page.revisions.length === 0 ? null : <OwnHistory revisions={page.revisions} />}
      <KeysHelp keys={keys} target={key} from={from} />
      <Keyboard key={key} keys={keys} said={doneWords(asked.done, page)} headingId={HEADING_ID} />
    </div>
  );
}
