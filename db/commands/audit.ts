import type { Db } from "@/db/client";
import { auditLog } from "@/db/schema/user";

/** One line of the audit log. */
export interface AuditedAct {
  /** The account that acts; null: the shell of the server, or nobody who was signed in. */
  actorId: number | null;
  /** A verb such as `user.disable`. */
  action: string;
  /** On whom or what, such as `user:7` or `context:12`. */
  subject: string;
  detail?: Record<string, unknown>;
  /** The network address it came from; left out from the shell. */
  address?: string;
}

/** Writes one line of the audit log, in the transaction of the act itself, so that neither stands without the other. */
export async function recordAct(tx: Db, { detail = {}, address = "", ...act }: AuditedAct): Promise<void> {
  await tx.insert(auditLog).values({ ...act, detail, address });
}
