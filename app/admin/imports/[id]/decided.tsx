import { plainTitle } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import { type ListedDecision, listDecisions } from "@/db/queries/import-decisions";
import { count } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { takeBack } from "./actions";

/** What was decided of ambiguous works; while the import may be previewed again, decisions can be taken back. */
export async function Decided({ importRunId, mayChange }: { importRunId: number; mayChange: boolean }) {
  const decisions = await listDecisions(database(), importRunId);
  if (decisions.length === 0) return null;
  const list = (
    <ul className="max-w-[46rem] space-y-2 text-ui [overflow-wrap:anywhere]">
      {decisions.map((one) => (
        <li key={one.key}>
          {mayChange ? (
            <label className="flex items-baseline gap-2.5">
              <input
                type="checkbox"
                name="key"
                value={one.key}
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
              />
              <span className="min-w-0">
                <DecisionText of={one} />
              </span>
            </label>
          ) : (
            <DecisionText of={one} />
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Section id="decided" title="Decided" note={count(decisions.length, "work")}>
      {mayChange ? (
        <ActionForm action={takeBack}>
          <input type="hidden" name="importRunId" value={importRunId} />
          {list}
          <div className="mt-4">
            <SubmitButton quiet>Take back what is ticked and preview again</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        list
      )}
    </Section>
  );
}

function DecisionText({ of: { title, kind, workTitle, workYear, otherKey } }: { of: ListedDecision }) {
  const known = `${plainTitle(workTitle)}${workYear === null ? "" : ` (${workYear})`}`;
  const meaning = {
    work: `is the known work ${known}`,
    key: `is the work that this file calls ${otherKey}`,
    new: "is a new work",
    leave_out: "is left out",
  }[kind];
  return (
    <>
      <span dir="auto" className="font-serif">
        {plainTitle(title)}
      </span>{" "}
      {meaning}
    </>
  );
}
