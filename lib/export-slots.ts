import "server-only";
import { networkOf } from "./auth/network";

/** Each holds a connection of the pool for as long as somebody reads, and pages need theirs. */
const AT_ONCE = 4;
const AT_ONCE_FROM_A_NETWORK = 2;

const taken: string[] = [];

/** A place among the files that are sent at once, to be given back; null when there is none for this address. */
export function takeExportSlot(address: string): (() => void) | null {
  const network = networkOf(address);
  const fromThere = taken.filter((one) => one === network).length;
  if (taken.length >= AT_ONCE || fromThere >= AT_ONCE_FROM_A_NETWORK) return null;
  taken.push(network);
  let isTaken = true;
  return () => {
    if (isTaken) taken.splice(taken.indexOf(network), 1);
    isTaken = false;
  };
}
