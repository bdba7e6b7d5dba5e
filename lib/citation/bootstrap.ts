import { seededRandom } from "@/lib/citation/seeded-random";

/** How much of the distribution an interval leaves out at each end. */
const TAIL = 0.025;

/**
 * The 95 % percentile interval of a statistic: units are drawn with replacement, as many as there are, `samples` times,
 * and the interval holds the middle 95 % of what the statistic gives. The same units in the same order with the same
 * seed give the same interval.
 *
 * Samples on which the statistic is null are left out. The interval is null when fewer than two units were given, or
 * when less than half of the samples had a value. Where every unit agrees every sample does, and the interval is a
 * point, however few units there are: it then says nothing about how sure the figure is.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), section 13.3. For agreement: A. Zapf
 * et al., "Measuring inter-rater reliability for nominal data – which coefficients and confidence intervals are
 * appropriate?", BMC Medical Research Methodology 16 (2016) 93.
 */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  statistic: (sample: readonly Unit[]) => number | null,
  { seed, samples = 1000 }: { seed: number; samples?: number },
): { low: number; high: number } | null {
  if (units.length < 2) return null;
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let i = 0; i < samples; i += 1) {
    const value = statistic(resample(units, random));
    if (value !== null) values.push(value);
  }
  if (2 * values.length < samples) return null;
  values.sort((a, b) => a - b);
  const last = values.length - 1;
  const low = values[Math.floor(TAIL * last)];
  const high = values[Math.ceil((1 - TAIL) * last)];
  return low === undefined || high === undefined ? null : { low, high };
}

function resample<Unit>(units: readonly Unit[], random: () => number): Unit[] {
  return units.map((unit) => units[Math.floor(random() * units.length)] ?? unit);
}
