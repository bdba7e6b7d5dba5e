import type { ReactNode } from "react";
import { AuthorLine } from "@/app/_citation/author-line";
import { TitleText } from "@/app/_citation/title-text";
import { Bar } from "@/app/_ui/bar";
import { PageLink } from "@/app/_ui/page-link";
import type { CoCitedWork } from "@/db/queries/co-cited";
import { share } from "@/lib/citation/count";
import { identifierUrl } from "@/lib/citation/identifiers";
import { coCitedStrength } from "./co-cited-strength";
import { termsOfCoCited } from "./figure-terms";
import { FilterLink } from "./filter-link";

/** A work that is cited beside the hub, by how many of its citers, and how strongly it belongs to it. */
export function CoCitedItem({
  hub,
  work,
  withReferences,
  children,
}: {
  /** The address of the hub. */
  hub: string;
  work: CoCitedWork;
  withReferences: number;
  children?: ReactNode;
}) {
  const strength = coCitedStrength(work, withReferences);
  return (
    <li className="break-inside-avoid py-2">
      <p className="font-serif text-list leading-snug [overflow-wrap:anywhere]">
        <CoCitedName work={work} />
      </p>
      <p className="text-small text-soft">
        <AuthorLine authors={work.authors} complete={work.authorsComplete} max={2} />
        {work.year === null ? "" : ` · ${work.year}`}
        {work.slug === null ? null : " · a hub here"}
      </p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 text-small text-soft">
        <FilterLink slug={hub} terms={termsOfCoCited(work.workId)}>
          <span className="tabular-nums">{share(work.citers, withReferences)}</span>
          <span className="sr-only"> citers cite both</span>
        </FilterLink>
        <span className="flex w-[90px]">
          <Bar part={work.citers} whole={withReferences} size="h-[5px]" />
        </span>
        {strength === null ? null : <span>strength {strength.toFixed(2)}</span>}
      </p>
      {children}
    </li>
  );
}

/** The title; where none is known, the identifier, which leads to the record that it names. */
function CoCitedName({ work: { title, slug, identifier } }: { work: CoCitedWork }) {
  const name = <TitleText title={title} identifier={identifier} />;
  if (slug !== null) return <PageLink href={`/hubs/${slug}`}>{name}</PageLink>;
  return title === null && identifier !== null ? <a href={identifierUrl(identifier)}>{name}</a> : name;
}
