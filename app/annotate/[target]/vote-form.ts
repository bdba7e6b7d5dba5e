import { createHash } from "node:crypto";
import { z } from "zod";
import { NOTE_LENGTH } from "@/lib/citation/ballot-problem";
import type { Ballot } from "@/lib/citation/consensus";
import { EVIDENCE_BASES, hasEvidenceBasis, POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { parseTargetKey } from "@/lib/citation/target-key";

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** A target's key, as the address has it. */
export const keyField = z.string().transform((text, context) => {
  const key = parseTargetKey(text);
  if (key !== null) return key;
  context.addIssue({ code: "custom", message: "This is no target." });
  return z.NEVER;
});

/** Which press of which button on which state of the vote it is. */
export const REQUEST_FIELDS = {
  target: keyField,
  revision: wholeNumber,
  submission: z.uuid(),
  from: z.string().optional(),
};

const verdict = z
  .string()
  .regex(new RegExp(`^(\\d{1,9}:(${POLARITIES.join("|")}))?$`))
  .transform((text) => {
    const [number = "", said = ""] = text.split(":");
    return text === "" ? null : { number: Number(number), verdict: said as Polarity };
  });

/** The form of a vote. */
export const VoteForm = z.object({
  ...REQUEST_FIELDS,
  role: z.enum(ROLES, "Choose one main role."),
  further: z.array(z.enum(ROLES)),
  polarity: z.enum(POLARITIES, "Choose what it says of the hub; unclear is an answer too."),
  basis: z.enum(EVIDENCE_BASES, "Choose one kind of evidence, or none.").optional(),
  claims: z.array(wholeNumber),
  verdicts: z.array(verdict),
  note: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(NOTE_LENGTH, `Shorten the note to ${NOTE_LENGTH} characters.`)),
  own_paper: z.literal("on").optional(),
});

/**
 * The vote that a form means. A further role that is the main one too, an evidence under a polarity that takes none,
 * and a verdict on a claim that is not ticked are what an earlier choice left behind, and are dropped.
 */
export function ballotOf(form: z.infer<typeof VoteForm>): Ballot {
  const { role, polarity, basis = null, verdicts } = form;
  return {
    role,
    furtherRoles: ROLES.filter((further) => further !== role && form.further.includes(further)),
    polarity,
    basis: hasEvidenceBasis(polarity) ? basis : null,
    claims: [...new Set(form.claims)].map((number) => ({
      number,
      verdict: verdicts.find((own) => own?.number === number)?.verdict ?? polarity,
    })),
  };
}

/**
 * The name under which a press of "save" is carried out once. What was chosen is part of it: a form that the browser
 * brought back and that now says something else is another press.
 */
export function submissionOf(name: string, vote: object): string {
  return `${name}.${createHash("sha256").update(JSON.stringify(vote)).digest("base64url").slice(0, 22)}`;
}
