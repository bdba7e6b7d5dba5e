import { claimedParagraphs } from "@/app/_citation/claimed-runs";
import { UserError } from "@/lib/errors";

/**
 * The words of an abstract that somebody marked or pasted, on one line; null when none were. They are looked for as the
 * hub's page looks for them, so that it can underline them.
 *
 * @throws UserError when they do not stand in one paragraph of the abstract.
 */
export function readQuote(abstract: string | null, pasted: string): string | null {
  const quote = pasted.replace(/\s+/g, " ").trim();
  if (quote === "") return null;
  const paragraphs = abstract === null ? [] : claimedParagraphs(abstract, [{ number: 1, quote }]);
  if (!paragraphs.some((runs) => runs.some(({ claims }) => claims.length > 0)))
    throw new UserError(
      "The quoted words do not stand in one paragraph of the abstract. Mark them there, or leave the quote out.",
    );
  return quote;
}

/** An abstract as text to mark words in: its paragraphs without markup, a blank line between them. */
export function markableText(abstract: string): string {
  return claimedParagraphs(abstract, [])
    .map((runs) => runs.map(({ text }) => text).join(""))
    .join("\n\n");
}
