import { withThousands } from "@/lib/citation/count";
import { type Rejection, UnreadableFileError } from "./record";
import { rejection } from "./remark";

/** So many entries are refused one by one, before the first that can be read and in all; then the file is refused. */
const LIMITS = { atFirst: 1000, inAll: 100_000 };

/** Counts what is read of a file, so that one of which nothing can be read is refused with the reason. */
export class ReadingTally {
  private reason: string | null = null;
  private refused = 0;

  /** How many works were read. */
  works = 0;

  /**
   * An entry that is left out; the first reason is remembered.
   * @throws UnreadableFileError when there are too many of them.
   */
  refuse(where: string, reason: string): Rejection {
    this.reason ??= `${where} ${reason}`;
    this.refused += 1;
    if (this.refused > (this.works === 0 ? LIMITS.atFirst : LIMITS.inAll))
      throw new UnreadableFileError(
        `More than ${withThousands(this.refused - 1)} entries of the file cannot be read: ${this.reason}.`,
      );
    return rejection(where, reason);
  }

  /** @throws UnreadableFileError when no work was read: `what` says of what there is none ("papers"). */
  end(what: string): void {
    if (this.works > 0) return;
    throw new UnreadableFileError(`The file holds no ${what}: ${this.reason ?? "its lists are empty"}.`);
  }
}
