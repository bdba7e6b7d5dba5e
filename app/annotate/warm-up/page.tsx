import type { Metadata } from "next";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { may } from "@/lib/auth/may";
import { requireUser } from "@/lib/auth/session";
import { checkWarmUp } from "@/lib/citation/warm-up";
import { WARM_UP_ITEMS } from "@/lib/citation/warm-up-items";
import { Keyboard } from "../_label/keyboard";
import { MayNotVote } from "../may-not-vote";
import { oneOf, returnPath } from "../search-params";
import { finishWarmUp } from "./actions";
import { PracticeForm } from "./practice-form";
import { PracticeItem } from "./practice-item";
import { VERDICT_ID, Verdicts } from "./verdicts";
import { formatPassed, isRight, readWarmUp, type WarmUpState, warmUpPath } from "./warm-up-params";

export const metadata: Metadata = { title: "Practice", robots: { index: false } };

/** Five invented sentences before the first vote; every answer is explained. The address holds how far one is. */
export default async function WarmUpPage({ searchParams }: PageProps<"/annotate/warm-up">) {
  const query = await searchParams;
  const state = readWarmUp(query);
  const from = returnPath(oneOf(query.from));
  const user = await requireUser(warmUpPath(state.passed, from));
  if (!may(user, "warm_up")) return <MayNotVote />;
  if (state.passed.length === WARM_UP_ITEMS.length) return <Finish state={state} from={from} />;
  return <Practice state={state} from={from} keys={user.shortcuts} />;
}

function Practice({
  state: { passed, answer },
  from,
  keys,
}: {
  state: WarmUpState;
  from: string | undefined;
  keys: boolean;
}) {
  const number = passed.length;
  const item = WARM_UP_ITEMS[number];
  if (item === undefined) return null;
  const right = answer !== null && isRight(number, answer);
  return (
    <div className="mx-auto max-w-[916px] pb-4">
      <p className="py-4 text-small text-soft">
        <b className="font-semibold text-ink">
          Practice {number + 1} of {WARM_UP_ITEMS.length}
        </b>
        : before your first vote, label five invented sentences. Nothing is counted, and you can try as often
        as you like. The{" "}
        <PageLink href="/guidelines" target="_blank">
          guidelines
        </PageLink>{" "}
        say what each label means.
      </p>
      <PracticeItem item={item} />
      {answer === null ? null : (
        <Verdicts right={right} verdicts={checkWarmUp(item, answer)} answer={answer} />
      )}
      {right ? (
        <p className="mt-6">
          <PageLink
            href={warmUpPath([...passed, answer], from)}
            aria-keyshortcuts={keys ? "Enter" : undefined}
            className="inline-flex min-h-10 items-center rounded-md bg-ink px-4 py-2 text-ui font-semibold text-paper no-underline hover:opacity-85"
          >
            {number + 1 === WARM_UP_ITEMS.length ? "Finish" : "Next sentence"}
          </PageLink>
        </p>
      ) : (
        <PracticeForm item={item} passed={formatPassed(passed)} from={from} answer={answer} keys={keys} />
      )}
      <Keyboard
        keys={keys}
        said={answer === null ? null : right ? "Right." : "Not quite."}
        headingId={VERDICT_ID}
      />
    </div>
  );
}

function Finish({ state, from }: { state: WarmUpState; from: string | undefined }) {
  return (
    <PageHead
      eyebrow="Practice"
      title="That was all five"
      byline={
        <p className="max-w-[66ch] font-serif text-lede text-soft">
          From now on the sentences are real. You see others’ votes after yours, you can change or withdraw
          yours at any time, and unclear is an answer.
        </p>
      }
    >
      <ActionForm action={finishWarmUp} className="mt-6">
        <input type="hidden" name="passed" value={formatPassed(state.passed)} />
        {from === undefined ? null : <input type="hidden" name="from" value={from} />}
        <SubmitButton>Begin to label</SubmitButton>
      </ActionForm>
    </PageHead>
  );
}
