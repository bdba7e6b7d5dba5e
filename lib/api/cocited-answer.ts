import { z } from "zod";
import type { CoCitedWork, CoCiterRoles } from "@/db/queries/co-cited";
import { ROLES } from "@/lib/citation/role";
import { hubAt } from "./addresses";
import { Count, named } from "./named-schema";
import { BRIEF_WORK, briefWork, IdentifierAnswer, identifierAnswer } from "./work-answer";

const RoleCounts = named(
  "RoleCounts",
  "Citers of the hub that cite both works, by what they use the hub for; a citer may have several roles.",
  z.object({
    any: Count.describe("With a role at all."),
    roles: z.array(z.object({ role: z.enum(ROLES), citers: Count })),
  }),
);

export const CoCitedAnswer = named(
  "CoCitedWork",
  "A work that the citers of a hub cite beside it.",
  z.object({
    id: z.int().min(1).describe("The number of the work, as `cites:` in a query takes it."),
    ...BRIEF_WORK,
    year: z.int().nullable(),
    identifier: IdentifierAnswer.nullable().describe("Of a work without a title."),
    citers: Count.describe("How many citers of the hub cite it too."),
    hub: z.url().nullable().describe("The work as a hub of its own."),
    roles: z.object({ votes: RoleCounts, suggestions: RoleCounts }),
    both: z.url().describe("The citers that cite both."),
  }),
);

const NONE = { any: 0, roles: [] };

/** A co-cited work with the roles of those who cite both. */
export function cocitedAnswer(
  slug: string,
  work: CoCitedWork,
  roles: CoCiterRoles | undefined,
): z.infer<typeof CoCitedAnswer> {
  const { workId, year, identifier, citers } = work;
  return {
    id: workId,
    ...briefWork(work),
    year,
    identifier: identifier && identifierAnswer(identifier),
    citers,
    hub: work.slug === null ? null : hubAt(work.slug),
    roles: { votes: roles?.voted ?? NONE, suggestions: roles?.suggested ?? NONE },
    both: `${hubAt(slug, "/citers")}?q=${encodeURIComponent(`cites:${workId}`)}`,
  };
}
