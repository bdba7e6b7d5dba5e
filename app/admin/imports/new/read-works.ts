import { UserError } from "@/lib/errors";
import type { Identifier } from "@/lib/import/record";
import { identifierKey } from "@/lib/import/work-key";
import { readWorkId } from "@/lib/jobs/import-hub";

/** As many works as are gathered at one asking. */
export const MOST_WORKS = 20;

/**
 * The works that a person names, one on each line; the same one twice is one.
 * @throws UserError when a line names no work, or there are too many.
 */
export function readWorks(typed: string): Identifier[] {
  const lines = typed.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  if (lines.length > MOST_WORKS)
    throw new UserError(`These are ${lines.length} works. Name at most ${MOST_WORKS} at once.`);
  const works = new Map(
    lines.map((line) => {
      const id = readWorkId(line);
      return [identifierKey(id), id] as const;
    }),
  );
  if (works.size === 0) throw new UserError("Name a work, for example doi:10.1000/182.");
  return [...works.values()];
}
