import { coCitationCosine } from "@/lib/citation/cocitation";

/**
 * How strongly a work belongs to the hub: Salton's cosine of the two, from 0 to 1. Null where it cannot be told, because
 * the other work's own citers are not known here, or not all of those who cite both.
 */
export function coCitedStrength(
  work: { citers: number; otherCiters: number | null },
  withReferences: number,
): number | null {
  const { citers: together, otherCiters } = work;
  if (otherCiters === null || otherCiters === 0 || withReferences === 0) return null;
  if (together > Math.min(otherCiters, withReferences)) return null;
  return coCitationCosine({ together, citingOne: withReferences, citingOther: otherCiters });
}
