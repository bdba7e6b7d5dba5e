/** The part of the time in which a program starts and does nothing yet. */
const START = 0.4;

/**
 * When to kill: at random from the program's start on, in a time that gets shorter with each kill that came too late and
 * longer with the others.
 */
export class KillWindow {
  hits = 0;
  misses = 0;
  private ms: number;

  /** @param longest how long the program takes when nobody kills it, in milliseconds. */
  constructor(
    private readonly longest: number,
    private readonly random: () => number,
  ) {
    this.ms = longest * (1 - START);
  }

  pause(): number {
    return this.longest * START + this.ms * this.random();
  }

  note(isHit: boolean): void {
    if (isHit) this.hits += 1;
    else this.misses += 1;
    this.ms *= isHit ? 1.03 : 0.85;
  }
}
