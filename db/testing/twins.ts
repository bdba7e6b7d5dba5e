import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { citation, doi, hub, work } from "./lighthouses";
import { takeRecords } from "./take-records";

const said = (hubKey: string, citing: string, text: string, position: number): ImportRecord => ({
  kind: "context",
  hub: hubKey,
  citing,
  text,
  position,
  source: "spokes",
});

const suggested = (hubKey: string, citing: string, source: string, contextText?: string): ImportRecord => ({
  kind: "suggestion",
  hub: hubKey,
  citing,
  original: "disputing",
  polarity: "contrasting",
  basis: "own_evidence",
  source,
  ...(contextText === undefined ? {} : { contextText, contextPosition: 1 }),
});

/** The sentence that stands in both papers. */
export const SHARED = "As in the census [1], most lights had two keepers.";

/** The addresses of the two hubs. */
export const KEEPERS = "all-about-the-keepers-of-lighthouses";
export const TIDES = "on-the-tides-of-an-invented-sea";

const lonely = (key: string, title: string, published: string) =>
  work(key, { title, published, authors: [{ name: `Author of ${key}` }] }, doi(`10.5555/${key}`));

/**
 * Two records of one paper, `preprint` and `printed`: both cite the hub `keepers` with one sentence in common, each has
 * sentences and suggestions of its own, one of them cites the hub `tides` as well, and both have references. A third
 * paper, `draft`, is the same again. Around them other citers of both hubs.
 */
export const TWINS: ImportRecord[] = [
  lonely("keepers", "All about the keepers of lighthouses", "1999"),
  hub("keepers"),
  { kind: "claim", hub: "keepers", number: 1, text: "Most lights had two keepers." },
  { kind: "claim", hub: "keepers", number: 2, text: "Lamps burn longer in the cold." },
  lonely("tides", "On the tides of an invented sea", "1998"),
  hub("tides"),
  { kind: "claim", hub: "tides", number: 1, text: "It rises twice a day." },
  { kind: "claim", hub: "tides", number: 2, text: "It falls twice a day." },
  lonely("preprint", "Counting the keepers of the north again", "2003"),
  lonely("printed", "Counting the Keepers of the North Again", "2004-05"),
  lonely("draft", "Counting the keepers of the north, again and again", "2002"),
  lonely("other", "Lamps, lenses and the people who clean them", "2005"),
  lonely("third", "What the tide brings to a lighthouse", "2006"),
  lonely("book", "A book that everybody has read", "1990"),
  lonely("paper", "A paper that some have read", "1991"),
  citation("keepers", "preprint"),
  { kind: "citation", hub: "keepers", citing: "printed", isInfluential: true, isSelf: true },
  citation("keepers", "draft"),
  citation("keepers", "other"),
  citation("tides", "preprint"),
  citation("tides", "draft"),
  citation("tides", "third"),
  said("keepers", "preprint", SHARED, 1),
  said("keepers", "preprint", "Only the preprint says this of [1].", 2),
  said("keepers", "printed", SHARED, 1),
  said("keepers", "printed", "Only the printed paper says this of [1].", 2),
  said("keepers", "draft", SHARED, 1),
  said("keepers", "other", "Another paper speaks of [1].", 1),
  said("tides", "preprint", "The tides [2] matter as well.", 1),
  said("tides", "third", "We rest on [3].", 1),
  suggested("keepers", "preprint", "model", SHARED),
  suggested("keepers", "printed", "model", SHARED),
  suggested("keepers", "preprint", "other-model", SHARED),
  suggested("keepers", "preprint", "model"),
  suggested("keepers", "printed", "model"),
  suggested("tides", "preprint", "model"),
  ...["preprint", "printed", "draft", "other", "third"].map(
    (citing): ImportRecord => ({ kind: "reference", citing, cited: "book" }),
  ),
  { kind: "reference", citing: "preprint", cited: "paper" },
  { kind: "reference", citing: "printed", cited: "preprint" },
  { kind: "reference", citing: "other", cited: "preprint" },
  { kind: "reference", citing: "other", cited: "printed" },
  { kind: "reference", citing: "third", cited: "draft" },
];

const KEYS = ["keepers", "tides", "preprint", "printed", "draft", "other", "third", "book", "paper"] as const;

/** Takes them in, and gives the numbers of the works by their keys. */
export async function addTwins(connection: Connection) {
  await takeRecords(connection, TWINS);
  const { rows } = await connection.db.execute<{ key: string; id: number }>(sql`
    select substr(value, 9) as key, work_id as id from work_identifier where scheme = 'doi'`);
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return Object.fromEntries(KEYS.map((key) => [key, ids.get(key) ?? 0])) as Record<
    (typeof KEYS)[number],
    number
  >;
}

/** The targets of a work: of each hub the paper as a whole, then its sentences in their order. */
export async function targetsOf(db: Db, workId: number): Promise<Target[]> {
  const { rows } = await db.execute<Target & Record<string, unknown>>(sql`
    select c.hub_id as "hubId", c.work_id as "workId", x.id as "contextId" from citation c
    cross join lateral (
      select null::bigint as id, -1 as position
      union all select id, position from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id
    ) as x
    where c.work_id = ${workId} and c.hidden_reason is null order by c.hub_id, x.position, x.id`);
  return rows;
}
