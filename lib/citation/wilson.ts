/** The 97.5 % point of the standard normal distribution, which makes a two-sided interval of 95 %. */
const Z = 1.959964;

/** Below this number of labelled citers a share says little: it is printed grey, and no words are built on it. */
export const FEWEST_FOR_SHARE = 10;

/** Two proportions between 0 and 1, `low` never above `high`. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The 95 % score interval for a proportion of which `k` cases out of `n` were seen, without correction for
 * continuity. With no case at all anything is possible: 0 to 1. Throws a RangeError unless both are whole
 * numbers with 0 ≤ k ≤ n.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927) 209–212; written as method 3 of R. G. Newcombe, "Two-sided
 * confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857–872, whose examples
 * are the test.
 */
export function wilsonInterval(k: number, n: number): Interval {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || k < 0 || k > n)
    throw new RangeError(`No proportion: ${k} of ${n}`);
  if (n === 0) return { low: 0, high: 1 };
  const centre = 2 * k + Z ** 2;
  const reach = Z * Math.sqrt(Z ** 2 + 4 * k * (1 - k / n));
  const scale = 2 * (n + Z ** 2);
  return {
    low: k === 0 ? 0 : (centre - reach) / scale,
    high: k === n ? 1 : (centre + reach) / scale,
  };
}

/**
 * An interval for a reader, in whole percent: "34–64 %", with a no-break space before the sign. One that is
 * too narrow for two numbers prints one ("49 %"); at the ends it prints "< 1 %" and "> 99 %", because neither
 * 0 nor 100 would be true.
 */
export function formatInterval({ low, high }: Interval): string {
  const from = Math.round(low * 100);
  const to = Math.round(high * 100);
  if (to === 0) return "<\u00a01\u00a0%";
  if (from === 100) return ">\u00a099\u00a0%";
  return from === to ? `${from}\u00a0%` : `${from}–${to}\u00a0%`;
}
