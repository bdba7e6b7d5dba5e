import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";

/** One file of an uploaded archive. */
export interface UploadedMember {
  fileName: string;
  member: string | null;
  sizeBytes: number | null;
  /** Why it cannot be imported; null where it may be. */
  failure: string | null;
}

/** Makes of the import of an archive one import for each of its files; the first takes the place of the archive's. */
export async function splitImport(
  db: Db,
  importRunId: number,
  members: readonly UploadedMember[],
): Promise<void> {
  await db.transaction(async (tx) => {
    const [archive] = await tx
      .select({ uploadId: importRun.uploadId, userId: importRun.userId, sha256: importRun.sha256 })
      .from(importRun)
      .where(eq(importRun.id, importRunId))
      .for("update");
    if (!archive) throw new Error(`there is no import ${importRunId}`);
    const [first, ...others] = members.map((member) => ({
      ...member,
      status: member.failure === null ? ("uploaded" as const) : ("failed" as const),
    }));
    if (first) await tx.update(importRun).set(first).where(eq(importRun.id, importRunId));
    if (others.length > 0)
      await tx.insert(importRun).values(others.map((one) => ({ ...archive, ...one, format: "" })));
  });
}
