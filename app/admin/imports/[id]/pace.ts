import type { ImportProgress } from "@/lib/import/progress";

/** How many a second, and how many whole seconds until the end of the phase at that rate; null where it is too early to say. */
export function paceOf({ done, total, since, at }: ImportProgress): {
  rate: number | null;
  secondsLeft: number | null;
} {
  const seconds = since === undefined || at === undefined ? 0 : (at - since) / 1000;
  const rate = seconds > 0 ? Math.round(done / seconds) : 0;
  if (rate === 0) return { rate: null, secondsLeft: null };
  return { rate, secondsLeft: total === null ? null : Math.ceil(Math.max(0, total - done) / rate) };
}
