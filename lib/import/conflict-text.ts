import type { WorkConflict } from "./report";

/** A conflict in one line. */
export function conflictText({ field, shown, other }: Omit<WorkConflict, "work">): string {
  return `${field}: “${shown.text}” (${shown.sources.join(", ")}) is shown, “${other.text}” (${other.sources.join(", ")}) is not.`;
}
