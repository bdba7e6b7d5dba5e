import { TitleText } from "@/app/_citation/title-text";
import { Empty } from "@/app/_ui/empty";
import { TextField } from "@/app/_ui/form-field";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { listCiters } from "@/db/queries/citers";
import type { HubForAdmin } from "@/db/queries/hubs-for-admin";
import { listWithheldSummaries } from "@/db/queries/summaries";
import { parseQuery } from "@/lib/citation/query-language";
import { SUMMARY_PROBLEM_LABELS } from "@/lib/citation/summary-check";
import { database } from "@/lib/database";
import { hubForAdminHref, workForAdminHref } from "../search-params";

const SHOWN = 20;

/** The way to the summaries of a hub's citers: those that readers are not shown, and any that is looked for. */
export async function Summaries({ hub, find }: { hub: HubForAdmin; find: string }) {
  const db = database();
  const { query } = parseQuery(find);
  const [withheld, { citers }] = await Promise.all([
    listWithheldSummaries(db, hub.id, SHOWN),
    find === ""
      ? { citers: [] }
      : listCiters(db, hub.id, { query, sort: "newest", after: null, limit: SHOWN }),
  ]);
  return (
    <Section id="summaries" title="Summaries of its citers">
      <search>
        <form action={hubForAdminHref(hub.slug)} className="flex max-w-[34rem] flex-wrap items-end gap-3">
          <div className="min-w-48 flex-1">
            <TextField
              id="find"
              name="find"
              type="search"
              label="Words of a citing paper"
              defaultValue={find}
              maxLength={100}
              autoComplete="off"
            />
          </div>
          <button
            type="submit"
            className="min-h-10 cursor-pointer rounded-md border border-edge px-3 py-1 text-small text-soft hover:text-ink"
          >
            Find it
          </button>
        </form>
      </search>
      {find === "" ? null : citers.length === 0 ? (
        <div className="mt-4">
          <Empty>No citing paper of this hub has these words.</Empty>
        </div>
      ) : (
        <WorkList works={citers.map(({ workId, title }) => ({ workId, title, remark: null }))} />
      )}
      <h3 className="mt-7 font-serif text-list font-semibold">Kept from readers</h3>
      {withheld.length === 0 ? (
        <Empty>Every summary that is known of its citers is fit to be shown.</Empty>
      ) : (
        <>
          <WorkList
            works={withheld.map(({ workId, title, problem }) => ({
              workId,
              title,
              remark: problem === null ? null : SUMMARY_PROBLEM_LABELS[problem],
            }))}
          />
          {withheld.length < SHOWN ? null : (
            <p className="mt-2 text-small text-soft">
              The first {SHOWN}; others follow once these are mended.
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function WorkList({
  works,
}: {
  works: readonly { workId: number; title: string | null; remark: string | null }[];
}) {
  return (
    <ul className="mt-3">
      {works.map(({ workId, title, remark }) => (
        <li key={workId} className="border-t border-line py-2.5 text-ui [overflow-wrap:anywhere]">
          <PageLink href={workForAdminHref(workId)}>
            <TitleText title={title} />
          </PageLink>
          {remark === null ? null : <span className="text-small text-soft"> · {remark}</span>}
        </li>
      ))}
    </ul>
  );
}
