import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** The right answers on one axis, why they are right, and what to say to answers that are likely and wrong. */
interface WarmUpKey<Value extends string> {
  accepted: readonly [Value, ...Value[]];
  because: string;
  mistakes: Readonly<Partial<Record<Value, string>>>;
}

/** An invented context to practise on, shaped like a real one. */
export interface WarmUpItem {
  id: string;
  hub: { title: string; claims: readonly { number: number; text: string }[] };
  citer: { title: string; year: number };
  section: string;
  before: string;
  text: string;
  after: string;
  /** Where the text cites the hub: half-open ranges in UTF-16 units. */
  markers: readonly { start: number; end: number }[];
  role: WarmUpKey<Role>;
  polarity: WarmUpKey<Polarity>;
  /** Null where the right polarity takes no basis. */
  basis: WarmUpKey<EvidenceBasis> | null;
}

/** What was answered; null where nothing was chosen or no basis was asked. */
export interface WarmUpAnswer {
  role: Role | null;
  polarity: Polarity | null;
  basis: EvidenceBasis | null;
}

export interface WarmUpVerdict {
  right: boolean;
  explanation: string;
}

/**
 * What to tell somebody who answered an item, axis by axis. A wrong answer is explained first by what speaks against
 * it, where that is known, and then by why the right one is right. The basis has no verdict (null) where the right
 * polarity takes none; where it takes one and none was given, that is not right.
 */
export function checkWarmUp(
  item: WarmUpItem,
  answer: WarmUpAnswer,
): { role: WarmUpVerdict; polarity: WarmUpVerdict; basis: WarmUpVerdict | null } {
  return {
    role: verdict(item.role, answer.role),
    polarity: verdict(item.polarity, answer.polarity),
    basis: item.basis === null ? null : verdict(item.basis, answer.basis),
  };
}

function verdict<Value extends string>(key: WarmUpKey<Value>, answer: Value | null): WarmUpVerdict {
  if (answer !== null && key.accepted.includes(answer)) return { right: true, explanation: key.because };
  const mistake = answer === null ? undefined : key.mistakes[answer];
  return { right: false, explanation: mistake === undefined ? key.because : `${mistake} ${key.because}` };
}
