import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { createPool } from "@/db/client";
import { createDb } from "@/db/client";
import { addPerson, addSession } from "@/db/testing/people";
import { POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { formatTargetKey } from "@/lib/citation/target-key";
import type { MakeRequest } from "./load";

type Pool = ReturnType<typeof createPool>;

/** So many that nobody votes more often in a minute than one person may. */
const PEOPLE = 600;
const FRESH = JSON.stringify([{ error: null, fields: {}, values: {}, done: null }, "$K1"]);
const BOUNDARY = "----spokes-bench";

/** People who are signed in, as the cookies of their browsers. */
export async function signInPeople(pool: Pool, secret: string, many = PEOPLE): Promise<string[]> {
  const db = createDb(pool);
  const cookies: string[] = [];
  for (let n = 0; n < many; n += 1) {
    const userId = await addPerson(db);
    const token = { userId, sessionId: await addSession(db, userId) };
    cookies.push(`next-auth.session-token=${await encode({ token, secret })}`);
  }
  return cookies;
}

/** The keys of a hub's targets, in an order that leads from one end of the hub to the other. */
export async function listTargetKeys(pool: Pool, slug: string): Promise<string[]> {
  const { rows } = await pool.query<{ hubId: number; workId: number; contextId: number | null }>(
    `select c.hub_id as "hubId", c.work_id as "workId", x.id as "contextId"
     from citation c join hub h on h.id = c.hub_id
     left join citation_context x on x.hub_id = c.hub_id and x.work_id = c.work_id
     where h.slug = $1 order by hashint8(c.work_id), x.id`,
    [slug],
  );
  return rows.map(formatTargetKey);
}

/** A form of the labelling page, sent as its script sends it. */
export function actionRequest(
  actionId: string,
  { key, cookie, origin }: { key: string; cookie: string; origin: string },
  fields: readonly (readonly [string, string])[],
): ReturnType<MakeRequest> {
  const parts = [...fields.map(([name, value]) => [`_1_${name}`, value] as const), ["0", FRESH] as const];
  const body = parts
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("");
  return {
    method: "POST",
    path: `/annotate/${key}`,
    headers: {
      "next-action": actionId,
      accept: "text/x-component",
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      origin,
      cookie,
    },
    body: `${body}--${BOUNDARY}--\r\n`,
  };
}

/** The fields of the n-th vote, for one that changes an earlier one with its revision. */
export function voteFields(
  key: string,
  n: number,
  { revision = 0, submission = randomUUID() as string } = {},
): [string, string][] {
  return [
    ["target", key],
    ["revision", String(revision)],
    ["submission", submission],
    ["role", ROLES[(n % ROLES.length) - (n % ROLES.length === ROLES.length - 1 ? 1 : 0)] ?? "background"],
    ["polarity", POLARITIES[n % POLARITIES.length] ?? "neutral"],
    ["note", ""],
  ];
}
