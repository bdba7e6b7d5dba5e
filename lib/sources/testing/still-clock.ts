import type { Clock } from "../clock";

/** A clock that goes on by what is slept, at once; `slept` are the sleeps in milliseconds. */
export function stillClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  let now = Date.parse("2026-01-02T03:04:05Z");
  return {
    slept,
    now: () => now,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0,
  };
}
