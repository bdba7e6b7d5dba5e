import { citerPath } from "@/app/_citation/citer-metadata";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { HubFigures } from "@/db/queries/hub-figures";
import type { RepresentativeRow } from "@/db/queries/representatives";
import { share } from "@/lib/citation/count";
import { RepresentativeList } from "./representative-list";

/** A few citing papers that stand for all. */
export function RepresentativePapers({
  papers,
  figures,
}: {
  papers: readonly RepresentativeRow[];
  figures: Pick<HubFigures, "citers" | "voted" | "suggested">;
}) {
  return (
    <Section
      id="representative"
      title="Representative citing papers"
      note={
        papers.length === 0 ? undefined : `${share(papers.length, figures.citers)} citers, by a fixed rule`
      }
    >
      {papers.length === 0 ? (
        <Empty>No citing paper is known yet from which to choose.</Empty>
      ) : (
        <RepresentativeList papers={papers} figures={figures} hrefOf={citerPath} />
      )}
    </Section>
  );
}
