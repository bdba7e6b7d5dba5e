import { ActionArea } from "@/app/_ui/action-field";
import { markableText } from "../read-quote";
import { QuoteFields } from "./quote-fields";

/** The fields of a claim: what it says, and the words of the abstract that make it. */
export function ClaimFields({
  abstract,
  text,
  quote,
}: {
  abstract: string | null;
  text?: string;
  quote?: string | null;
}) {
  return (
    <>
      <ActionArea name="text" label="What the hub claims, in a sentence" defaultValue={text} rows={3} />
      {abstract === null ? (
        <>
          <input type="hidden" name="quote" value="" />
          <p className="text-small text-soft">No abstract is known, so the claim goes without a quote.</p>
        </>
      ) : (
        <QuoteFields abstract={markableText(abstract)} quote={quote ?? undefined} />
      )}
    </>
  );
}
