import type { Route } from "next";
import { z } from "zod";
import type { VoteCursor } from "@/db/queries/person-votes";

/** The last vote of the page before: when it was last changed in microseconds, hub and vote, `1780000000000000-1-7`. */
const Cursor = z
  .string()
  .regex(/^[1-9]\d{0,15}-[1-9]\d{0,14}-[1-9]\d{0,14}$/)
  .transform((text) => {
    const [changed = 0, hubId = 0, id = 0] = text.split("-").map(Number);
    return { changed, hubId, id };
  })
  .refine(({ changed }) => Number.isSafeInteger(changed));

/** Reads where a page of votes begins; null, also for a malformed parameter, is the beginning of the list. */
export function readVoteCursor(after: string | string[] | undefined): VoteCursor | null {
  return Cursor.nullable().catch(null).parse([after].flat()[0]);
}

/** The address of a page of a person's votes. */
export function personHref(handle: string, after: VoteCursor | null = null): Route {
  const query = after === null ? "" : `?after=${after.changed}-${after.hubId}-${after.id}`;
  return `/people/${handle}${query}` as Route;
}
