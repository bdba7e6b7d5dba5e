import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import type { ImportRecord } from "@/lib/import/record";
import { takeRecords } from "./take-records";

/** A hub with two records of one paper, each with a sentence of its own and one that both have. */
function twinsOf(slug: string): ImportRecord[] {
  const title = `A second count of the gulls of ${slug} and their nests`;
  const work = (key: string, fields: { title: string; published: string }): ImportRecord => ({
    kind: "work",
    key: `${slug}.${key}`,
    fields: { ...fields, authors: [{ name: "Ada Gull" }] },
    identifiers: [{ scheme: "doi", value: `10.5555/${slug}.${key}` }],
    source: "spokes",
  });
  const said = (citing: string, text: string): ImportRecord => ({
    kind: "context",
    hub: `${slug}.hub`,
    citing: `${slug}.${citing}`,
    text,
    source: "spokes",
  });
  return [
    work("hub", { title: `The gulls of ${slug} counted once`, published: "1999" }),
    { kind: "hub", work: `${slug}.hub`, slug },
    work("preprint", { title, published: "2003" }),
    work("printed", { title, published: "2004-05" }),
    { kind: "citation", hub: `${slug}.hub`, citing: `${slug}.preprint` },
    { kind: "citation", hub: `${slug}.hub`, citing: `${slug}.printed` },
    said("preprint", "As in [1], gulls nest in the north."),
    said("printed", "As in [1], gulls nest in the north."),
    said("preprint", "Only the preprint thinks so [1]."),
  ];
}

/** Takes them in, and gives the numbers of the two records. */
export async function addTwinPapers(
  connection: Connection,
  slug: string,
): Promise<{ preprint: number; printed: number }> {
  await takeRecords(connection, twinsOf(slug));
  const { rows } = await connection.db.execute<{ id: number }>(sql`
    select work_id as id from work_identifier
    where value in (${`10.5555/${slug}.preprint`}, ${`10.5555/${slug}.printed`}) order by value`);
  return { preprint: rows[0]?.id ?? 0, printed: rows[1]?.id ?? 0 };
}
