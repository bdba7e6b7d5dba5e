import { notFound, redirect } from "next/navigation";
import { sourceName } from "@/app/_citation/source-name";
import { TitleText } from "@/app/_citation/title-text";
import { ActionArea } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Empty } from "@/app/_ui/empty";
import { Moment } from "@/app/_ui/moment";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { forAdmins } from "@/app/admin/for-admins";
import { hubForAdminHref, workForAdminHref } from "@/app/admin/hubs/search-params";
import { getRemainingWork } from "@/db/queries/remaining-work";
import { getSummariesOf, listHubsOfWork, type WorkSummaries } from "@/db/queries/summaries";
import { requireAdmin } from "@/lib/auth/session";
import { SUMMARY_PROBLEM_LABELS } from "@/lib/citation/summary-check";
import { database } from "@/lib/database";
import { saveSummary } from "./actions";
import { Namesakes } from "./namesakes";

type Props = PageProps<"/admin/works/[id]">;

export const generateMetadata = forAdmins({
  title: "A paper, for admins",
  description:
    "Write a summary beside those that sources give, and merge the paper with another record of it.",
});

/** Writes an admin's summary of a work beside those of its sources, and finds other records of it. */
export default async function WorkForAdminPage({ params }: Props) {
  const { id } = await params;
  const workId = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0;
  await requireAdmin(workForAdminHref(workId));
  const db = database();
  const [work, hubs, remaining] = await Promise.all([
    getSummariesOf(db, workId),
    listHubsOfWork(db, workId),
    getRemainingWork(db, workId),
  ]);
  if (work === null) notFound();
  if (remaining !== null) redirect(workForAdminHref(remaining));
  return (
    <>
      <PageHead
        eyebrow={`Paper · ${work.year ?? "year not known"}`}
        title={<TitleText title={work.title} />}
        byline={
          <ul className="text-ui text-soft">
            {hubs.map(({ slug, title }) => (
              <li key={slug}>
                of the hub{" "}
                <PageLink href={hubForAdminHref(slug)}>
                  <TitleText title={title} />
                </PageLink>
              </li>
            ))}
          </ul>
        }
      />
      <div className="max-w-[860px] border-t border-line pt-6">
        <ActionForm action={saveSummary} className="max-w-[46rem] space-y-3">
          <input type="hidden" name="workId" value={work.id} />
          <ActionArea
            name="summary"
            label="Your summary"
            hint="One or two whole sentences. Readers see it instead of the summaries below, which are kept."
            defaultValue={work.own}
            rows={3}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="to" value="write">
              Save the summary
            </SubmitButton>
            {work.own === "" ? null : (
              <SubmitButton quiet name="to" value="withdraw">
                Take it back
              </SubmitButton>
            )}
          </div>
        </ActionForm>
        <Given work={work} />
        <Namesakes workId={workId} />
      </div>
    </>
  );
}

function Given({ work: { said, summary } }: { work: WorkSummaries }) {
  const shown = said.find((one) => one.text === summary);
  return (
    <Section id="given" title="Summaries that were given">
      {said.length === 0 ? <Empty>No source gives a summary of this paper.</Empty> : null}
      <ol>
        {said.map((one) => (
          <li key={one.id} className="border-t border-line py-3 [overflow-wrap:anywhere]">
            <p dir="auto" className="font-serif text-list leading-snug">
              {one.text}
            </p>
            <p className="mt-1 text-small text-soft">
              {sourceName(one.source)}, <Moment at={one.at} />
              {one.problem === null ? "" : ` · kept from readers: ${SUMMARY_PROBLEM_LABELS[one.problem]}`}
              {one === shown && one.problem === null ? " · shown to readers" : ""}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
