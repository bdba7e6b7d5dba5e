import type { Route } from "next";
import { Quoted } from "@/app/_citation/quoted";
import { plainTitle } from "@/app/_citation/title-text";
import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { Section } from "@/app/_ui/section";
import { forAdmins } from "@/app/admin/for-admins";
import {
  type ContestedRow,
  type HiddenRow,
  listContestedTargets,
  listHidden,
} from "@/db/queries/adjudication";
import { listOpenFlags, listUnconfirmed, type UnconfirmedRow } from "@/db/queries/flags";
import { getWaiting } from "@/db/queries/waiting";
import { requireAdmin } from "@/lib/auth/session";
import { count } from "@/lib/citation/count";
import { formatTargetKey } from "@/lib/citation/target-key";
import { database } from "@/lib/database";
import { hideFromReaders, showToReaders } from "./actions";
import { OpenFlag } from "./open-flag";
import { adjudicationHref, readContestedCursor } from "./search-params";

export const generateMetadata = forAdmins({ title: "Adjudication" });

const PAGE_SIZE = 20;

export default async function AdjudicationPage({ searchParams }: PageProps<"/admin/adjudication">) {
  const after = readContestedCursor(await searchParams);
  await requireAdmin(adjudicationHref(after));
  const db = database();
  const [rows, flags, unconfirmed, hidden, waiting] = await Promise.all([
    listContestedTargets(db, { after, limit: PAGE_SIZE + 1 }),
    listOpenFlags(db, { after: 0, limit: PAGE_SIZE }),
    listUnconfirmed(db, PAGE_SIZE),
    listHidden(db, PAGE_SIZE),
    getWaiting(db),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const next =
    rows.length > PAGE_SIZE && last ? adjudicationHref({ votes: last.votes, targetId: last.targetId }) : null;
  return (
    <>
      <PageHead eyebrow="Admin" title="Adjudication" />
      <div className="max-w-[860px] border-t border-line">
        <Section id="contested" title="Contested" note={count(waiting.contested, "target")}>
          {shown.length === 0 ? <Empty>People agree wherever two or more of them voted.</Empty> : null}
          <ol className="space-y-6">
            {shown.map((row) => (
              <ContestedItem key={row.targetId} row={row} />
            ))}
          </ol>
          <Pager
            label="Pages of contested targets"
            first={after === null ? null : adjudicationHref(null)}
            next={next}
          />
        </Section>
        <Section
          id="flags"
          title="Reports"
          note={`${count(waiting.flags, "report")} to settle, oldest first`}
        >
          {flags.length === 0 ? <Empty>Nothing has been reported that is not settled.</Empty> : null}
          <ol>
            {flags.map((flag) => (
              <OpenFlag key={flag.id} flag={flag} />
            ))}
          </ol>
        </Section>
        <Section id="unconfirmed" title="Sentences added by hand" note={`${waiting.contexts} not confirmed`}>
          {unconfirmed.length === 0 ? (
            <Empty>Every sentence that was added by hand is confirmed.</Empty>
          ) : null}
          <ol className="space-y-8">
            {unconfirmed.map((row) => (
              <UnconfirmedItem key={row.contextId} row={row} />
            ))}
          </ol>
        </Section>
        <Section id="hidden" title="Kept from readers">
          {hidden.length === 0 ? <Empty>Nothing is hidden.</Empty> : null}
          <ol className="space-y-6">
            {hidden.map((row) => (
              <HiddenItem key={`${row.hubId} ${row.workId} ${row.contextId}`} row={row} />
            ))}
          </ol>
        </Section>
      </div>
    </>
  );
}

function Where({
  row,
}: {
  row: { workId: number | null; citerTitle: string | null; slug: string; hubTitle: string | null };
}) {
  return (
    <p className="mt-1.5 text-small text-soft [overflow-wrap:anywhere]">
      {row.workId === null ? null : (
        <>
          <PageLink href={`/citers/${row.workId}`}>{plainTitle(row.citerTitle)}</PageLink>, citing{" "}
        </>
      )}
      <PageLink href={`/hubs/${row.slug}`}>{plainTitle(row.hubTitle)}</PageLink>
    </p>
  );
}

function ContestedItem({ row }: { row: ContestedRow }) {
  const { text, votes, polarityState, roleState } = row;
  const axes = [
    ...(polarityState === "contested" ? ["polarity"] : []),
    ...(roleState === "contested" ? ["role"] : []),
  ];
  return (
    <li>
      {text === null ? (
        <p className="text-ui">The citation as a whole</p>
      ) : (
        <Quoted context={{ ...row, text, markers: row.markers ?? [] }} />
      )}
      <Where row={row} />
      <p className="mt-1.5 text-ui">
        {count(votes, "vote")}, contested on {axes.join(" and ")} ·{" "}
        <PageLink href={`/admin/adjudication/${formatTargetKey(row)}` as Route} className="font-medium">
          See the votes and decide
        </PageLink>
      </p>
    </li>
  );
}

function UnconfirmedItem({ row }: { row: UnconfirmedRow }) {
  return (
    <li>
      <Quoted context={row} />
      <Where row={row} />
      <p className="mt-1 text-small text-soft">
        added by {row.handle}, who read it in: {row.readIn}
      </p>
      <div className="mt-2 flex flex-wrap items-end gap-x-5 gap-y-2">
        <PageLink href={`/confirm/${formatTargetKey(row)}` as Route} className="text-ui font-medium">
          Confirm it
        </PageLink>
        <ActionForm action={hideFromReaders} className="flex flex-wrap items-end gap-2">
          <Names row={row} />
          <ActionText name="reason" label="Or hide it, for this public reason" required />
          <SubmitButton quiet>Hide</SubmitButton>
        </ActionForm>
      </div>
    </li>
  );
}

function HiddenItem({ row }: { row: HiddenRow }) {
  return (
    <li>
      {row.text === null ? (
        <p className="text-ui">The citation as a whole</p>
      ) : (
        <Quoted context={{ text: row.text }} />
      )}
      <Where row={row} />
      <p className="mt-1 text-ui">hidden: {row.reason}</p>
      <ActionForm action={showToReaders} className="mt-2">
        <Names row={row} />
        <SubmitButton quiet>Restore</SubmitButton>
      </ActionForm>
    </li>
  );
}

function Names({ row }: { row: { hubId: number; workId: number; contextId: number | null } }) {
  return (
    <>
      <input type="hidden" name="hubId" value={row.hubId} />
      <input type="hidden" name="workId" value={row.workId} />
      {row.contextId === null ? null : <input type="hidden" name="contextId" value={row.contextId} />}
    </>
  );
}
