import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { type ClaimedRun, claimedParagraphs, type QuotedClaim } from "./claimed-runs";
import { InlineRunText } from "./inline-text";

/** The whole abstract, with the words that make a claim underlined. */
export function Abstract({
  abstract,
  claims = [],
}: {
  abstract: string | null;
  claims?: readonly QuotedClaim[];
}) {
  return (
    <Section id="abstract" title="Abstract">
      {abstract === null ? (
        <Empty>No abstract is known. An import that carries one adds it.</Empty>
      ) : (
        <div
          dir="auto"
          className="max-w-[66ch] space-y-3 font-serif text-body leading-[1.62] [overflow-wrap:anywhere]"
        >
          {claimedParagraphs(abstract, claims).map((runs) => (
            <p key={runs[0]?.at}>
              {runs.map((run) => (
                <Run key={run.at} run={run} />
              ))}
            </p>
          ))}
        </div>
      )}
    </Section>
  );
}

function Run({ run }: { run: ClaimedRun }) {
  const text = <InlineRunText run={run} />;
  return (
    <>
      {run.claims.length === 0 ? text : <span className="border-b-2 border-mixed/55">{text}</span>}
      {run.closes.map((number) => (
        <sup key={number} className="ms-0.5 font-sans text-[0.625rem] leading-none font-semibold">
          <a href={`#claim-${number}`} className="text-mixed-ink no-underline">
            C{number}
          </a>
        </sup>
      ))}
    </>
  );
}
