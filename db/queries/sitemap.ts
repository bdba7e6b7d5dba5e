import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** A sitemap may name so many addresses. Numbers are handed out in order, so a part holds those of one range. */
const PART = 50_000;

const partOf = (column: string) => sql.raw(`(${column} - 1) / ${PART}`);

/** The parts of the sitemap that hold something, by what they list. */
export async function listSitemapParts(db: Db): Promise<{ hubs: number[]; citers: number[] }> {
  const { rows: hubs } = await db.execute<{ part: number }>(sql`
    select distinct ${partOf("id")} as part from hub where status = 'published' order by 1`);
  const { rows: citers } = await db.execute<{ part: number }>(sql`
    select distinct ${partOf("c.work_id")} as part from citation c join hub h on h.id = c.hub_id
    where h.status = 'published' and c.hidden_reason is null order by 1`);
  return { hubs: hubs.map(({ part }) => part), citers: citers.map(({ part }) => part) };
}

const within = (column: string, part: number) =>
  sql`${sql.raw(column)} between ${part * PART + 1}::bigint and ${(part + 1) * PART}::bigint`;

/** The addresses of the published hubs of a part. */
export async function listSlugsOfPart(db: Db, part: number): Promise<string[]> {
  const { rows } = await db.execute<{ slug: string }>(sql`
    select slug from hub where status = 'published' and ${within("id", part)} order by id`);
  return rows.map(({ slug }) => slug);
}

/** The numbers of the citing papers of a part that cite a published hub. */
export async function listCitersOfPart(db: Db, part: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select distinct c.work_id as id from citation c join hub h on h.id = c.hub_id
    where h.status = 'published' and c.hidden_reason is null and ${within("c.work_id", part)} order by 1`);
  return rows.map(({ id }) => id);
}
