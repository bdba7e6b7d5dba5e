import { share } from "@/lib/citation/count";
import type { Passage } from "./passage";

/** What a paper and a paragraph hold at most, in characters and in marks: several times what the longest book does. */
const LIMITS = { paper: 3_000_000, paragraph: 100_000, links: 2_000 };

/** The paragraphs that may be prose, as far as a paper can be long; `problem` says how many are left out. */
export function readablePassages(passages: readonly Passage[]): {
  passages: Passage[];
  problem: string | null;
} {
  const read: Passage[] = [];
  let length = 0;
  for (const passage of passages) {
    if (passage.text.length > LIMITS.paragraph || passage.links.length > LIMITS.links) continue;
    length += passage.text.length;
    if (length > LIMITS.paper) break;
    read.push(passage);
  }
  const left = passages.length - read.length;
  const problem = `${share(left, passages.length)} paragraphs left out: no prose is as long`;
  return { passages: read, problem: left === 0 ? null : problem };
}
