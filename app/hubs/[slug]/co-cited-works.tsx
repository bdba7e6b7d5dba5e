import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { CoCitedWork } from "@/db/queries/co-cited";
import { count } from "@/lib/citation/count";
import { CoCitedItem } from "./co-cited-item";
import { coCitedStrength } from "./co-cited-strength";
import { coCitedHref } from "./cocited/search-params";

/** The works that the hub's citers cite beside it most often, and the way to all of them. */
export function CoCitedWorks({
  slug,
  works,
  hasMore,
  withReferences,
}: {
  slug: string;
  works: readonly CoCitedWork[];
  hasMore: boolean;
  withReferences: number;
}) {
  return (
    <Section
      id="co-cited"
      title="Co-cited works"
      note={
        works.length === 0
          ? undefined
          : `by k of the ${count(withReferences, "citer")} whose reference list is known`
      }
    >
      {works.length === 0 ? (
        <NoCoCited withReferences={withReferences} />
      ) : (
        <>
          <ol className="gap-x-11 border-y border-line py-1.5 md:columns-2">
            {works.map((work) => (
              <CoCitedItem key={work.workId} hub={slug} work={work} withReferences={withReferences} />
            ))}
          </ol>
          {works.some((work) => coCitedStrength(work, withReferences) !== null) ? <StrengthNote /> : null}
          <p className="mt-3 text-ui font-medium">
            <PageLink href={coCitedHref(slug)}>
              {hasMore ? "All co-cited works" : "The same with the roles of their citers"}
            </PageLink>
          </p>
        </>
      )}
    </Section>
  );
}

export function NoCoCited({ withReferences }: { withReferences: number }) {
  return (
    <Empty>
      {withReferences === 0
        ? "No citer’s reference list is known. Importing reference lists adds the works that are cited beside this hub."
        : `The ${count(withReferences, "known reference list names", "known reference lists name")} no other work.`}
    </Empty>
  );
}

export function StrengthNote() {
  return (
    <p className="mt-2 max-w-[70ch] text-small text-soft">
      Strength is the cosine of the two works: 0 when no paper cites both, 1 when every paper that cites one
      cites the other. It is told where the other work is a hub here too.
    </p>
  );
}
