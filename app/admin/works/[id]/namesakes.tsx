import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { listNamesakes, listWorkFacts } from "@/db/queries/duplicates";
import { listMerges } from "@/db/queries/merges";
import { database } from "@/lib/database";
import { MergeItem } from "../merges/merge-item";
import { PairForm } from "../pair-form";
import { NamesakeItem } from "../same-title-item";

const NAMESAKES_SHOWN = 10;
const MERGES_SHOWN = 20;

/** Other records that may be of the same paper, the way to compare it with any other, and its merges. */
export async function Namesakes({ workId }: { workId: number }) {
  const db = database();
  const [[own], namesakes, { merges }] = await Promise.all([
    listWorkFacts(db, [workId]),
    listNamesakes(db, workId, NAMESAKES_SHOWN),
    listMerges(db, { workId, limit: MERGES_SHOWN }),
  ]);
  return (
    <>
      <Section id="twice" title="Is it held twice?">
        {own === undefined || namesakes.length === 0 ? (
          <div className="mb-4">
            <Empty>No other paper has a title of this one.</Empty>
          </div>
        ) : (
          <ul className="mb-5 space-y-4 [overflow-wrap:anywhere]">
            {namesakes.map((work) => (
              <NamesakeItem key={work.id} work={work} of={own} />
            ))}
          </ul>
        )}
        <PairForm into={`${workId}`} />
      </Section>
      {merges.length === 0 ? null : (
        <Section id="merges" title="Merges">
          <ol>
            {merges.map((merge) => (
              <MergeItem key={merge.id} merge={merge} />
            ))}
          </ol>
          <p className="border-t border-line pt-3 text-ui">
            <PageLink href="/admin/works/merges">All merges</PageLink>
          </p>
        </Section>
      )}
    </>
  );
}
