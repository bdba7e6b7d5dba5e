import { type SQL, sql } from "drizzle-orm";
import { citation } from "@/db/schema/citation";
import { citationClaim } from "@/db/schema/vote";
import { work } from "@/db/schema/work";
import type { Candidate } from "@/lib/citation/representative-aspects";

export type CandidateRow = Candidate & Record<string, unknown>;

/**
 * The citers of a hub that meet a condition over `citation`, as the choice of representative papers looks at them. What
 * people say of a citer comes before what is suggested of it.
 */
export const representativeCandidates = (shown: SQL | undefined): SQL => sql`
  select ${citation.workId} as id, ${citation.year} as year, ${work.fields} as fields,
    case when ${citation.roleStrength} is null then ${citation.suggestedRoles} else ${citation.roles} end as roles,
    case when ${citation.labelState} = 'unlabelled' then ${citation.suggestedPolarity} else ${citation.polarity} end
      as polarity,
    ${work.citedByCount} as "citedByCount", ${citation.contextCount} as "contextCount", ${citation.isSelf} as "isSelf",
    ${citation.isInfluential} as "isInfluential", ${work.notices} @> '[{"kind": "retracted"}]' as retracted,
    array(select l.claim_number from ${citationClaim} l
      where l.hub_id = ${citation.hubId} and l.work_id = ${citation.workId} and l.verdict <> 'unclear'
      order by l.claim_number) as "claimNumbers"
  from ${citation} join ${work} on ${work.id} = ${citation.workId}
  where ${shown}`;
