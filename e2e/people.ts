import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { createDb, createPool } from "@/db/client";
import { addPerson, addSession } from "@/db/testing/people";

type Db = ReturnType<typeof createDb>;
type Wanted = Parameters<typeof addPerson>[1];

/** What a test must know of a site to sign people in there. */
export interface Site {
  url: string;
  databaseUrl: string;
  authSecret: string;
}

const setting = (name: string) => {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. npm run e2e starts the site on its own database and sets it.`);
  return value;
};

/** The site that most tests share. */
export const sharedSite = (): Site => ({
  url: setting("SPOKES_URL"),
  databaseUrl: setting("SPOKES_DATABASE_URL"),
  authSecret: setting("AUTH_SECRET"),
});

/** The database of a site, for one piece of work. */
export async function withSiteDb<T>(
  work: (db: Db) => Promise<T>,
  { databaseUrl }: Site = sharedSite(),
): Promise<T> {
  const pool = createPool(databaseUrl, { max: 2, applicationName: "spokes e2e" });
  try {
    return await work(createDb(pool));
  } finally {
    await pool.end();
  }
}

const COOKIE = "next-auth.session-token";

/** The value of the cookie with which a person is signed in, by a session row of their own. */
async function ticketFor(db: Db, userId: number, { authSecret }: Site): Promise<string> {
  return encode({ token: { userId, sessionId: await addSession(db, userId) }, secret: authSecret });
}

/** Adds a person and signs the browser in as them, by a session row and its cookie; gives the person's id. */
export async function signInAs(context: BrowserContext, wanted: Wanted = {}): Promise<number> {
  const site = sharedSite();
  return withSiteDb(async (db) => {
    const userId = await addPerson(db, wanted);
    const shared = { url: site.url, sameSite: "Lax" } as const;
    await context.addCookies([
      { name: COOKIE, value: await ticketFor(db, userId, site), httpOnly: true, ...shared },
      { name: "spokes_signed_in", value: "1", ...shared },
    ]);
    return userId;
  });
}

/** Adds a person and gives the Cookie header with which they are signed in. */
export async function cookieOf(wanted: Wanted = {}, site: Site = sharedSite()): Promise<string> {
  return withSiteDb(
    async (db) => `${COOKIE}=${await ticketFor(db, await addPerson(db, wanted), site)}; spokes_signed_in=1`,
    site,
  );
}
