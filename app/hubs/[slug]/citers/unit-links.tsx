import type { Route } from "next";
import { ViewLinks } from "@/app/_ui/view-links";
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
    <ViewLinks
      label="What is listed"
      className="border-b border-line print:hidden"
      shown={shown}
      views={[
        { name: "papers", href: papers.href, text: "Papers", count: withThousands(papers.count) },
        {
          name: "sentences",
          href: sentences.href,
          text: "Sentences",
          count:
            sentences.count > COUNTED_UP_TO
              ? `${withThousands(COUNTED_UP_TO)}+`
              : withThousands(sentences.count),
        },
      ]}
    />
  );
}
