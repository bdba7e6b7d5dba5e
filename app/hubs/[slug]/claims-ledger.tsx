import { InlineText } from "@/app/_citation/inline-text";
import { signOf } from "@/app/_citation/polarity-look";
import { withValue } from "@/app/_citation/voted-tally";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { VotedFigures } from "@/db/queries/voted";
import { count } from "@/lib/citation/count";
import type { ClearPolarity } from "@/lib/citation/label-phrase";
import { VerdictCell } from "./verdict-cell";

/** What a citer can have done with a claim; what is neutral is called used. */
const VERDICTS = [
  "supporting",
  "mixed",
  "contrasting",
  "neutral",
] as const satisfies readonly ClearPolarity[];

type Verdicts = VotedFigures["claims"][number]["verdicts"];

/** What the hub claims, and how many citers came to which verdict. */
export function ClaimsLedger({
  slug,
  claims,
  voted,
  people,
}: {
  slug: string;
  claims: readonly { number: number; text: string }[];
  voted: VotedFigures["claims"];
  people: number;
}) {
  const verdictsOn = (number: number) => voted.find((one) => one.number === number)?.verdicts ?? null;
  const untested = claims.filter(({ number }) => verdictsOn(number) === null).length;
  const note = untested === 0 ? "each tested" : `${untested} never tested`;
  return (
    <Section
      id="claims"
      title="Claims ledger"
      note={claims.length === 0 ? undefined : `${count(claims.length, "claim")}, ${note}`}
    >
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
                <ClaimRow key={claim.number} slug={slug} claim={claim} verdicts={verdictsOn(claim.number)} />
              ))}
            </tbody>
          </table>
          <p className="mt-2.5 text-small text-soft">{remark(people, voted)}</p>
        </>
      )}
    </Section>
  );
}

function remark(people: number, voted: VotedFigures["claims"]): string {
  const cells = "Cells count citers by their verdict on the claim.";
  if (voted.length === 0)
    return `${cells} Verdicts come with votes; ${people === 0 ? "nobody has voted yet" : "none names a claim yet"}.`;
  const isSingle = voted.some(({ verdicts }) => Object.values(verdicts).some(({ single }) => single > 0));
  return `${cells} Used: the citer speaks of it without judging it.${isSingle ? " Lighter: no second vote has confirmed any of these yet." : ""}`;
}

function VerdictHead({ verdict }: { verdict: (typeof VERDICTS)[number] }) {
  return (
    <th scope="col" className="w-8 pb-2 text-center font-medium whitespace-nowrap sm:w-20">
      {verdict === "neutral" ? (
        "used"
      ) : (
        <>
          <span aria-hidden="true" className="me-1 font-semibold">
            {signOf(verdict)}
          </span>
          <span className="sr-only sm:not-sr-only">{verdict}</span>
        </>
      )}
    </th>
  );
}

function ClaimRow({
  slug,
  claim: { number, text },
  verdicts,
}: {
  slug: string;
  claim: { number: number; text: string };
  verdicts: Verdicts | null;
}) {
  return (
    <tr id={`claim-${number}`} className="scroll-mt-4 border-t border-line target:bg-mixed/8">
      <th scope="row" className="py-2.5 pe-4 text-start font-serif text-list leading-snug font-normal">
        <span className="me-2.5 font-sans text-tiny font-semibold text-mixed-ink">C{number}</span>
        <span dir="auto">
          <InlineText text={text} />
        </span>
        {verdicts !== null ? null : (
          <>
            {" "}
            <span className="ms-1 rounded-[5px] border border-dashed border-contrasting-ink px-1.5 font-sans text-tiny font-medium whitespace-nowrap text-contrasting-ink">
              never tested
            </span>
          </>
        )}
      </th>
      {VERDICTS.map((verdict) => (
        <td key={verdict} className="text-center text-soft">
          <VerdictCell
            slug={slug}
            claim={number}
            verdict={verdict}
            citers={verdicts === null ? 0 : withValue(verdicts[verdict])}
            isConfirmed={verdicts !== null && verdicts[verdict].agreed > 0}
          />
        </td>
      ))}
    </tr>
  );
}
