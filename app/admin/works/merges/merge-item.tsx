import type { Route } from "next";
import { TitleText } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Moment } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import { personForAdminHref } from "@/app/admin/people/person-href";
import type { MergeRow } from "@/db/queries/merges";
import { takeMergeApart } from "../actions";
import { pairHref } from "../search-params";

/** A merge, by whom and when, and the button that takes it apart. */
export function MergeItem({ merge }: { merge: MergeRow }) {
  const { id, into, from, takenApartAt, takenApartBy } = merge;
  return (
    <li id={`merge-${id}`} className="scroll-mt-4 border-t border-line py-4 [overflow-wrap:anywhere]">
      <h3 className="font-serif text-list leading-snug font-semibold">
        <PageLink href={`/citers/${into}` as Route} className="text-ink no-underline hover:underline">
          <TitleText title={merge.intoTitle} />
        </PageLink>
      </h3>
      <p className="mt-0.5 text-ui">
        {takenApartAt === null ? "stands for " : "stood for "}
        <PageLink href={`/citers/${from}` as Route}>
          <TitleText title={merge.fromTitle} />
        </PageLink>{" "}
        <span className="text-small text-soft">
          (number {from} into {into})
        </span>
      </p>
      <p className="mt-0.5 text-small text-soft">
        merged on <Moment at={merge.mergedAt} /> by{" "}
        <PageLink href={personForAdminHref(merge.mergedBy)}>{merge.mergedBy}</PageLink>
        {takenApartAt === null ? null : (
          <>
            {" · "}taken apart on <Moment at={takenApartAt} />
            {takenApartBy === null ? null : (
              <>
                {" "}
                by <PageLink href={personForAdminHref(takenApartBy)}>{takenApartBy}</PageLink>
              </>
            )}
          </>
        )}
      </p>
      <ActionForm action={takeMergeApart} className="mt-2">
        {takenApartAt !== null ? (
          <p className="text-ui">
            <PageLink href={pairHref({ into, from })}>Compare the two again</PageLink>
          </p>
        ) : merge.covered ? (
          <p className="text-small text-soft">
            The paper was merged again since; take the later merge apart first.
          </p>
        ) : (
          <>
            <input type="hidden" name="mergeId" value={id} />
            <SubmitButton quiet>
              Take apart
              <span className="sr-only">
                {" "}
                the merge of number {from} into {into}
              </span>
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </li>
  );
}
