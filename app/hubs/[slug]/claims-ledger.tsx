import { Chip } from "@/app/_ui/chip";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { count } from "@/lib/citation/count";

/** What the hub claims, and what its citers found. */
export function ClaimsLedger({ claims }: { claims: readonly { number: number; text: string }[] }) {
  const note = claims.length === 0 ? undefined : `${count(claims.length, "claim")}, no verdict yet`;
  return (
    <Section id="claims" title="Claims ledger" note={note}>
      {claims.length === 0 ? (
        <Empty>No claim has been entered for this hub.</Empty>
      ) : (
        <ol>
          {claims.map(({ number, text }) => (
            <li
              key={number}
              id={`claim-${number}`}
              className="grid scroll-mt-4 grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5 border-t border-line py-2.5 target:bg-mixed/8 sm:grid-cols-[2rem_minmax(0,1fr)_auto]"
            >
              <span className="text-tiny font-semibold text-mixed-ink">C{number}</span>
              <span dir="auto" className="font-serif text-list leading-snug">
                {text}
              </span>
              <span className="col-start-2 sm:col-start-3">
                <Chip tentative>no verdict yet</Chip>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
