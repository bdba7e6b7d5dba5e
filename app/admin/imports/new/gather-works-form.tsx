import { ActionArea, ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { withThousands } from "@/lib/citation/count";
import { MOST_CITERS } from "@/lib/sources/gather-hub";
import { gather } from "./actions";
import { MOST_WORKS } from "./read-works";

/** Names works that OpenAlex, Semantic Scholar, Crossref and arXiv are asked for. */
export function GatherWorksForm() {
  return (
    <ActionForm action={gather} className="space-y-5">
      <ActionArea
        name="works"
        label="Works, one on each line"
        hint={`doi:…, arxiv:…, openalex:W…, s2:…, pmid:…, or the address of such a page, of which only the identifier is used. At most ${MOST_WORKS} at once; each becomes an import of its own.`}
        required
        rows={3}
        autoComplete="off"
        spellCheck={false}
      />
      <ActionText
        name="mostCiters"
        label="Citing papers taken from each service"
        hint={`At most ${withThousands(MOST_CITERS)}: Semantic Scholar lists no more, nor does OpenAlex without a key.`}
        defaultValue={String(MOST_CITERS)}
        inputMode="numeric"
        autoComplete="off"
      />
      <SubmitButton>Gather and preview</SubmitButton>
    </ActionForm>
  );
}
