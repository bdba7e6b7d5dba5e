import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { isSecure, readEnv } from "@/lib/env";

const MAX_AGE_S = 90 * 24 * 60 * 60;

/** What the cookie carries, and nothing else: who and which session. Whether it still holds, the database says. */
const Ticket = z.object({ userId: z.number().int().positive(), sessionId: z.string().min(1) });
export type Ticket = z.infer<typeof Ticket>;

/** Readable by the page's script, and says only that somebody is signed in. */
const HINT = "spokes_signed_in";

function settings() {
  const env = readEnv(process.env);
  if (!env.AUTH_SECRET)
    throw new Error("AUTH_SECRET is not set; start the site with npm start or npm run dev.");
  const secure = isSecure(env);
  // Over TLS by a name that browsers take from this very host alone, not from a neighbour under the same domain.
  const name = `${secure ? "__Host-" : ""}next-auth.session-token`;
  return { secret: env.AUTH_SECRET, name, shared: { path: "/", sameSite: "lax", secure } as const };
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
  const { name, secret, shared } = settings();
  const jar = await cookies();
  const lasting = { ...shared, maxAge: MAX_AGE_S };
  jar.set(name, await encode({ token: ticket, secret, maxAge: MAX_AGE_S }), { ...lasting, httpOnly: true });
  jar.set(HINT, "1", { ...lasting, httpOnly: false });
}

/** Forgets who the browser is: only in server actions and route handlers. */
export async function dropTicket(): Promise<void> {
  const { name, shared } = settings();
  const jar = await cookies();
  // As they were set: a browser takes no cookie of such a name that is not secure, also none that deletes it.
  jar.set(name, "", { ...shared, maxAge: 0, httpOnly: true });
  jar.set(HINT, "", { ...shared, maxAge: 0 });
}
