/**
 * Cohen's kappa of two raters: how far they agree beyond what chance would give, 1 for full agreement, 0 for chance.
 * Each pair holds what both said of one unit. Null without a pair, and when both always gave one and the same value,
 * because chance alone would then give full agreement.
 *
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
 * (1960) 37–46.
 */
export function cohenKappa<Value>(pairs: readonly (readonly [Value, Value])[]): number | null {
  const n = pairs.length;
  const agreeing = pairs.filter(([one, other]) => one === other).length;
  const ones = timesOfEach(pairs.map(([one]) => one));
  const others = timesOfEach(pairs.map(([, other]) => other));
  // Both shares times n², so that all is exact until the division.
  const byChance = [...ones].reduce((sum, [value, times]) => sum + times * (others.get(value) ?? 0), 0);
  return byChance === n * n ? null : (n * agreeing - byChance) / (n * n - byChance);
}

function timesOfEach<Value>(values: readonly Value[]): Map<Value, number> {
  const times = new Map<Value, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}
