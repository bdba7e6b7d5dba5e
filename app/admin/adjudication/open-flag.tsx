import { Quoted } from "@/app/_citation/quoted";
import { plainTitle } from "@/app/_citation/title-text";
import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageLink } from "@/app/_ui/page-link";
import { RadioList } from "@/app/_ui/radio-list";
import type { FlagRow } from "@/db/queries/flags";
import { FLAG_LABELS, FLAG_OUTCOMES, type FlagOutcome } from "@/lib/citation/flag-kind";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { settleReport } from "./actions";

const OUTCOME_LABELS: Readonly<Record<FlagOutcome, string>> = {
  upheld: "The report is right",
  dismissed: "The report is not right",
};

/** One report with what it is about, and the form that settles it. */
export function OpenFlag({ flag }: { flag: FlagRow }) {
  const { id, hubId, workId, kind, note, createdAt, handle, slug, hubTitle, citerTitle, text } = flag;
  const day = createdAt.toISOString().slice(0, 10);
  return (
    <li className="border-t border-line py-5">
      <p className="text-ui">
        <b className="font-semibold">{FLAG_LABELS[kind]}</b>
        <span className="text-soft">
          , reported by {handle ?? "a reader who was not signed in"} on{" "}
          <time dateTime={day}>{formatPartialDate(day)}</time>
        </span>
      </p>
      {note === "" ? null : (
        <p dir="auto" className="mt-1 max-w-[70ch] font-serif text-list whitespace-pre-line">
          {note}
        </p>
      )}
      {text === null ? null : (
        <div className="mt-2">
          <Quoted context={{ text }} />
        </div>
      )}
      <p className="mt-1.5 text-small text-soft [overflow-wrap:anywhere]">
        {workId === null ? null : (
          <>
            <PageLink href={`/citers/${workId}`}>{plainTitle(citerTitle)}</PageLink>, citing{" "}
          </>
        )}
        <PageLink href={`/hubs/${slug}`}>{plainTitle(hubTitle)}</PageLink>
      </p>
      <ActionForm action={settleReport} className="mt-3 max-w-[34rem] space-y-3">
        <input type="hidden" name="hubId" value={hubId} />
        <input type="hidden" name="flagId" value={id} />
        <RadioList
          name="outcome"
          legend="What is to be done?"
          options={FLAG_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
        />
        {workId === null ? null : (
          <label className="flex min-h-8 items-center gap-2.5 text-ui">
            <input type="checkbox" name="hiding" className="size-4 accent-accent" />
            If it is right, keep {text === null ? "the citation" : "the sentence"} from readers
          </label>
        )}
        <ActionText name="reason" label="In your words, for whoever reported it" maxLength={2000} />
        <SubmitButton quiet>Settle</SubmitButton>
      </ActionForm>
    </li>
  );
}
