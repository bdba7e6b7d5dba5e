import { z } from "zod";
import type { Identifier } from "@/lib/citation/identifiers";
import { readCrossrefWork } from "@/lib/import/crossref-work";
import type { WorkRecord } from "@/lib/import/record";
import { readEntry } from "@/lib/import/spokes-work";
import { identifierKey } from "@/lib/import/work-key";
import type { FoundWork, Inquiry } from "./found-work";
import type { SourceClient } from "./source-client";
import { SourceFailure } from "./source-failure";
import { pathPart } from "./work-id";

/** So many DOIs fit into one address, and so many notices of them into one answer. */
const ASKED_AT_ONCE = 40;
const ROWS = 1000;

const WorkAnswer = z.object({ message: z.unknown() });
const ListAnswer = z.object({ message: z.object({ items: z.array(z.unknown()) }) });

/** Asks the REST API of Crossref (https://api.crossref.org). */
export class Crossref {
  constructor(private readonly client: SourceClient) {}

  inquiries(known: readonly Identifier[]): Inquiry[] {
    return known.flatMap((by) => (by.scheme === "doi" ? [{ by, path: `/works/${pathPart(by.value)}` }] : []));
  }

  /** The work with its references and notices, or null when Crossref does not know it. */
  async find({ path }: Inquiry): Promise<FoundWork | null> {
    const answer = await this.client.getJson(path, {});
    if (answer === undefined) return null;
    const page = readEntry(WorkAnswer, answer);
    const work = "refused" in page ? page : readCrossrefWork(page.value.message, "Crossref, the work itself");
    if ("refused" in work) throw new SourceFailure(`sent a work that cannot be read: it ${work.refused}`);
    return work;
  }

  /** The notices of other works (retractions, corrections) that concern works with these DOIs. */
  async *listNotices(dois: readonly Identifier[]): AsyncGenerator<WorkRecord> {
    // A comma parts filters and cannot be written otherwise.
    const askable = dois.filter(({ value }) => !value.includes(","));
    const wanted = new Set(askable.map(identifierKey));
    for (let from = 0; from < askable.length; from += ASKED_AT_ONCE) {
      const filters = askable.slice(from, from + ASKED_AT_ONCE).map(({ value }) => `updates:${value}`);
      const answer = await this.client.getJson("/works", {
        filter: filters.join(","),
        select: "DOI,update-to",
        rows: String(ROWS),
      });
      const page = readEntry(ListAnswer, answer);
      if ("refused" in page) throw new SourceFailure(`sent a list that cannot be read: it ${page.refused}`);
      for (const item of page.value.message.items) {
        const work = readCrossrefWork(item, "Crossref, a notice");
        if ("refused" in work) continue;
        for (const one of work.parsed) if (one.kind === "work" && wanted.has(one.key)) yield one;
      }
    }
  }
}
