/**
 * Two works that are both cited by some papers. All three counts must come from the same set of citing papers,
 * those whose reference lists are known; `together` is how many of them cite both.
 */
export interface CoCitation {
  together: number;
  citingOne: number;
  citingOther: number;
}

/**
 * The share, from 0 to 1, of a hub's citers that also cite another work: the co-citation frequency of H. Small,
 * "Co-citation in the scientific literature", Journal of the American Society for Information Science 24 (1973)
 * 265–269, over the citers whose reference lists are known. It may be shown for every co-cited work, together
 * with both numbers. It favours works that everybody cites. Throws a RangeError unless both are whole numbers
 * with 0 ≤ together ≤ citersWithLists and at least one list is known.
 */
export function coCitationShare(together: number, citersWithLists: number): number {
  requireCounts([together, citersWithLists]);
  if (citersWithLists === 0 || together > citersWithLists)
    throw new RangeError(`No share: ${together} of ${citersWithLists} citers with reference lists`);
  return together / citersWithLists;
}

/**
 * Salton's cosine of two cited works, from 0 (never cited together) to 1 (always): `together / √(a·b)`. It may
 * be shown only where the citations of both works are known here, that is where both are hubs whose citers have
 * reference lists; otherwise the count of the other work is too small and the strength too large.
 *
 * Source: G. Salton and M. J. McGill, Introduction to Modern Information Retrieval (1983), the cosine of two
 * vectors, here of ones and zeros, one place for each citing paper. Throws a RangeError on impossible counts.
 */
export function coCitationCosine(pair: CoCitation): number {
  requirePair(pair);
  return pair.together / Math.sqrt(pair.citingOne * pair.citingOther);
}

/**
 * The Jaccard index of two cited works, from 0 to 1: the papers that cite both over the papers that cite one
 * of them at least, `together / (a + b − together)`. It may be shown where the cosine may; it depends on the two
 * sets alone and is never larger than the cosine.
 *
 * Source: L. Leydesdorff, "On the normalization and visualization of author co-citation data: Salton's cosine
 * versus the Jaccard index", Journal of the American Society for Information Science and Technology 59 (2008)
 * 77–85, with the number of all citations on the diagonal. Throws a RangeError on impossible counts.
 */
export function coCitationJaccard(pair: CoCitation): number {
  requirePair(pair);
  return pair.together / (pair.citingOne + pair.citingOther - pair.together);
}

function requirePair({ together, citingOne, citingOther }: CoCitation): void {
  requireCounts([together, citingOne, citingOther]);
  if (citingOne === 0 || citingOther === 0 || together > Math.min(citingOne, citingOther))
    throw new RangeError(
      `No co-citation: ${together} citing both, ${citingOne} and ${citingOther} citing each`,
    );
}

function requireCounts(counts: readonly number[]): void {
  for (const n of counts) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a count: ${n}`);
  }
}
