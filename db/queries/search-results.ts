import { and, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import { CITATION_LABEL_COLUMNS } from "./citation-label-columns";
import { withIdentifier } from "./identifier-of-untitled";
import { LISTED_CITER_COLUMNS } from "./listed-citer-columns";
import type { Found } from "./search";

const hubWork = alias(work, "hub_work");

/** The hub that a found citation cites. */
const CITED_HUB = { hubId: citation.hubId, hubSlug: hub.slug, hubTitle: hubWork.title };

/** The citations that were found, in their order, each with its hub and what lists of citers show. */
export async function listFoundCiters(db: Db, found: readonly Found[]) {
  if (found.length === 0) return [];
  const rows = await db
    .select({
      ...CITED_HUB,
      ...LISTED_CITER_COLUMNS,
    })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .innerJoin(hub, eq(hub.id, citation.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .where(
      and(inArray(citation.hubId, numbers(found, "hubId")), inArray(citation.workId, numbers(found, "id"))),
    );
  return inOrder(
    found,
    rows.map(withIdentifier),
    (row, one) => row.hubId === one.hubId && row.workId === one.id,
  );
}

/** The sentences that were found, in their order, each with its paper and its hub. */
export async function listFoundSentences(db: Db, found: readonly Found[]) {
  if (found.length === 0) return [];
  const rows = await db
    .select({
      ...CITED_HUB,
      id: citationContext.id,
      section: citationContext.section,
      before: citationContext.before,
      text: citationContext.text,
      after: citationContext.after,
      markers: citationContext.markers,
      workId: citation.workId,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      published: work.published,
      ...CITATION_LABEL_COLUMNS,
    })
    .from(citationContext)
    .innerJoin(
      citation,
      and(eq(citation.hubId, citationContext.hubId), eq(citation.workId, citationContext.workId)),
    )
    .innerJoin(work, eq(work.id, citation.workId))
    .innerJoin(hub, eq(hub.id, citation.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .where(inArray(citationContext.id, numbers(found, "id")));
  return inOrder(found, rows, (row, one) => row.id === one.id);
}

export type FoundSentence = Awaited<ReturnType<typeof listFoundSentences>>[number];

const numbers = (found: readonly Found[], name: "hubId" | "id") => [
  ...new Set(found.map((one) => one[name])),
];

function inOrder<Row>(
  found: readonly Found[],
  rows: readonly Row[],
  is: (row: Row, one: Found) => boolean,
): Row[] {
  return found.flatMap((one) => rows.find((row) => is(row, one)) ?? []);
}
