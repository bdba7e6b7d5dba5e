/** What people label: a sentence, or (context null) a citation as a whole. */
export interface Target {
  hubId: number;
  /** The citing work. */
  workId: number;
  contextId: number | null;
}

/** What an address says of a target. A sentence is found by its own number; a paper as a whole by hub and work. */
export type TargetKey =
  | { kind: "context"; contextId: number }
  | { kind: "paper"; hubId: number; workId: number };

const CONTEXT = /^context-([1-9]\d*)$/;
const PAPER = /^paper-([1-9]\d*)-([1-9]\d*)$/;

/** The address of a target: `context-56` for a sentence, `paper-12-34` for hub 12 as cited by work 34 as a whole. */
export function formatTargetKey(target: Target): string {
  return target.contextId === null ? `paper-${target.hubId}-${target.workId}` : `context-${target.contextId}`;
}

/**
 * Reads what `formatTargetKey` writes; null for everything else. Every target has one address only, so a leading
 * zero is refused, and so is a number too large to be exact.
 */
export function parseTargetKey(text: string): TargetKey | null {
  const context = CONTEXT.exec(text);
  const paper = PAPER.exec(text);
  const numbers = [...(context ?? paper ?? [])].slice(1).map(Number);
  if (!numbers.every(Number.isSafeInteger)) return null;
  const [first, second] = numbers;
  if (first === undefined) return null;
  return second === undefined
    ? { kind: "context", contextId: first }
    : { kind: "paper", hubId: first, workId: second };
}
