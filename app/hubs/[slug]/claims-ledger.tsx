import { InlineText } from "@/app/_citation/inline-text";
import { PART_SIGNS } from "@/app/_citation/polarity-look";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { count } from "@/lib/citation/count";

/** What a citer can have done with a claim; `used` is what a neutral citation comes to. */
const VERDICTS = ["supporting", "mixed", "contrasting", "used"] as const;

/** What the hub claims, and how many citers came to which verdict. Verdicts come with votes, of which there are none. */
export function ClaimsLedger({ claims }: { claims: readonly { number: number; text: string }[] }) {
  const note =
    claims.length === 0 ? undefined : `${count(claims.length, "claim")}, ${claims.length} never tested`;
  return (
    <Section id="claims" title="Claims ledger" note={note}>
      {claims.length === 0 ? (
        <Empty>No claim has been entered for this hub. An import that carries claims adds them.</Empty>
      ) : (
        <>
          <table className="w-full border-collapse text-ui">
            <thead className="text-tiny text-soft">
              <tr>
                <th scope="col" className="pb-2 text-start font-medium">
                  Claim
                </th>
                {VERDICTS.map((verdict) => (
                  <VerdictHead key={verdict} verdict={verdict} />
                ))}
              </tr>
            </thead>
            <tbody>
              {claims.map((claim) => (
                <ClaimRow key={claim.number} claim={claim} />
              ))}
            </tbody>
          </table>
          <p className="mt-2.5 text-small text-soft">
            Cells count citers by their verdict on the claim. Verdicts come with votes; nobody has voted yet.
          </p>
        </>
      )}
    </Section>
  );
}

function VerdictHead({ verdict }: { verdict: (typeof VERDICTS)[number] }) {
  return (
    <th scope="col" className="w-8 pb-2 text-center font-medium whitespace-nowrap sm:w-20">
      {verdict === "used" ? (
        "used"
      ) : (
        <>
          <span aria-hidden="true" className="me-1 font-semibold">
            {PART_SIGNS[verdict]}
          </span>
          <span className="sr-only sm:not-sr-only">{verdict}</span>
        </>
      )}
    </th>
  );
}

function ClaimRow({ claim: { number, text } }: { claim: { number: number; text: string } }) {
  return (
    <tr id={`claim-${number}`} className="scroll-mt-4 border-t border-line target:bg-mixed/8">
      <th scope="row" className="py-2.5 pe-4 text-start font-serif text-list leading-snug font-normal">
        <span className="me-2.5 font-sans text-tiny font-semibold text-mixed-ink">C{number}</span>
        <span dir="auto">
          <InlineText text={text} />
        </span>{" "}
        <span className="ms-1 rounded-[5px] border border-dashed border-contrasting-ink px-1.5 font-sans text-tiny font-medium whitespace-nowrap text-contrasting-ink">
          never tested
        </span>
      </th>
      {VERDICTS.map((verdict) => (
        <td key={verdict} className="text-center text-soft">
          <span aria-hidden="true">·</span>
          <span className="sr-only">0</span>
        </td>
      ))}
    </tr>
  );
}
