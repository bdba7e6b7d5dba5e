import { createPool, withConnection } from "@/db/client";
import { addVotableHubs } from "@/db/testing/votable";

/**
 * Adds a made-up hub to the site, of which the n-th citer has n sentences, and gives its targets. Whoever votes does so
 * on a hub of their own file: other files expect the demonstration hub without votes.
 */
export async function addVotableHub(slug: string, citers: number) {
  const pool = createPool(process.env.SPOKES_DATABASE_URL ?? "", { max: 2, applicationName: "spokes e2e" });
  try {
    return await withConnection(pool, (connection) => addVotableHubs(connection, { [slug]: citers }));
  } finally {
    await pool.end();
  }
}
