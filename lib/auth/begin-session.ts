import "server-only";
import { headers } from "next/headers";
import { endSession, startSession } from "@/db/commands/sessions";
import { database } from "@/lib/database";
import { readTicket, writeTicket } from "./session-cookie";

/**
 * Signs the browser in as a person who has proved to be that person: only in server actions and route handlers. The
 * session that the browser had before ends, and the new one has a new name.
 */
export async function beginSession(userId: number): Promise<void> {
  const before = await readTicket();
  if (before) await endSession(database(), before.userId, before.sessionId);
  const userAgent = (await headers()).get("user-agent") ?? "";
  const sessionId = await startSession(database(), { userId, userAgent });
  await writeTicket({ userId, sessionId });
}
