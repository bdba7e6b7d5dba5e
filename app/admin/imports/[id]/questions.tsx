import { plainTitle } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import type { ImportDetail } from "@/db/queries/import-runs";
import { count } from "@/lib/citation/count";
import type { AmbiguousWork, ReportedCandidate } from "@/lib/import/report";
import { decide } from "./actions";
import { answerName, answerValue } from "./read-answers";

type Question = AmbiguousWork & { question: NonNullable<AmbiguousWork["question"]> };

/** The works of a preview that nobody can tell, each with what it may be, for the admin to decide. */
export function Questions({ run }: { run: Pick<ImportDetail, "id" | "preview"> }) {
  const questions = (run.preview?.ambiguous ?? []).filter(
    (one): one is Question => one.question !== undefined,
  );
  if (questions.length === 0) return null;
  const total = (run.preview?.ambiguous.length ?? 0) + (run.preview?.omitted?.ambiguous ?? 0);
  return (
    <Section
      id="questions"
      title="To be decided"
      note={
        total > questions.length
          ? `${count(total, "work")}; the first ${questions.length} here, the others when these are decided`
          : count(total, "work")
      }
    >
      <p className="max-w-[42rem] text-ui text-soft">
        The file names these works so that nobody can tell which ones are meant. Those that you leave
        undecided do not go in, and what hangs on them neither.
      </p>
      <ActionForm action={decide} className="mt-5 max-w-[46rem]">
        <input type="hidden" name="importRunId" value={run.id} />
        <ol className="space-y-7">
          {questions.map((one, at) => (
            <li key={one.question.key}>
              <QuestionField of={one} name={answerName(at)} />
            </li>
          ))}
        </ol>
        <div className="mt-6">
          <SubmitButton>Save and preview again</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

function QuestionField({ of: { work, reason, question }, name }: { of: Question; name: string }) {
  const { key, year, identifiers, candidates } = question;
  return (
    <fieldset className="border-t border-line pt-4">
      <legend className="float-start w-full [overflow-wrap:anywhere]">
        <span dir="auto" className="font-serif text-list leading-snug font-semibold">
          {plainTitle(work)}
        </span>
        <span className="block text-small text-soft">
          {[...(year === null ? [] : [String(year)]), ...identifiers, reason].join(" · ")}
        </span>
      </legend>
      <input type="hidden" name="key" value={key} />
      <div className="clear-both space-y-2 pt-2">
        {candidates.map((candidate) => (
          <Answer
            key={JSON.stringify(candidate.is)}
            name={name}
            value={answerValue(
              "workId" in candidate.is ? { kind: "work", ...candidate.is } : { kind: "key", ...candidate.is },
            )}
          >
            <CandidateText of={candidate} />
          </Answer>
        ))}
        <Answer name={name} value="new">
          A new work
        </Answer>
        <Answer name={name} value="leave_out">
          Leave it out
        </Answer>
      </div>
    </fieldset>
  );
}

function Answer({ name, value, children }: { name: string; value: string; children: React.ReactNode }) {
  return (
    <label className="flex items-baseline gap-2.5 rounded-md px-2 py-1.5 text-ui has-checked:bg-card has-checked:outline has-checked:outline-edge">
      <input
        type="radio"
        name={name}
        value={value}
        className="size-4 shrink-0 translate-y-0.5 accent-accent"
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </label>
  );
}

function CandidateText({ of }: { of: ReportedCandidate }) {
  const { title, authors, year, identifiers, agrees, differs, is } = of;
  const about = [authors.join(", "), year ?? "", ...identifiers].filter((text) => text !== "").join(" · ");
  const facts = agrees.length + differs.length;
  return (
    <>
      It is{" "}
      <span dir="auto" className="font-serif">
        {plainTitle(title)}
      </span>
      {"otherKey" in is ? " of this file" : ""}
      {about === "" ? null : <span className="block text-small text-soft">{about}</span>}
      {facts === 0 ? null : (
        <span className="block text-small text-soft">
          agrees in {agrees.length} of {count(facts, "known fact")}
          {agrees.length === 0 ? "" : `: ${agrees.join(", ")}`}
          {differs.length === 0 ? "" : `; differs in ${differs.join(", ")}`}
        </span>
      )}
    </>
  );
}
