import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { markText } from "./marked-text";
import { sourceName } from "./source-name";

interface Claim {
  number: number;
  quote: string | null;
}

/** The whole abstract, with the words that make a claim underlined, and what its sources remark. */
export function Abstract({
  abstract,
  claims = [],
  notes = [],
}: {
  abstract: string | null;
  claims?: readonly Claim[];
  notes?: readonly { source: string; note: string }[];
}) {
  return (
    <Section id="abstract" title="Abstract">
      {abstract === null ? (
        <Empty>No abstract is known. An import that carries one adds it.</Empty>
      ) : (
        <div dir="auto" className="max-w-[66ch] space-y-3 font-serif text-body leading-[1.62]">
          {paragraphs(abstract).map(({ at, text }) => (
            <p key={at}>
              <Paragraph text={text} claims={claims} />
            </p>
          ))}
        </div>
      )}
      {notes.map(({ source, note }) => (
        <p key={`${source} ${note}`} className="mt-3 max-w-[66ch] text-small text-soft">
          Note from {sourceName(source)}: <span dir="auto">{note}</span>
        </p>
      ))}
    </Section>
  );
}

function paragraphs(text: string): { at: number; text: string }[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({ at: match.index, text: match[0] }));
}

function Paragraph({ text, claims }: { text: string; claims: readonly Claim[] }) {
  const spans = claims.flatMap(({ number, quote }) => {
    const start = quote === null ? -1 : text.indexOf(quote);
    return quote === null || start === -1 ? [] : [{ number, start, end: start + quote.length }];
  });
  return markText(text, spans).map((run) =>
    run.marked ? (
      <span key={run.at}>
        <span className="border-b-2 border-mixed/55">{run.text}</span>
        {spans
          .filter(({ start }) => start >= run.at && start < run.at + run.text.length)
          .map(({ number }) => (
            <sup key={number} className="ms-0.5 font-sans text-[0.625rem] leading-none font-semibold">
              <a href={`#claim-${number}`} className="text-mixed-ink no-underline">
                C{number}
              </a>
            </sup>
          ))}
      </span>
    ) : (
      <span key={run.at}>{run.text}</span>
    ),
  );
}
