import { and, desc, eq, ilike, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { session, USER_ROLES, user } from "@/db/schema/user";

/** Which accounts a list of people holds; the first is the one that nobody has to ask for. */
export const PEOPLE_SHOWN = ["all", "not_approved", "disabled", "admins"] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

const CONDITIONS: Readonly<Record<PeopleShown, SQL | undefined>> = {
  all: undefined,
  not_approved: and(isNull(user.approvedAt), isNull(user.disabledAt)),
  disabled: isNotNull(user.disabledAt),
  admins: eq(user.role, "admin"),
};

/** The roles of accounts, from least to most. */
export const ROLES_BY_POWER = USER_ROLES;

const columns = {
  id: user.id,
  handle: user.handle,
  name: user.name,
  email: user.email,
  role: user.role,
  approvedAt: user.approvedAt,
  approvedBy: user.approvedBy,
  disabledAt: user.disabledAt,
  createdAt: user.createdAt,
  /** When a browser that is still signed in was last seen. */
  seenAt: sql<Date | null>`(select max(s.seen_at) from session s where s.user_id = "user".id)`.mapWith(
    session.seenAt,
  ),
  /** Current votes, on whatever. */
  votes: sql<number>`(select count(*)::int from vote v where v.user_id = "user".id and v.withdrawn_at is null)`,
};

/** One page of the people with an account, the newest first, and the id of its last row (null on the last page). */
export async function listPeople(
  db: Db,
  { words, shown, after, limit }: { words: string; shown: PeopleShown; after: number | null; limit: number },
) {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .select(columns)
    .from(user)
    .where(
      and(
        isNull(user.removedAt),
        CONDITIONS[shown],
        words === ""
          ? undefined
          : or(ilike(user.handle, like), ilike(user.name, like), ilike(user.email, like)),
        after === null ? undefined : lt(user.id, after),
      ),
    )
    .orderBy(desc(user.id))
    .limit(limit + 1);
  const people = rows.slice(0, limit);
  return { people, next: rows.length > limit ? (people.at(-1)?.id ?? null) : null };
}

export type PersonRow = Awaited<ReturnType<typeof listPeople>>["people"][number];

/** A person as an admin sees them, also one who removed the account; null when there never was one. */
export async function getPersonForAdmin(db: Db, handle: string) {
  const [row] = await db
    .select({
      ...columns,
      emailVerifiedAt: user.emailVerifiedAt,
      removedAt: user.removedAt,
      providers: sql<
        string[]
      >`array(select i.provider from identity i where i.user_id = "user".id order by 1)`,
    })
    .from(user)
    .where(eq(user.handle, handle));
  return row ?? null;
}

export type PersonForAdmin = NonNullable<Awaited<ReturnType<typeof getPersonForAdmin>>>;
