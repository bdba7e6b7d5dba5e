import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { createDb, createPool } from "@/db/client";
import { addPerson, addSession } from "@/db/testing/people";

const setting = (name: string) => {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. npm run e2e starts the site on its own database and sets it.`);
  return value;
};

/** The database of the site under test, for one piece of work. */
export async function withSiteDb<T>(work: (db: ReturnType<typeof createDb>) => Promise<T>): Promise<T> {
  const pool = createPool(setting("SPOKES_DATABASE_URL"), { max: 2, applicationName: "spokes e2e" });
  try {
    return await work(createDb(pool));
  } finally {
    await pool.end();
  }
}

/** Adds a person and signs the browser in as them, by a session row and its cookie; gives the person's id. */
export async function signInAs(
  context: BrowserContext,
  wanted: Parameters<typeof addPerson>[1] = {},
): Promise<number> {
  return withSiteDb(async (db) => {
    const userId = await addPerson(db, wanted);
    const token = { userId, sessionId: await addSession(db, userId) };
    const value = await encode({ token, secret: setting("AUTH_SECRET") });
    const site = { url: setting("SPOKES_URL"), sameSite: "Lax" } as const;
    await context.addCookies([
      { name: "next-auth.session-token", value, httpOnly: true, ...site },
      { name: "spokes_signed_in", value: "1", ...site },
    ]);
    return userId;
  });
}
