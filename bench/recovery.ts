import { setTimeout as delay } from "node:timers/promises";
import { readUnderLoad } from "./load";
import { inTurn, type Line, middle, type Rounds, ratios } from "./rounds";
import { SMALL, type World } from "./world";

const READY_AGAIN_MS = 5_000;

/** R8: what the site answers before PostgreSQL is killed, and five seconds after it is back. */
export async function measureRecovery(world: World, how: Rounds): Promise<Line[]> {
  // Rendered for every reader, so that each answer needs the database.
  const load = { url: `${world.site.url}/hubs/${SMALL.slug}/citers`, seconds: how.seconds };
  const [after, before] = await inTurn(
    how,
    async () => {
      await killPostgres(world);
      await untilItAnswers(load.url);
      await delay(READY_AGAIN_MS);
      return readUnderLoad(load);
    },
    () => readUnderLoad(load),
  );
  return [
    {
      name: "R8",
      what: "throughput 5 s after PostgreSQL was killed and came back ÷ before",
      target: { atLeast: 0.95 },
      ratios: ratios(after, before),
      note: `${Math.round(middle(after))} and ${Math.round(middle(before))} answers/s`,
    },
  ];
}

/** Kills the first process of the built-in server; the site starts it again. */
async function killPostgres({ pool }: World): Promise<void> {
  const { rows } = await pool.query<{ pid: string }>("select pg_read_file('postmaster.pid', 0, 10) as pid");
  process.kill(Number.parseInt(rows[0]?.pid ?? "", 10), "SIGKILL");
}

async function untilItAnswers(url: string): Promise<void> {
  await delay(500);
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await delay(100);
  }
  throw new Error("The site did not recover.");
}
