import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ImportRecord } from "@/lib/import/record";

type Fields = Extract<ImportRecord, { kind: "work" }>["fields"];
type Identifiers = Extract<ImportRecord, { kind: "work" }>["identifiers"];

export const work = (
  key: string,
  fields: Fields = {},
  identifiers: Identifiers = [],
  source = "spokes",
): ImportRecord => ({
  kind: "work",
  key,
  fields,
  identifiers,
  source,
});
export const doi = (value: string): Identifiers => [{ scheme: "doi", value }];
export const arxiv = (value: string): Identifiers => [{ scheme: "arxiv", value }];
export const hub = (key: string): ImportRecord => ({ kind: "hub", work: key });
export const citation = (hubKey: string, citing: string): ImportRecord => ({
  kind: "citation",
  hub: hubKey,
  citing,
});

export const LIGHTHOUSES = work(
  "hub",
  { title: "A census of lighthouses and their keepers", published: "1999" },
  doi("10.5555/hub"),
);

/** Rows of another hub, so that a forgotten condition shows. */
export const NOISE: ImportRecord[] = [
  work("noise", { title: "On the tides of an invented sea" }, doi("10.5555/noise")),
  hub("noise"),
  work("n1", { title: "Tides and the people who read them", published: "2003" }, doi("10.5555/n1")),
  citation("noise", "n1"),
  { kind: "context", hub: "noise", citing: "n1", text: "We follow the tables of [1].", source: "spokes" },
  { kind: "reference", citing: "n1", cited: "hub2" },
  work("hub2", { title: "Something else entirely, and unrelated" }, doi("10.5555/other")),
];

export async function titlesOf(db: Db, slug: string) {
  const { rows } = await db.execute<{ title: string }>(sql`
    select w.title from citation c join hub h on h.id = c.hub_id join work w on w.id = c.work_id
    where h.slug = ${slug} order by w.title`);
  return rows.map((row) => row.title);
}

export const SLUG = "a-census-of-lighthouses-and-their-keepers";

export const WINTERS = "How keepers spent their winters";

/** Two known citers of one title, so that a row with that title could be either. */
export const TWO_WINTERS: ImportRecord[] = [
  ...NOISE,
  LIGHTHOUSES,
  hub("hub"),
  work("a", { title: WINTERS, published: "2004" }, doi("10.5555/a")),
  work("b", { title: WINTERS, published: "2005" }, doi("10.5555/b")),
  citation("hub", "a"),
  citation("hub", "b"),
];
