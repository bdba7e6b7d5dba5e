import type { Db } from "@/db/client";
import { getHub, getNewSlug } from "@/db/queries/hub";
import { ApiProblem, MovedHub } from "./problem";

/**
 * The published hub at an address.
 *
 * @throws MovedHub where it has another address now, and ApiProblem where there is none for readers.
 */
export async function requireHub(db: Db, slug: string) {
  const hub = await getHub(db, slug);
  if (hub !== null) return hub;
  const moved = await getNewSlug(db, slug);
  throw moved === null ? new ApiProblem("not-found", `There is no hub called ${slug}.`) : new MovedHub(moved);
}
