import { countUnreadNotices } from "@/db/queries/account";
import { currentUser } from "@/lib/auth/session";
import { dropTicket } from "@/lib/auth/session-cookie";
import { database } from "@/lib/database";

/** What the account menu shows. */
export interface Me {
  handle: string;
  name: string;
  isAdmin: boolean;
  /** How many notices wait to be read. */
  notices: number;
}

/** Who is signed in, for the account menu; null for nobody, whose cookies are then taken away. */
export async function GET() {
  const person = await currentUser();
  if (person === null) await dropTicket();
  const me: Me | null = person && {
    handle: person.handle,
    name: person.name,
    isAdmin: person.role === "admin",
    notices: await countUnreadNotices(database(), person.id),
  };
  return Response.json(me, { headers: { "cache-control": "private, no-store", vary: "cookie" } });
}
