import { setTimeout as delay } from "node:timers/promises";
import { createDb } from "@/db/client";
import { listCiters } from "@/db/queries/citers";
import { parseQuery } from "@/lib/citation/query-language";
import { type Line, middle, type Rounds, ratios, sampledInTurn } from "./rounds";
import { LARGE, SMALL, type World } from "./world";

const PAGE_ROWS = 50;
const THREE_FILTERS = "year:1990..2010 has:context -is:self";

/** Milliseconds until the whole answer is there. */
async function timeOf(url: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  await answer.arrayBuffer();
  return performance.now() - started;
}

/** The time of a page that has to be rendered: all pages are dropped just before. */
export async function timeUncached({ pool, site }: World, path: string): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    await pool.query(`select pg_notify('spokes_pages', '"all"')`);
    await delay(30);
    const started = performance.now();
    const answer = await fetch(`${site.url}${path}`);
    await answer.arrayBuffer();
    const took = performance.now() - started;
    if (answer.headers.get("x-nextjs-cache") === "MISS") return took;
  }
  throw new Error(`${path} was never rendered anew`);
}

/** R4: what a hub's size costs where nothing is held ready. */
export async function measureUncached(world: World, how: Rounds): Promise<Line[]> {
  const { site, pool } = world;
  const explorer = (slug: string, query = "") => `${site.url}/hubs/${slug}/citers${query}`;
  const last = await lastPage(pool);
  const filters = `?q=${encodeURIComponent(THREE_FILTERS)}`;
  const rowsOf = await timeRows(world);
  const sides: [string, string, number | null, () => Promise<number>, () => Promise<number>][] = [
    [
      "R4",
      "uncached hub page with 100,000 citers ÷ with 100",
      1.1,
      () => timeUncached(world, `/hubs/${LARGE.slug}`),
      () => timeUncached(world, `/hubs/${SMALL.slug}`),
    ],
    [
      "R4",
      "explorer's last page ÷ its first, 100,000 citers",
      1.3,
      () => timeOf(explorer(LARGE.slug, last)),
      () => timeOf(explorer(LARGE.slug)),
    ],
    [
      "R4",
      "explorer's rows with three filters, 100,000 citers ÷ 100",
      2,
      () => rowsOf(LARGE.slug),
      () => rowsOf(SMALL.slug),
    ],
    [
      "R4b",
      "the whole page with three filters: rows, counts and facets, 100,000 citers ÷ 100",
      null,
      () => timeOf(explorer(LARGE.slug, filters)),
      () => timeOf(explorer(SMALL.slug, filters)),
    ],
  ];
  const lines: Line[] = [];
  for (const [name, what, atMost, a, b] of sides) {
    const [ofA, ofB] = await sampledInTurn(how, a, b);
    lines.push({
      name,
      what,
      target: atMost === null ? null : { atMost },
      ratios: ratios(ofA, ofB),
      note: `p50 ${middle(ofA).toFixed(1)} and ${middle(ofB).toFixed(1)} ms`,
    });
  }
  return lines;
}

/** Milliseconds until the first page of rows under three filters is there, asked as the explorer asks. */
async function timeRows({ pool }: World): Promise<(slug: string) => Promise<number>> {
  const db = createDb(pool);
  const { query } = parseQuery(THREE_FILTERS);
  const { rows } = await pool.query<{ slug: string; id: number }>("select slug, id from hub");
  const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
  return async (slug) => {
    const started = performance.now();
    await listCiters(db, ids.get(slug) ?? 0, { query, sort: "newest", after: null, limit: PAGE_ROWS });
    return performance.now() - started;
  };
}

/** The query of the explorer's last page, by its keyset: after the row that is 50 before the end. */
async function lastPage(pool: World["pool"]): Promise<string> {
  const { rows } = await pool.query<{ value: string; id: number }>(
    `select c.published as value, c.work_id as id from citation c join hub h on h.id = c.hub_id
     where h.slug = $1 order by c.published, c.work_id offset 50 limit 1`,
    [LARGE.slug],
  );
  const [row] = rows;
  if (!row) throw new Error("the hub has no citers");
  return `?after=${row.value}.${row.id}`;
}
