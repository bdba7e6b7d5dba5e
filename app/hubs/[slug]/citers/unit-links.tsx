import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { COUNTED_UP_TO } from "@/db/queries/search";
import { withThousands } from "@/lib/citation/count";

/** The same query over papers or over sentences, each with how many it leaves. */
export function UnitLinks({
  shown,
  papers,
  sentences,
}: {
  shown: "papers" | "sentences";
  papers: { href: Route; count: number };
  sentences: { href: Route; count: number };
}) {
  return (
    <nav aria-label="What is listed" className="border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {Object.entries({ papers, sentences }).map(([unit, { href, count }]) => (
          <li key={unit}>
            <PageLink
              href={href}
              aria-current={unit === shown ? "page" : undefined}
              className="-mb-px flex items-baseline gap-x-2 border-b-2 border-transparent py-2.5 text-ui text-soft capitalize no-underline hover:text-ink hover:underline aria-[current]:border-spark aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {unit}{" "}
              <span className="text-small font-normal tabular-nums text-soft">
                {count > COUNTED_UP_TO && unit === "sentences"
                  ? `${withThousands(COUNTED_UP_TO)}+`
                  : withThousands(count)}
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
