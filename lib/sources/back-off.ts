const FIRST_WAIT = 1000;

/**
 * How long to wait after the `attempt`th failure (from 1) when the service does not say: one second, then twice as long
 * each time, less a random part of up to a half, so that those who failed together do not come back together.
 * @param random from 0 to below 1
 * @returns milliseconds
 */
export function backOff(attempt: number, random: number): number {
  return FIRST_WAIT * 2 ** (attempt - 1) * (1 - random / 2);
}

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds, or a date.
 * @param now milliseconds since 1970
 * @returns milliseconds from now, never negative; null when there is none or it cannot be read
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
