import { CiterItem } from "@/app/_citation/citer-item";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { CiterRow } from "@/db/queries/citers";
import { count, share } from "@/lib/citation/count";

/** Newest is said only of papers with a date; those without one come last. */
function orderNote(citers: readonly CiterRow[], total: number): string | undefined {
  const isDated = citers.every((citer) => citer.published !== null);
  if (total > citers.length)
    return `${isDated ? "the newest, " : ""}${share(citers.length, total)}${isDated ? "" : ", those without a date last"}`;
  return isDated ? "newest first" : "those without a date last";
}

/** The newest citing papers, and the way to all of them. */
export function CitingPapers({
  slug,
  citers,
  total,
}: {
  slug: string;
  citers: readonly CiterRow[];
  total: number;
}) {
  return (
    <Section id="citers" title="Citing papers" note={orderNote(citers, total)}>
      {citers.length === 0 ? (
        <Empty>
          No citing paper is known yet. An admin brings them in with <code>npm run import -- FILE</code>.
        </Empty>
      ) : (
        <>
          <ul>
            {citers.map((citer) => (
              <CiterItem key={citer.workId} citer={citer} />
            ))}
          </ul>
          <p className="mt-2 border-t border-line pt-5 text-ui font-medium">
            <PageLink href={`/hubs/${slug}/citers`}>
              {total === 1 ? "The citing paper" : `All ${count(total, "citing paper")}`}
            </PageLink>
          </p>
        </>
      )}
    </Section>
  );
}
