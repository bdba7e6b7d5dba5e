import { TitleText } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import { workForAdminHref } from "@/app/admin/hubs/search-params";
import type { WorkFacts } from "@/db/queries/duplicates";
import { compareFacts } from "@/lib/citation/same-work";
import { FactsLine } from "./facts-line";
import { pairHref } from "./search-params";

/** Works with one title: the first, and the others beside it with what speaks for and against their being one. */
export function SameTitleItem({ works }: { works: readonly WorkFacts[] }) {
  const [first, ...others] = works;
  if (first === undefined) return null;
  return (
    <li className="border-t border-line py-5 [overflow-wrap:anywhere]">
      <h3 className="font-serif text-list leading-snug font-semibold">
        <TitleText title={first.title} />
      </h3>
      <ul className="mt-2 space-y-3">
        <li>
          <FactsLine work={first} />
        </li>
        {others.map((work) => (
          <NamesakeItem key={work.id} work={work} of={first} />
        ))}
      </ul>
    </li>
  );
}

/** A work of the same title as another one, and the way to compare the two. */
export function NamesakeItem({ work, of }: { work: WorkFacts; of: WorkFacts }) {
  const { agree, differ } = compareFacts(of, work);
  return (
    <li className="grid gap-x-8 gap-y-1 sm:grid-cols-[minmax(0,1fr)_8rem]">
      <div className="min-w-0">
        {work.title === of.title ? null : (
          <p className="font-serif text-list">
            <PageLink href={workForAdminHref(work.id)} className="text-ink no-underline hover:underline">
              <TitleText title={work.title} />
            </PageLink>
          </p>
        )}
        <FactsLine work={work} />
        {agree.length + differ.length === 0 ? null : (
          <p className="mt-0.5 text-small">
            {agree.length === 0 ? null : <span className="text-supporting-ink">{agree.join(", ")}</span>}
            {agree.length === 0 || differ.length === 0 ? null : <span className="text-soft"> · </span>}
            {differ.length === 0 ? null : (
              <span className="text-contrasting-ink">differs: {differ.join(", ")}</span>
            )}
          </p>
        )}
      </div>
      <p className="text-ui sm:text-end">
        <PageLink href={pairHref({ into: of.id, from: work.id })} className="font-medium">
          Compare<span className="sr-only"> it with the first one</span>
        </PageLink>
      </p>
    </li>
  );
}
