import { TitleText } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import type { getNeighbours } from "@/db/queries/neighbours";

export type Neighbours = Awaited<ReturnType<typeof getNeighbours>>;

/** The ways to the citers of a hub before and after this one, newest first; nothing for a hub's only citer. */
export function NeighbourLinks({ hubTitle, neighbours }: { hubTitle: string; neighbours: Neighbours }) {
  const { newer, older } = neighbours;
  if (newer === null && older === null) return null;
  return (
    <nav
      aria-label={`Other citers of ${hubTitle}`}
      className="mt-7 grid gap-x-8 gap-y-3 border-t border-line pt-4 text-small text-soft sm:grid-cols-2 print:hidden"
    >
      {newer === null ? null : <NeighbourLink rel="prev" word="Newer citer" neighbour={newer} />}
      {older === null ? null : <NeighbourLink rel="next" word="Older citer" neighbour={older} />}
    </nav>
  );
}

function NeighbourLink({
  rel,
  word,
  neighbour: { workId, title },
}: {
  rel: "prev" | "next";
  word: string;
  neighbour: { workId: number; title: string | null };
}) {
  return (
    <p className={rel === "next" ? "sm:col-start-2 sm:text-end" : ""}>
      <span className="block">{word}</span>
      <PageLink
        href={`/citers/${workId}`}
        rel={rel}
        className="font-serif text-list leading-snug [overflow-wrap:anywhere]"
      >
        <TitleText title={title} />
      </PageLink>
    </p>
  );
}
