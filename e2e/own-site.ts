import path from "node:path";
import { startProgram } from "@/bin/program";
import { type Site, sharedSite, withSiteDb } from "./people";

/** A site of one's own, which a test may leave in ruins. */
export interface OwnSite extends Site {
  /** What it has printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

/**
 * Starts a site on a new database of the same server, with the demonstration data.
 *
 * @param through gives the connection string that the site uses in place of that of its database.
 */
export async function startOwnSite(
  name: string,
  environment: Record<string, string> = {},
  through: (databaseUrl: string) => Promise<string> = async (databaseUrl) => databaseUrl,
): Promise<OwnSite> {
  const { databaseUrl, authSecret } = sharedSite();
  const database = `${name}_${process.pid}`;
  await withSiteDb((db) => db.execute(`create database ${database}`));
  const ownUrl = Object.assign(new URL(databaseUrl), { pathname: `/${database}` }).href;
  const DATA_DIR = path.resolve(process.env.SPOKES_DATA_DIR ?? "", name);
  const program = await startProgram({
    DATABASE_URL: await through(ownUrl),
    AUTH_SECRET: authSecret,
    DATA_DIR,
    DEMO_DATA: "on",
    ...environment,
  });
  return {
    url: program.url,
    databaseUrl: ownUrl,
    authSecret,
    output: program.output,
    stop: async () => {
      program.process.kill("SIGTERM");
      await program.ended;
      await withSiteDb((db) => db.execute(`drop database ${database} with (force)`));
    },
  };
}
