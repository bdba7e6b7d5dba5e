import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { session, type UserRole, user } from "@/db/schema/user";

interface Wanted {
  handle?: string;
  name?: string;
  email?: string;
  role?: UserRole;
  approved?: boolean;
  disabled?: boolean;
  warmedUp?: boolean;
}

let made = 0;

/** Adds a person: by default an approved annotator who has passed the warm-up. Gives the person's id. */
export async function addPerson(db: Db, wanted: Wanted = {}): Promise<number> {
  const { role = "annotator", approved = true, disabled = false, warmedUp = true } = wanted;
  made += 1;
  const [row] = await db
    .insert(user)
    .values({
      handle: wanted.handle ?? `person-${process.pid}-${made}`,
      name: wanted.name ?? "",
      email: wanted.email ?? null,
      role,
      approvedAt: approved ? new Date() : null,
      approvedBy: approved ? "admin" : null,
      disabledAt: disabled ? new Date() : null,
      warmedUpAt: warmedUp ? new Date() : null,
    })
    .returning({ id: user.id });
  if (!row) throw new Error("no person was added");
  return row.id;
}

/** Signs a person in, as the sign-in page does; gives the name of the session. */
export async function addSession(db: Db, userId: number): Promise<string> {
  const id = randomBytes(16).toString("base64url");
  await db.insert(session).values({ id, userId });
  return id;
}
