/**
 * The distance of two sets of labels, from 0 (the same) to 1 (nothing in common): one minus the Jaccard index times a
 * weight for how the sets lie to each other, 1 if they are equal, 2/3 if one holds the other, 1/3 if they merely
 * overlap, 0 if they are apart. Doubles count once. Two empty sets are the same.
 *
 * Source: R. Passonneau, "Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation",
 * Proceedings of LREC 2006, 831–836.
 */
export function masiDistance(
  a: ReadonlySet<string> | readonly string[],
  b: ReadonlySet<string> | readonly string[],
): number {
  const one = new Set(a);
  const other = new Set(b);
  const shared = [...one].filter((label) => other.has(label)).length;
  const all = one.size + other.size - shared;
  if (shared === all) return 0;
  const holdsOther = shared === one.size || shared === other.size;
  return 1 - (shared / all) * (holdsOther ? 2 / 3 : 1 / 3);
}
