import leven from "leven";
import { type Identifier, parseIdentifier } from "@/lib/citation/identifiers";
import {
  CLAIM_VERDICTS,
  type ClaimAsked,
  QUERY_KEYS,
  QUERY_VOCABULARIES,
  type QueryKey,
  type ValueOf,
  type VocabularyKey,
  type YearRange,
} from "@/lib/citation/query";

/** A value that was read, or what is wrong with it and what could stand there instead. */
export type ReadValue<Value, Instead extends string = string> =
  | { readonly value: Value }
  | { readonly message: string; readonly instead: Instead | null };

const LARGEST_NUMBER = 2 ** 31 - 1;

/** Reads a word of the vocabulary of `key`; case, hyphens and spaces do not count. */
export function readWord<Key extends VocabularyKey>(key: Key, text: string): ReadValue<ValueOf<Key>> {
  const words: readonly ValueOf<Key>[] = QUERY_VOCABULARIES[key];
  const word = plain(text);
  const found = words.find((one) => one === word);
  if (found !== undefined) return { value: found };
  return { message: `${key}: knows ${words.join(", ")}.`, instead: nearestWord(word, words) };
}

/** Reads `2019`, `2019..2023`, `2019..` or `..2023`. */
export function readYears(text: string): ReadValue<YearRange> {
  const message = "Years are written 2019, 2019..2023, 2019.. or ..2023.";
  const [, from = "", dots, to = ""] = /^(\d{4})?(\.\.)?(\d{4})?$/u.exec(text) ?? [];
  const first = from === "" ? null : Number(from);
  const last = to === "" ? null : Number(to);
  if ((first === null && last === null) || (dots === undefined && first !== null && last !== null)) {
    const years = text.match(/\d{4}/gu) ?? [];
    return {
      message,
      instead: years.length === 0 ? null : [...new Set(years)].sort().slice(0, 2).join(".."),
    };
  }
  if (dots === undefined) return { value: { from: first, to: first } };
  if (first !== null && last !== null && first > last)
    return { message: "The earlier year stands first.", instead: `${last}..${first}` };
  return { value: { from: first, to: last } };
}

/** Reads `C2` or `2`, with a verdict behind a stroke if only that is meant: `C2/contrasting`. */
export function readClaim(text: string): ReadValue<ClaimAsked> {
  const message = `Claims are written C2 or C2/contrasting; verdicts are ${CLAIM_VERDICTS.join(", ")}.`;
  const [, digits = "", word] = /^c?(\d{1,10})(?:\/(.*))?$/iu.exec(text) ?? [];
  const number = Number(digits);
  if (digits === "" || number < 1 || number > LARGEST_NUMBER) return { message, instead: null };
  if (word === undefined) return { value: { number, verdict: null } };
  const verdict = CLAIM_VERDICTS.find((one) => one === plain(word));
  if (verdict !== undefined) return { value: { number, verdict } };
  const nearest = nearestWord(plain(word), CLAIM_VERDICTS);
  return { message, instead: nearest === null ? `C${number}` : `C${number}/${nearest}` };
}

/** Reads an identifier in any form that says what it is, or the number that a work has here. */
export function readCitedWork(text: string): ReadValue<Identifier | number> {
  if (/^[1-9]\d{0,14}$/u.test(text)) return { value: Number(text) };
  const identifier = parseIdentifier(text);
  if (identifier !== null) return { value: identifier };
  return { message: "A work is named by an identifier, such as cites:doi:10.1000/182.", instead: null };
}

/** The key that a word is, or nearly is. */
export function readKey(text: string): ReadValue<QueryKey, QueryKey> {
  const word = plain(text);
  const found = QUERY_KEYS.find((key) => key === word);
  if (found !== undefined) return { value: found };
  return { message: `There is no term “${text}:”.`, instead: nearestWord(word, QUERY_KEYS) };
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "_");

/** The word that a mistyped one most likely stands for: one that it begins, else one that differs in a third at most. */
function nearestWord<Word extends string>(typed: string, words: readonly Word[]): Word | null {
  if (typed === "" || typed.length > 40) return null;
  const begun = words.filter((word) => word.startsWith(typed));
  if (begun.length === 1) return begun[0] ?? null;
  const ranked = words
    .map((word) => ({ word, distance: leven(typed, word) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null;
}
