import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { gatherAnew, gatherWorks } from "@/db/commands/import/gather-works";
import { cancelImport } from "@/db/commands/import/steer-import";
import { addPerson } from "@/db/testing/people";
import { interchangeFile, preview, run as runIt, sendFile, shown } from "@/db/testing/uploads";
import { HUB_DOI, inventedServices } from "@/lib/sources/testing/invented-services";
import { type ReplayServer, type Reply, startReplay } from "@/lib/sources/testing/replay-server";
import { awaitImport } from "./await-import";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";

/** What the services do in turn: all well, one that fails, all that fail, one that never answers. */
type Mood = "well" | "one fails" | "all fail" | "one hangs";

const TRIES = 5;
const GIVE_UP_AFTER_MS = 60_000;

export const failingJobs: Trial = {
  name: "P3",
  promise: "Jobs retry with back-off, then stop with a reason and a retry",
  run: async (folder) => {
    let mood: Mood = "well";
    const services = await startReplay(
      inventedServices({
        openAlex: [11, 12, 13],
        semanticScholar: [12, 13, 14],
        counted: { openAlex: 812, semanticScholar: 790, crossref: 655 },
        instead: (service): Reply | undefined => {
          if (mood === "all fail" || (mood === "one fails" && service === "openalex")) return { status: 500 };
          return mood === "one hangs" && service === "openalex" ? "hang" : undefined;
        },
      }),
    );
    const set = (next: Mood) => {
      mood = next;
    };
    try {
      return await withSite(folder, (site) => tryJobs(site, services, set), {
        environment: {
          SERVICES_ON_LOOPBACK: "on",
          OPENALEX_URL: `${services.base}/openalex`,
          SEMANTIC_SCHOLAR_URL: `${services.base}/s2`,
          CROSSREF_URL: `${services.base}/crossref`,
          ARXIV_URL: `${services.base}/arxiv`,
        },
      });
    } finally {
      await services.close();
    }
  },
};

async function tryJobs(site: Site, services: ReplayServer, set: (mood: Mood) => void) {
  const admin = { byUserId: await addPerson(site.db, { role: "admin" }), address: "" };
  const gather = async () => {
    const ids = [{ scheme: "doi", value: HUB_DOI } as const];
    const [id = 0] = await gatherWorks(site.db, { ids, mostCiters: 100, ...admin });
    return id;
  };
  set("one fails");
  const partial = await awaitImport(site, await gather(), "previewed");
  const [failing, ...others] = [...(partial.preview?.sources ?? [])].sort((a, b) =>
    a.failure === b.failure ? 0 : a.failure ? -1 : 1,
  );
  assert.equal(failing?.source, "openalex");
  assert.ok(failing.failure);
  assert.ok(others.every(({ failure }) => !failure));
  set("all fail");
  const id = await gather();
  const refused = await untilFailed(site, id);
  set("well");
  await gatherAnew(site.db, { importRunId: id, hubSlug: undefined, again: false, ...admin });
  await awaitImport(site, id, "previewed");
  const cancelled = await cancelWhileItHangs(site, services, set, { gather, admin });
  const steps = await failUntilGivenUp(site);
  return {
    done: `an import by the site's own worker from services on the loopback of which one fails, all fail, one never answers (and is cancelled), and a file that the database refuses ${TRIES} times (waits shortened in the table)`,
    figures: `one failing: named (${failing.failure}), the others went in; all failing: "${refused}", after the retry previewed; hanging: cancelled and another import done ${cancelled.toFixed(1)} s later; refused: waits of ${steps.waits.join(", ")} s, then "${steps.failure}", after the retry done`,
  };
}

async function untilFailed(site: Site, id: number): Promise<string> {
  for (const started = performance.now(); performance.now() - started < GIVE_UP_AFTER_MS; await delay(50)) {
    const { status, failure } = await shown(site.pool, id);
    if (status === "failed" && failure) return failure;
  }
  throw new Error("the import never failed");
}

/** Cancels an import whose service says nothing; gives the seconds until the worker has done another one. */
async function cancelWhileItHangs(
  site: Site,
  { asked }: ReplayServer,
  set: (mood: Mood) => void,
  { gather, admin }: { gather: () => Promise<number>; admin: { byUserId: number; address: string } },
): Promise<number> {
  set("one hangs");
  const before = asked.length;
  const id = await gather();
  while (asked.length === before) await delay(20);
  await cancelImport(site.db, { importRunId: id, ...admin });
  const started = performance.now();
  const next = await sendFile(site.pool, interchangeFile("next", 3));
  await preview(site.pool, next);
  await awaitImport(site, next, "previewed");
  assert.equal((await shown(site.pool, id)).status, "cancelled");
  set("well");
  return (performance.now() - started) / 1000;
}

/** Has the database refuse a file until the worker gives it up; gives the waits between the tries and the reason. */
async function failUntilGivenUp(site: Site): Promise<{ waits: number[]; failure: string }> {
  const id = await sendFile(site.pool, interchangeFile("fog", 20));
  await preview(site.pool, id);
  await awaitImport(site, id, "previewed");
  await site.pool.query(`
    create function break_off() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger broken before insert on work for each row execute function break_off()`);
  await runIt(site.pool, id);
  const waits: number[] = [];
  while (waits.length < TRIES - 1) {
    await awaitTries(site, id, waits.length + 1);
    const { rows } = await site.pool.query<{ wait: number }>(
      "update import_run old set not_before = now() from import_run was where old.id = $1 and was.id = old.id returning extract(epoch from was.not_before - now())::float8 as wait",
      [id],
    );
    waits.push(Math.round(rows[0]?.wait ?? Number.NaN));
  }
  const failure = await untilFailed(site, id);
  await site.pool.query("drop function break_off cascade");
  await runIt(site.pool, id);
  await awaitImport(site, id, "done");
  assert.ok(
    waits.every((wait, n) => n === 0 || wait > 2 * (waits[n - 1] ?? 0)),
    `waits of ${waits}`,
  );
  assert.match(failure, /^Given up after 5 tries: .*disk full/);
  return { waits, failure };
}

/** Waits until so many tries failed and the next one is waited for. */
async function awaitTries({ pool }: Site, id: number, many: number): Promise<void> {
  for (const started = performance.now(); performance.now() - started < GIVE_UP_AFTER_MS; await delay(20)) {
    const { rows } = await pool.query(
      "select 1 from import_run where id = $1 and attempts = $2 and lease_by is null and not_before > now()",
      [id, many],
    );
    if (rows.length === 1) return;
  }
  throw new Error(`there was no try number ${many}`);
}
