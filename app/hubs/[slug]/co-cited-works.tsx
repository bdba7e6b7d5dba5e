import { AuthorLine } from "@/app/_citation/author-line";
import { TitleText } from "@/app/_citation/title-text";
import { Bar } from "@/app/_ui/bar";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { listCoCited } from "@/db/queries/hub";
import { count, share } from "@/lib/citation/count";
import { identifierUrl } from "@/lib/citation/identifiers";
import { coCitedStrength } from "./co-cited-strength";

type CoCitedWork = Awaited<ReturnType<typeof listCoCited>>[number];

/** The works that the hub's citers cite beside it, most often first. */
export function CoCitedWorks({
  works,
  withReferences,
}: {
  works: readonly CoCitedWork[];
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
        <Empty>
          {withReferences === 0
            ? "No citer’s reference list is known. Importing reference lists adds the works that are cited beside this hub."
            : `The ${count(withReferences, "known reference list names", "known reference lists name")} no other work.`}
        </Empty>
      ) : (
        <>
          <ol className="gap-x-11 border-y border-line py-1.5 md:columns-2">
            {works.map((work) => (
              <CoCitedItem key={work.workId} work={work} withReferences={withReferences} />
            ))}
          </ol>
          {works.some((work) => coCitedStrength(work, withReferences) !== null) ? (
            <p className="mt-2 text-small text-soft">
              Strength is the cosine of the two works: 0 when no paper cites both, 1 when every paper that
              cites one cites the other. It is told where the other work is a hub here too.
            </p>
          ) : null}
        </>
      )}
    </Section>
  );
}

function CoCitedItem({ work, withReferences }: { work: CoCitedWork; withReferences: number }) {
  const strength = coCitedStrength(work, withReferences);
  return (
    <li className="break-inside-avoid py-2">
      <p className="font-serif text-list leading-snug [overflow-wrap:anywhere]">
        <CoCitedName work={work} />
      </p>
      <p className="text-small text-soft">
        <AuthorLine authors={work.authors} complete={work.authorsComplete} max={2} />
        {work.year === null ? "" : ` · ${work.year}`}
      </p>
      <p className="mt-0.5 flex items-center gap-2.5 text-small text-soft">
        {share(work.citers, withReferences)}
        <span className="flex w-[90px]">
          <Bar part={work.citers} whole={withReferences} size="h-[5px]" />
        </span>
        {strength === null ? null : <span>strength {strength.toFixed(2)}</span>}
      </p>
    </li>
  );
}

/** The title; where none is known, the identifier, which leads to the record that it names. */
function CoCitedName({ work: { title, slug, identifier } }: { work: CoCitedWork }) {
  const name = <TitleText title={title} identifier={identifier} />;
  if (slug !== null) return <PageLink href={`/hubs/${slug}`}>{name}</PageLink>;
  return title === null && identifier !== null ? <a href={identifierUrl(identifier)}>{name}</a> : name;
}
