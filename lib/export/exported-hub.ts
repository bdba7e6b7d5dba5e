import type { ExportedWork } from "./exported-work";

/** A hub as its page shows it. */
export interface ExportedHub extends ExportedWork {
  id: number;
  slug: string;
  demonstration: boolean;
}
