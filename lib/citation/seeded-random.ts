/**
 * A source of numbers from 0 up to, not including, 1, evenly spread and always the same for the same seed: the
 * generator mulberry32 of Tommy Ettinger (public domain, 2017), which repeats itself after 2³² numbers. Of the seed,
 * the lowest 32 bits count. Not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
