import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import type { Neighbour } from "@/db/queries/neighbours";
import { TitleText } from "./title-text";

/** The ways to the citers before and after this one in a list; nothing for the only one. */
export function NeighbourLinks({
  label,
  words,
  neighbours,
  hrefOf,
}: {
  label: string;
  words: { before: string; after: string };
  neighbours: { before: Neighbour | null; after: Neighbour | null } | null;
  hrefOf: (workId: number) => Route;
}) {
  const { before, after } = neighbours ?? { before: null, after: null };
  if (before === null && after === null) return null;
  return (
    <nav
      aria-label={label}
      className="mt-7 grid gap-x-8 gap-y-3 border-t border-line pt-4 text-small text-soft sm:grid-cols-2 print:hidden"
    >
      {before === null ? null : (
        <NeighbourLink rel="prev" word={words.before} href={hrefOf(before.workId)} title={before.title} />
      )}
      {after === null ? null : (
        <NeighbourLink rel="next" word={words.after} href={hrefOf(after.workId)} title={after.title} />
      )}
    </nav>
  );
}

function NeighbourLink({
  rel,
  word,
  href,
  title,
}: {
  rel: "prev" | "next";
  word: string;
  href: Route;
  title: string | null;
}) {
  return (
    <p className={rel === "next" ? "sm:col-start-2 sm:text-end" : ""}>
      <span className="block">{word}</span>
      <PageLink href={href} rel={rel} className="font-serif text-list leading-snug [overflow-wrap:anywhere]">
        <TitleText title={title} />
      </PageLink>
    </p>
  );
}
