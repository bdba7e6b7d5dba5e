import { setTimeout } from "node:timers/promises";

/** Time and chance, as arguments: tests neither wait nor guess. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws the signal's reason once it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  },
  random: () => Math.random(),
};

/** Lets requests to one service begin no closer together than `interval` milliseconds, whoever sends them. */
export class Pace {
  private next = 0;

  constructor(
    private readonly interval: number,
    private readonly clock: Clock,
  ) {}

  async turn(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const turn = Math.max(now, this.next);
    this.next = turn + this.interval;
    if (turn > now) await this.clock.sleep(turn - now, signal);
  }
}
