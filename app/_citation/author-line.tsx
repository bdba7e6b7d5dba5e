import { formatAuthors } from "@/lib/citation/authors";
import { count } from "@/lib/citation/count";

/** The authors of a work in a list: the first few by name. */
export function AuthorLine({
  authors,
  complete,
  max = 3,
}: {
  authors: readonly { name: string }[];
  complete: boolean;
  max?: number;
}) {
  const line = formatAuthors(authors, complete, max);
  return <span dir="auto">{line === "" ? "Authors not known" : line}</span>;
}

const NAMED_AT_ONCE = 24;

/** The authors at the head of a work's own page; beyond two dozen, the whole list can be opened. */
export function AuthorList({
  authors,
  complete,
}: {
  authors: readonly { name: string }[];
  complete: boolean;
}) {
  return (
    <div className="font-serif text-body italic text-soft">
      <p>
        <AuthorLine authors={authors} complete={complete} max={NAMED_AT_ONCE} />
      </p>
      {authors.length <= NAMED_AT_ONCE ? null : (
        <details className="mt-1 font-sans text-small not-italic">
          <summary>All {count(authors.length, "author")}</summary>
          <p dir="auto">{authors.map((author) => author.name).join(", ")}</p>
        </details>
      )}
    </div>
  );
}
