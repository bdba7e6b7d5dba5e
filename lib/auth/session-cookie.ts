import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { readEnv } from "@/lib/env";

const MAX_AGE_S = 90 * 24 * 60 * 60;

/** What the cookie carries, and nothing else: who and which session. Whether it still holds, the database says. */
const Ticket = z.object({ userId: z.number().int().positive(), sessionId: z.string().min(1) });
export type Ticket = z.infer<typeof Ticket>;

/** Readable by the page's script, and says only that somebody is signed in. */
const HINT = "spokes_signed_in";

function settings() {
  const { SITE_URL, AUTH_SECRET } = readEnv(process.env);
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set; start the site with npm start or npm run dev.");
  const secure = SITE_URL?.startsWith("https:") ?? false;
  return { secret: AUTH_SECRET, secure, name: `${secure ? "__Secure-" : ""}next-auth.session-token` };
}

/** The ticket of the request's cookie; null when there is none or it is not ours. */
export async function readTicket(): Promise<Ticket | null> {
  // First, so that a build, which has no secret, learns that the page depends on the request.
  const jar = await cookies();
  const { name, secret } = settings();
  const token = jar.get(name)?.value;
  if (!token) return null;
  // decode throws on a forged, foreign or expired cookie: then nobody is signed in.
  const payload = await decode({ token, secret }).catch(() => null);
  const ticket = Ticket.safeParse(payload);
  return ticket.success ? ticket.data : null;
}

/** Signs the browser in: only in server actions and route handlers. */
export async function writeTicket(ticket: Ticket): Promise<void> {
  const { name, secret, secure } = settings();
  const jar = await cookies();
  const shared = { path: "/", sameSite: "lax", secure, maxAge: MAX_AGE_S } as const;
  jar.set(name, await encode({ token: ticket, secret, maxAge: MAX_AGE_S }), { ...shared, httpOnly: true });
  jar.set(HINT, "1", { ...shared, httpOnly: false });
}

/** Forgets who the browser is: only in server actions and route handlers. */
export async function dropTicket(): Promise<void> {
  const { name } = settings();
  const jar = await cookies();
  jar.delete(name);
  jar.delete(HINT);
}
