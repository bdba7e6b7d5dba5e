import { z } from "zod";
import { WorkKey } from "./record";

/** What can be decided of a work that the file names and nobody can tell: a known one, the one of another key, a new one, none. */
export const DECISION_KINDS = ["work", "key", "new", "leave_out"] as const;

/** What a key of the file means. */
export const Decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("work"), workId: z.int().positive() }),
  z.strictObject({ kind: z.literal("key"), otherKey: WorkKey }),
  z.strictObject({ kind: z.literal("new") }),
  z.strictObject({ kind: z.literal("leave_out") }),
]);
export type Decision = z.infer<typeof Decision>;
