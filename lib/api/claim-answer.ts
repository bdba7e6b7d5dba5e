import { z } from "zod";
import type { listClaims } from "@/db/queries/hub";
import type { VotedFigures } from "@/db/queries/voted";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";
import { hubAt } from "./addresses";
import { recordOf, VerdictCounts, verdictCounts } from "./figures-answer";
import { named } from "./named-schema";
import { plain } from "./work-answer";

export const ClaimAnswer = named(
  "Claim",
  "A statement that the hub makes, set against its citers.",
  z.object({
    number: z.int().min(1).describe("Its name: C1, C2, …"),
    text: z.string(),
    quote: z.string().nullable().describe("The words of the abstract that make it."),
    verdicts: VerdictCounts.describe("Citers by their verdict; neutral: they use the claim."),
    neverTested: z.boolean().describe("Nobody has found a citer that speaks to it."),
    citers: z.url().describe("The citers that speak to it."),
  }),
);

/** The claims of a hub with the verdicts of its citers. */
export function claimAnswers(
  slug: string,
  claims: Awaited<ReturnType<typeof listClaims>>,
  voted: VotedFigures["claims"],
): z.infer<typeof ClaimAnswer>[] {
  return claims.map(({ number, text, quote }) => {
    const found = voted.find((row) => row.number === number);
    const verdicts = found
      ? verdictCounts(found.verdicts)
      : recordOf(CLEAR_POLARITIES, () => ({ single: 0, agreed: 0 }));
    return {
      number,
      text,
      quote: plain(quote),
      verdicts,
      neverTested: Object.values(verdicts).every(({ single, agreed }) => single + agreed === 0),
      citers: `${hubAt(slug, "/citers")}?q=${encodeURIComponent(`claim:C${number}`)}`,
    };
  });
}
