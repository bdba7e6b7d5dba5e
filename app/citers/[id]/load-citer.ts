import { cache } from "react";
import { getCiter } from "@/db/queries/citer";
import { getRemainingWork } from "@/db/queries/remaining-work";
import { database } from "@/lib/database";

/** The citing work that an address names, read once a request; null when there is none, or there could be none. */
export const loadCiter = cache(async (id: string) =>
  isNumber(id) ? getCiter(database(), Number(id)) : null,
);

/** The work with which one that an address names was merged; null when it was not merged. */
export async function findRemaining(id: string): Promise<number | null> {
  return isNumber(id) ? getRemainingWork(database(), Number(id)) : null;
}

const isNumber = (id: string) => /^[1-9]\d{0,14}$/.test(id);
