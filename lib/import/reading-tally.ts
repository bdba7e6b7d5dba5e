import { type Rejection, UnreadableFileError } from "./record";
import { rejection } from "./remark";

/** Counts what is read of a file, so that one of which nothing can be read is refused with the reason. */
export class ReadingTally {
  private refused: string | null = null;

  /** How many works were read. */
  works = 0;

  /** An entry that is left out; the first reason is remembered. */
  refuse(where: string, reason: string): Rejection {
    this.refused ??= `${where} ${reason}`;
    return rejection(where, reason);
  }

  /** @throws UnreadableFileError when no work was read: `what` says of what there is none ("papers"). */
  end(what: string): void {
    if (this.works > 0) return;
    throw new UnreadableFileError(`The file holds no ${what}: ${this.refused ?? "its lists are empty"}.`);
  }
}
