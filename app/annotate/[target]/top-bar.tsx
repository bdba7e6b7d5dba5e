import { flagHref } from "@/app/_citation/label-links";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Bar } from "@/app/_ui/bar";
import { PageLink } from "@/app/_ui/page-link";
import { OptionKey } from "@/app/annotate/_label/option-key";
import type { QueueProgress } from "@/db/queries/queue";
import { formatTargetKey, type Target } from "@/lib/citation/target-key";
import { progressWords } from "../progress-words";
import { skip, undoLastVote } from "./actions";

const BUTTON =
  "inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-md border border-edge px-3 py-1 text-small text-soft no-underline hover:text-ink";

/** How far hub and person are, and what can be done instead of labelling. */
export function TopBar({
  target,
  from,
  keys,
  progress,
  today,
  undo,
}: {
  target: Target;
  from: string | undefined;
  keys: boolean;
  progress: QueueProgress;
  today: number;
  /** The vote that undoing is about; null when the person has none. */
  undo: { key: string; revision: number; submission: string } | null;
}) {
  const back = from === undefined ? null : <input type="hidden" name="from" value={from} />;
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2.5 py-4 text-small text-soft">
      <p>
        <Progress {...progress} />
      </p>
      <span className="hidden max-w-40 min-w-8 flex-1 md:flex">
        <Bar
          part={progress.enough}
          whole={progress.sentences + progress.papers}
          className="bg-ink/75"
          size="h-1.5"
        />
      </span>
      <p title="Votes you have cast or changed since midnight, universal time">
        you: <b className="font-semibold text-ink">{today}</b> today
      </p>
      <div className="flex flex-wrap items-start gap-2 md:ms-auto">
        {undo === null ? null : (
          <ActionForm action={undoLastVote}>
            <input type="hidden" name="target" value={undo.key} />
            <input type="hidden" name="revision" value={undo.revision} />
            <input type="hidden" name="submission" value={undo.submission} />
            {back}
            <SubmitButton quiet aria-keyshortcuts={keys ? "z" : undefined}>
              <Keyed name="Undo" shortcut="z" keys={keys} />
            </SubmitButton>
          </ActionForm>
        )}
        <ActionForm action={skip}>
          <input type="hidden" name="target" value={formatTargetKey(target)} />
          {back}
          <SubmitButton quiet aria-keyshortcuts={keys ? "k" : undefined}>
            <Keyed name="Skip" shortcut="k" keys={keys} />
          </SubmitButton>
        </ActionForm>
        <PageLink href={flagHref(target)} className={BUTTON} aria-keyshortcuts={keys ? "f" : undefined}>
          <Keyed name="Flag" shortcut="f" keys={keys} />
        </PageLink>
        <button
          type="button"
          popoverTarget="keys"
          className={BUTTON}
          aria-keyshortcuts={keys ? "?" : undefined}
        >
          <Keyed name="Keys" shortcut="?" keys={keys} />
        </button>
      </div>
    </div>
  );
}

function Keyed({ name, shortcut, keys }: { name: string; shortcut: string; keys: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      {name}
      <OptionKey shown={keys}>{shortcut}</OptionKey>
    </span>
  );
}

function Progress(progress: QueueProgress) {
  const { k, rest } = progressWords(progress);
  return (
    <>
      <b className="font-semibold text-ink">{k}</b> {rest}
    </>
  );
}
