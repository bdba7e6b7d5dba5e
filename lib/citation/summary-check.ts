import { normaliseTitle, titleWords } from "@/lib/citation/title";

/** Why a one-line summary is kept but not shown, in the order in which it is checked. */
export const SUMMARY_PROBLEMS = ["error_text", "repeats_title", "cut_short", "not_a_sentence"] as const;

export type SummaryProblem = (typeof SUMMARY_PROBLEMS)[number];

/** The words for a problem that an admin reads behind "withheld:". */
export const SUMMARY_PROBLEM_LABELS: Readonly<Record<SummaryProblem, string>> = {
  error_text: "an error message, not a summary",
  repeats_title: "a repeat of the title",
  cut_short: "a sentence cut short",
  not_a_sentence: "not a complete sentence",
};

/** What programs and models write where a summary should be. Each is anchored: a paper may speak of errors. */
const ERROR_TEXTS: readonly RegExp[] = [
  /\[object \w+\]/iu,
  /^\W*(?:n\/?a|null|none|nil|nan|undefined|unknown|error|empty|tbd|todo|not available|loading)\W*$/iu,
  /^(?:\w*error|\w*exception|warning|failure|traceback[^:]*)\s*:/iu,
  /^(?:error|http)\s+\d{3}\b/iu,
  /^(?:\d{3}\s+)?(?:internal server error|bad gateway|service unavailable|too many requests|rate limit|request timed? ?out)\b/iu,
  /^(?:failed|unable|could not|cannot|can't)\s+(?:to\s+)?(?:summari[sz]e|generate|create|produce|parse|load|fetch|retrieve)\b/iu,
  /^(?:[\w-]+\s+){0,3}(?:summary|abstract|tl;?dr)\s+(?:(?:is|was|has|are|currently|temporarily)\s+)*(?:unavailable|not\s+(?:yet\s+)?(?:been\s+)?(?:available|generated|found|provided)|(?:could|can)\s*not\s+be)\b/iu,
  /^(?:[\w-]+\s+){0,3}(?:summary|abstract|tl;?dr)\s+(?:(?:generation|is|was|has)\s+)*(?:missing|pending|malformed|failed)\W*$/iu,
  /^no\s+(?:[\w-]+\s+)?(?:summary|abstract|tl;?dr|description)(?:\s+(?:is|was|yet|available|provided|found|generated))*\W*$/iu,
  /\b(?:generated|returned|produced)\s+(?:an?|no)\s+(?:malformed|invalid|empty|broken|unusable)\b[^.]*\bsummary\W*$/iu,
  /^(?:i['’]m sorry|i am sorry|sorry,|i apologi[sz]e|i cannot|i can['’]t|i could not|i am unable|i['’]m unable|i do not have|i don['’]t have)/iu,
  /^as an? (?:ai|artificial intelligence|(?:large )?language model)(?![\w-])/iu,
];

/** At the end, or where the beginning is missing. */
const DOTS_OF_A_CUT = /^(?:…|\.\.)|(?:…|\.\s?\.\s?\.)[\s\p{P}]*$/u;

/** Marks that close a sentence in the scripts at hand, with the quotes and brackets that may follow them. */
const SENTENCE_END = /[.!?。！？．｡؟۔।]["'”’»)\]}」』】）]*$/u;

/** A full stop that belongs to an abbreviation which something must follow. */
const OPEN_ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|incl|approx)\.\)?$/iu;

/** Opening marks, then a capital, a figure (also "~5 %"), a formula, or a letter of a script without capitals. */
const SENTENCE_START = /^["'“‘«‹([「『¿¡]*(?:[~≈<>≤≥±+−$€£-]*\p{N}|\$|[\p{Lu}\p{Lt}\p{Lo}\p{Script=Greek}])/u;

/** A small first letter that is a name's own: "minAction.net", "word2vec", "k-means", "node.js". */
const NAME_IN_SMALL_LETTERS = /^["'“‘«‹([]*\p{Ll}(?:\S*[\p{Lu}\p{N}]|-\p{L}|\S*\p{L}{2}\.\p{L}{2})/u;

/** Shorter than that, nothing is said about a work. */
const FEWEST_WORDS = 3;

/**
 * Says why a summary is not fit to be shown, or null when it is: complete sentences, from a beginning to
 * closing punctuation, that are no error message and tell more than the title. `title` is the work's own,
 * where known; its first word counts as a name also in small letters ("scikit-learn").
 */
export function checkSummary(summary: string, title?: string): SummaryProblem | null {
  const text = summary.replace(/\s+/gu, " ").trim();
  if (ERROR_TEXTS.some((pattern) => pattern.test(text))) return "error_text";
  if (repeatsTitle(text, title ?? "")) return "repeats_title";
  if (text === "") return "not_a_sentence";
  if (isCutShort(text)) return "cut_short";
  return beginsSentence(text, title ?? "") && titleWords(normaliseTitle(text)) >= FEWEST_WORDS
    ? null
    : "not_a_sentence";
}

/** A part of the title is a repeat too: nothing in it is new. */
function repeatsTitle(text: string, title: string): boolean {
  const words = normaliseTitle(text);
  return words !== "" && ` ${normaliseTitle(title)} `.includes(` ${words} `);
}

function isCutShort(text: string): boolean {
  return DOTS_OF_A_CUT.test(text) || !SENTENCE_END.test(text) || OPEN_ABBREVIATION.test(text);
}

function beginsSentence(text: string, title: string): boolean {
  if (SENTENCE_START.test(text) || NAME_IN_SMALL_LETTERS.test(text)) return true;
  const [firstWord] = text.split(/[\s,;:]/u);
  const [firstWordOfTitle] = title.trim().split(/[\s,;:]/u);
  return firstWord !== undefined && firstWord !== "" && firstWord === firstWordOfTitle;
}
