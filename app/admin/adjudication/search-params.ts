import type { Route } from "next";
import { z } from "zod";
import type { ContestedCursor } from "@/db/queries/adjudication";

const Cursor = z
  .string()
  .regex(/^\d{1,9}\.[1-9]\d{0,14}$/)
  .transform((text): ContestedCursor => {
    const [votes = 0, targetId = 0] = text.split(".").map(Number);
    return { votes, targetId };
  });

/** Where the page of contested targets begins; null for the first, and for what cannot be read. */
export function readContestedCursor(params: Readonly<Record<string, string | string[] | undefined>>) {
  return Cursor.nullable().catch(null).parse([params.after].flat()[0]);
}

/** The address of a page of contested targets. */
export function adjudicationHref(after: ContestedCursor | null): Route {
  return `/admin/adjudication${after === null ? "" : `?after=${after.votes}.${after.targetId}`}` as Route;
}
