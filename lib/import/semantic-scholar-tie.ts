import { meaningOf } from "@/lib/citation/foreign-labels";
import { withoutControls } from "./clean-text";
import { decodeEntities, mendC1 } from "./entities";
import { mendMojibake } from "./mojibake";
import { present } from "./present";
import type { ContextGap, Parsed } from "./record";
import { warning } from "./remark";
import type { Tie } from "./semantic-scholar-schema";
import { SOURCE } from "./semantic-scholar-work";

/** The two works of a citation by their keys, and whether the cited one need not be a hub. */
export interface Ends {
  hub: string;
  citing: string;
  ifHub?: true | undefined;
}

const CONTEXT_LENGTH = 10_000;
const LABEL_LENGTH = 200;

/**
 * How one paper cites another: the citation, its sentences, and Semantic Scholar's labels as suggestions, each of its
 * sentence where it says which, else of the citation as a whole.
 */
export function readTie(tie: Tie, { ifHub, ...ends }: Ends, where: string): Parsed[] {
  const parsed: Parsed[] = [];
  const told = (tie.contextsWithIntent ?? []).flatMap((one) => {
    const context = cleanContext(one?.context);
    return context === "" ? [] : [{ context, intents: labelsIn(one?.intents) }];
  });
  const texts = [...(tie.contexts ?? []).map(cleanContext), ...told.map(({ context }) => context)];
  const contexts = [...new Set(texts)].filter((text) => text !== "" && text.length <= CONTEXT_LENGTH);
  const unfit = new Set(texts.filter((text) => text.length > CONTEXT_LENGTH)).size;
  if (unfit > 0)
    parsed.push(
      warning(
        where,
        `${unfit} of ${new Set(texts).size} contexts longer than ${CONTEXT_LENGTH} characters left out`,
      ),
    );
  const contextGap = contexts.length === 0 ? gapOf(tie) : undefined;
  const isInfluential = tie.isInfluential || undefined;
  parsed.push({ kind: "citation", ...ends, ...present({ isInfluential, contextGap, ifHub }) });
  for (const text of contexts)
    parsed.push({ kind: "context", ...ends, text, source: SOURCE, ...present({ ifHub }) });
  const suggest = (original: string, contextText?: string) => {
    const { role } = meaningOf(SOURCE, original);
    parsed.push({ kind: "suggestion", ...ends, original, source: SOURCE, ...present({ contextText, role }) });
  };
  for (const { context, intents } of told)
    if (context.length <= CONTEXT_LENGTH) for (const intent of intents) suggest(intent, context);
  const placed = new Set(told.flatMap(({ intents }) => intents));
  for (const intent of labelsIn(tie.intents)) if (!placed.has(intent)) suggest(intent);
  return parsed;
}

/**
 * Why there is no sentence: the page was asked for without them; labels without sentences show that Semantic Scholar
 * read the text and may not pass it on; otherwise it had no text to read.
 */
function gapOf({ contexts, contextsWithIntent, intents }: Tie): ContextGap {
  if (contexts === undefined && contextsWithIntent === undefined) return "not_supplied";
  return labelsIn(intents).length > 0 ? "withheld_by_source" : "no_full_text";
}

function cleanContext(raw: string | null | undefined): string {
  const text = decodeEntities(mendC1(mendMojibake(raw ?? ""))).replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  return withoutControls(text).trim();
}

function labelsIn(intents: Tie["intents"]): string[] {
  const labels = (intents ?? []).map((intent) => cleanContext(intent));
  return [...new Set(labels)].filter((label) => label !== "" && label.length <= LABEL_LENGTH);
}
