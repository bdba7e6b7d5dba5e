import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importDecision } from "@/db/schema/import-decision";
import { importRun } from "@/db/schema/import-run";
import { UserError } from "@/lib/errors";
import type { Decision } from "@/lib/import/decision";
import type { AmbiguousWork } from "@/lib/import/report";
import { recordAct } from "../audit";
import { previewAnew, type Steering } from "./steer-import";

/**
 * Decides what ambiguous works of a previewed import mean, and asks for its preview anew.
 * @throws UserError when the preview asks no such question or offers no such answer, or the import is under way or done.
 */
export function decideWorks(
  db: Db,
  asked: Steering & { decisions: ReadonlyMap<string, Decision> },
): Promise<void> {
  return previewAnew(db, asked, async (tx, importRunId) => {
    const [run] = await tx
      .select({ preview: importRun.preview })
      .from(importRun)
      .where(eq(importRun.id, importRunId))
      .for("update");
    const questions = run?.preview?.ambiguous ?? [];
    for (const [key, decision] of asked.decisions) {
      const question = questions.find((one) => one.question?.key === key);
      if (!question || !isOffered(question, decision))
        throw new UserError("The preview is another one by now. Look at it anew and decide again.");
      await keepDecision(tx, importRunId, key, question.work, decision);
    }
    await recordAct(tx, {
      actorId: asked.byUserId,
      action: "import.decide",
      subject: `import_run:${importRunId}`,
      detail: { decisions: [...asked.decisions].map(([key, decision]) => ({ key, ...decision })) },
      address: asked.address,
    });
  });
}

function isOffered({ question }: AmbiguousWork, decision: Decision): boolean {
  if (decision.kind === "new" || decision.kind === "leave_out") return true;
  return (question?.candidates ?? []).some(({ is }) =>
    decision.kind === "work"
      ? "workId" in is && is.workId === decision.workId
      : "otherKey" in is && is.otherKey === decision.otherKey,
  );
}

async function keepDecision(tx: Db, importRunId: number, workKey: string, title: string, decision: Decision) {
  const said = {
    title,
    kind: decision.kind,
    workId: decision.kind === "work" ? decision.workId : null,
    otherKey: decision.kind === "key" ? decision.otherKey : null,
  };
  await tx
    .insert(importDecision)
    .values({ importRunId, workKey, ...said })
    .onConflictDoUpdate({ target: [importDecision.importRunId, importDecision.workKey], set: said });
}

/** Takes decisions back, and asks for the preview anew. @throws UserError when the import is under way or done. */
export function takeBackDecisions(db: Db, asked: Steering & { keys: readonly string[] }): Promise<void> {
  return previewAnew(db, asked, async (tx, importRunId) => {
    await tx
      .delete(importDecision)
      .where(
        and(eq(importDecision.importRunId, importRunId), inArray(importDecision.workKey, [...asked.keys])),
      );
    await recordAct(tx, {
      actorId: asked.byUserId,
      action: "import.take_back",
      subject: `import_run:${importRunId}`,
      detail: { keys: [...asked.keys] },
      address: asked.address,
    });
  });
}
