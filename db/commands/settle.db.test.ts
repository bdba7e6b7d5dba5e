import { and, eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { getCase, listContestedTargets, listHidden } from "@/db/queries/adjudication";
import { listOpenFlags } from "@/db/queries/flags";
import { getSubject } from "@/db/queries/subject";
import { getWaiting } from "@/db/queries/waiting";
import { citation, citationContext } from "@/db/schema/citation";
import { flag } from "@/db/schema/flag";
import { auditLog, notification } from "@/db/schema/user";
import { target } from "@/db/schema/vote";
import { test } from "@/db/testing/fixtures";
import { CONTRASTING, makeLabelledWorld, NEUTRAL, SUPPORTING } from "@/db/testing/labelled-world";
import { addPerson } from "@/db/testing/people";
import type { Ballot } from "@/lib/citation/consensus";
import type { Target } from "@/lib/citation/target-key";
import { UserError } from "@/lib/errors";
import { addContext, confirmContext } from "./add-context";
import { castVote } from "./cast-vote";
import { hide, restore } from "./hide";
import { raiseFlag } from "./raise-flag";
import { liftRuling, rule } from "./rule";
import { settleFlag } from "./settle-flag";

const FROM = { address: "192.0.2.1" };
let submissions = 0;

async function vote(db: Db, userId: number, on: Target, ballot: Ballot) {
  submissions += 1;
  const submission = `settle-${submissions}`;
  const given = { note: "", ownPaper: false, guidelines: "test", revision: 0, submission };
  await castVote(db, { userId, target: on, ballot, ...given });
}

async function labelOf(db: Db, { hubId, workId }: Target) {
  const [row] = await db
    .select({
      state: citation.labelState,
      polarity: citation.polarity,
      votes: citation.votes,
      contexts: citation.contextCount,
    })
    .from(citation)
    .where(and(eq(citation.hubId, hubId), eq(citation.workId, workId)));
  return row;
}

async function summariesAreRight(db: Db) {
  for (const [kept, recount, columns] of [
    ["hub_summary", "hub_summary_recount", "hub_id, facet, value, citers"],
    [
      "voted_summary",
      "voted_summary_recount",
      "hub_id, axis, unit, evidence, year, claim, value, strength, count",
    ],
  ]) {
    const amount = kept === "hub_summary" ? "citers" : "count";
    const { rows } = await db.execute(
      sql.raw(`(select ${columns} from ${kept} where ${amount} <> 0 except select ${columns} from ${recount})
        union all (select ${columns} from ${recount} except select ${columns} from ${kept} where ${amount} <> 0)`),
    );
    expect(rows, `${kept} differs from its recount`).toEqual([]);
  }
}

describe("adjudication", () => {
  test("a contested target is listed with its sentence, decided with a reason, and heard of by its voters", async ({
    connection,
    db,
  }) => {
    const { first, third } = await makeLabelledWorld(connection);
    const [ada, bob, admin] = [
      await addPerson(db),
      await addPerson(db),
      await addPerson(db, { role: "admin" }),
    ];
    await vote(db, ada, first, SUPPORTING);
    await vote(db, bob, first, CONTRASTING);
    await vote(db, ada, third, SUPPORTING);
    expect((await getWaiting(db)).contested).toBe(1);
    const [row] = await listContestedTargets(db, { after: null, limit: 10 });
    expect(row).toMatchObject({ ...first, votes: 2, polarityState: "contested", roleState: "contested" });
    expect(
      await listContestedTargets(db, { after: { votes: 2, targetId: row?.targetId ?? 0 }, limit: 10 }),
    ).toEqual([]);

    const targetId = row?.targetId ?? 0;
    const decision = { role: null, furtherRoles: [], polarity: "contrasting", basis: "restates" } as const;
    const reason = "The counts differ, as the next sentence says.";
    await rule(db, { hubId: first.hubId, targetId, decision, reason, byUserId: admin, ...FROM });
    const decided = await getCase(db, first);
    expect(decided).toMatchObject({ polarityState: "adjudicated", roleState: "contested" });
    expect(decided?.rulings).toMatchObject([{ polarity: "contrasting", reason, liftedAt: null }]);
    expect(await labelOf(db, first)).toMatchObject({ state: "labelled", polarity: "contrasting" });
    const notices = await db
      .select({ userId: notification.userId, kind: notification.kind })
      .from(notification);
    expect(notices.map((one) => one.userId).sort()).toEqual([ada, bob].sort());
    await summariesAreRight(db);

    await liftRuling(db, { hubId: first.hubId, targetId, byUserId: admin, ...FROM });
    expect(await labelOf(db, first)).toMatchObject({ state: "contested", polarity: null });
    await summariesAreRight(db);
    const acts = await db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.actorId, admin));
    expect(acts.map((one) => one.action)).toEqual(["target.rule", "target.lift"]);
  });

  test("nothing decided, a basis without a judgement, a target without votes: refused", async ({
    connection,
    db,
  }) => {
    const { first } = await makeLabelledWorld(connection);
    const admin = await addPerson(db, { role: "admin" });
    await vote(db, admin, first, NEUTRAL);
    const [row] = await db.select({ id: target.id }).from(target);
    const given = { hubId: first.hubId, reason: "So it is.", byUserId: admin, ...FROM };
    const none = { role: null, furtherRoles: [], polarity: null, basis: null } as const;
    for (const [targetId, decision] of [
      [row?.id ?? 0, none],
      [row?.id ?? 0, { ...none, polarity: "neutral", basis: "restates" }],
      [(row?.id ?? 0) + 1, { ...none, polarity: "neutral" }],
    ] as const)
      await expect(rule(db, { ...given, targetId, decision })).rejects.toThrow(UserError);
    await expect(liftRuling(db, { ...given, targetId: row?.id ?? 0 })).rejects.toThrow(UserError);
  });
});

describe("what is hidden", () => {
  test("a hidden sentence and its votes count nowhere, and count again once it is restored", async ({
    connection,
    db,
  }) => {
    const { first, second } = await makeLabelledWorld(connection);
    const [ada, admin] = [await addPerson(db), await addPerson(db, { role: "admin" })];
    await vote(db, ada, first, CONTRASTING);
    await vote(db, ada, second, NEUTRAL);
    expect(await labelOf(db, first)).toMatchObject({ polarity: "contrasting", votes: 2, contexts: 2 });
    const act = { ...first, byUserId: admin, ...FROM };
    await hide(db, { ...act, reason: "cites another census" });
    expect(await labelOf(db, first)).toMatchObject({ polarity: "neutral", votes: 1, contexts: 1 });
    expect(await getSubject(db, { kind: "context", contextId: first.contextId })).toBeNull();
    expect(await listHidden(db, 10)).toMatchObject([
      { contextId: first.contextId, reason: "cites another census" },
    ]);
    await summariesAreRight(db);
    await expect(hide(db, { ...act, reason: "again" })).rejects.toThrow(UserError);
    await restore(db, act);
    expect(await labelOf(db, first)).toMatchObject({ polarity: "contrasting", votes: 2, contexts: 2 });
    await summariesAreRight(db);
    await expect(restore(db, act)).rejects.toThrow(UserError);
  });

  test("a hidden citation counts nowhere", async ({ connection, db }) => {
    const { third } = await makeLabelledWorld(connection);
    const [ada, admin] = [await addPerson(db), await addPerson(db, { role: "admin" })];
    await vote(db, ada, third, CONTRASTING);
    const whole = { ...third, contextId: null, byUserId: admin, ...FROM };
    await hide(db, { ...whole, reason: "a book of the same name" });
    const { rows } = await db.execute<{ citers: number }>(sql`
      select citers from hub_summary where hub_id = ${third.hubId} and facet = 'citers'`);
    expect(rows).toEqual([{ citers: 2 }]);
    await summariesAreRight(db);
    await restore(db, whole);
    await summariesAreRight(db);
  });
});

describe("reports", () => {
  test("a report is settled once, hides what it is about, and answers whoever made it", async ({
    connection,
    db,
  }) => {
    const { first } = await makeLabelledWorld(connection);
    const [ada, admin] = [await addPerson(db), await addPerson(db, { role: "admin" })];
    await raiseFlag(db, { ...first, kind: "wrong_target", note: "It means another census.", userId: ada });
    await raiseFlag(db, {
      hubId: first.hubId,
      workId: null,
      contextId: null,
      kind: "mistake_in_data",
      note: "1998",
      userId: null,
    });
    expect((await getWaiting(db)).flags).toBe(2);
    const [one, two] = await listOpenFlags(db, { after: 0, limit: 10 });
    expect(one).toMatchObject({ kind: "wrong_target", contextId: first.contextId });
    expect(two).toMatchObject({ kind: "mistake_in_data", workId: null, handle: null });
    const settled = { hubId: first.hubId, flagId: one?.id ?? 0, byUserId: admin, ...FROM };
    await settleFlag(db, { ...settled, outcome: "upheld", reason: "Right.", hiding: true });
    expect((await getWaiting(db)).flags).toBe(1);
    expect(await labelOf(db, first)).toMatchObject({ contexts: 1 });
    expect(await db.select({ userId: notification.userId }).from(notification)).toEqual([{ userId: ada }]);
    await expect(
      settleFlag(db, { ...settled, outcome: "dismissed", reason: "", hiding: false }),
    ).rejects.toThrow(UserError);
    const [kept] = await db.select({ outcome: flag.outcome }).from(flag).where(eq(flag.id, settled.flagId));
    expect(kept).toEqual({ outcome: "upheld" });
    await summariesAreRight(db);
  });

  test("what is not there cannot be reported", async ({ connection, db }) => {
    const { first, bare } = await makeLabelledWorld(connection);
    const given = { kind: "wrong_text", note: "", userId: null } as const;
    for (const wrong of [
      { ...first, contextId: first.contextId + 1000 },
      { ...first, workId: bare.workId },
      { ...bare, hubId: bare.hubId + 1000 },
    ])
      await expect(raiseFlag(db, { ...wrong, ...given })).rejects.toThrow(UserError);
  });
});

describe("sentences added by hand", () => {
  const SENTENCE = "Their lenses were ground where the census [7] was printed.";
  const given = {
    text: SENTENCE,
    before: "",
    after: "",
    section: "",
    marker: "[7]",
    readIn: "page 3",
    ...FROM,
  };

  test("can be labelled at once, are said once, and are confirmed by a second person", async ({
    connection,
    db,
  }) => {
    const { bare } = await makeLabelledWorld(connection);
    const [ada, bob] = [await addPerson(db), await addPerson(db)];
    const { contextId } = await addContext(db, { ...given, ...bare, userId: ada });
    const [row] = await db
      .select({ markers: citationContext.markers, addedBy: citationContext.addedBy })
      .from(citationContext)
      .where(eq(citationContext.id, contextId));
    expect(row).toEqual({ markers: [{ start: 42, end: 45 }], addedBy: ada });
    expect(await labelOf(db, bare)).toMatchObject({ contexts: 1 });
    await vote(db, bob, { ...bare, contextId }, NEUTRAL);
    expect(await labelOf(db, bare)).toMatchObject({ polarity: "neutral" });
    await expect(
      addContext(db, { ...given, text: ` ${SENTENCE.toUpperCase()}`, marker: "", ...bare, userId: bob }),
    ).rejects.toThrow("held already");
    expect((await getWaiting(db)).contexts).toBe(1);
    await expect(confirmContext(db, { userId: ada, isAdmin: false, contextId, ...FROM })).rejects.toThrow(
      UserError,
    );
    await confirmContext(db, { userId: bob, isAdmin: false, contextId, ...FROM });
    expect((await getWaiting(db)).contexts).toBe(0);
    await expect(confirmContext(db, { userId: bob, isAdmin: false, contextId, ...FROM })).rejects.toThrow(
      UserError,
    );
    await summariesAreRight(db);
  });

  test("a marker that is not in the sentence, and a paper that does not cite the hub, are refused", async ({
    connection,
    db,
  }) => {
    const { bare } = await makeLabelledWorld(connection);
    const ada = await addPerson(db);
    await expect(addContext(db, { ...given, marker: "[8]", ...bare, userId: ada })).rejects.toThrow(
      UserError,
    );
    await expect(
      addContext(db, { ...given, ...bare, workId: bare.workId + 1000, userId: ada }),
    ).rejects.toThrow(UserError);
  });
});
