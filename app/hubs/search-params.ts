import type { Route } from "next";
import { z } from "zod";

/** The database counts citers in 32 bits. */
const LARGEST_COUNT = 2 ** 31 - 1;

/** The last hub of the page before: citers and id, `36-1`. */
const HubCursor = z
  .string()
  .regex(/^\d{1,10}-[1-9]\d{0,14}$/)
  .transform((text) => {
    const [citers = 0, id = 0] = text.split("-").map(Number);
    return { citers, id };
  })
  .refine(({ citers }) => citers <= LARGEST_COUNT);
export type HubCursor = z.infer<typeof HubCursor>;

/** Reads where a page of hubs begins; null, also for a malformed parameter, is the beginning of the list. */
export function readHubCursor(after: string | string[] | undefined): HubCursor | null {
  return HubCursor.nullable().catch(null).parse([after].flat()[0]);
}

/** The address of a page of hubs. */
export function hubsHref(after: HubCursor | null): Route {
  return (after === null ? "/hubs" : `/hubs?after=${after.citers}-${after.id}`) as Route;
}
