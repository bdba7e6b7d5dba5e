import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { recordAct } from "@/db/commands/audit";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import { notification, user } from "@/db/schema/user";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { getAllOwnData } from "./all-own-data";

const detail = { outcome: "upheld", reason: "Yes.", path: "/citers/1", title: "A paper" };

test("the file holds everything of the person and nothing of anybody else, nor what opens the account", async ({
  connection,
}) => {
  const { db } = connection;
  const [first, second] = await addVotableHubs(connection, { lighthouses: 2 });
  if (!first || !second) throw new Error("no target");
  const ada = await addPerson(db, { handle: "ada", email: "ada@example.org" });
  const noise = await addPerson(db, { handle: "noise", email: "noise@example.org" });
  const sessions = [await addSession(db, ada), await addSession(db, noise)];
  for (const id of [ada, noise]) {
    await db.update(user).set({ passwordHash: "the-hash" }).where(eq(user.id, id));
    await db.insert(notification).values({ userId: id, kind: "flag_settled", detail });
    await recordAct(db, {
      actorId: id,
      action: "user.verify_email",
      subject: `user:${id}`,
      address: "192.0.2.7",
    });
    await vote(db, id, first, {}, { note: `a note by ${id === ada ? "ada" : "noise"}` });
  }
  await vote(db, ada, first, { polarity: "mixed" }, { revision: 1 });
  await vote(db, ada, second);
  await withdrawVote(db, { userId: ada, target: second, revision: 1, submission: "w" });

  const data = await getAllOwnData(db, ada);
  expect(data.profile).toMatchObject({ handle: "ada", email: "ada@example.org" });
  expect(data.votes).toMatchObject([
    {
      hub: "lighthouses",
      paper: first.workId,
      revisions: [
        { act: "cast", polarity: "supporting", note: "a note by ada" },
        { act: "change", polarity: "mixed" },
      ],
    },
    { paper: second.workId, revisions: [{ act: "cast" }, { act: "withdraw" }] },
  ]);
  expect([data.sessions, data.notices, data.acts].map(({ length }) => length)).toEqual([1, 1, 1]);
  const text = JSON.stringify(data);
  for (const secret of ["noise", "the-hash", ...sessions]) expect(text).not.toContain(secret);
});
