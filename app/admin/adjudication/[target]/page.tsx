import type { Route } from "next";
import { notFound } from "next/navigation";
import { Quoted } from "@/app/_citation/quoted";
import { plainTitle } from "@/app/_citation/title-text";
import { VoteList } from "@/app/_citation/vote-list";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { forAdmins } from "@/app/admin/for-admins";
import { getCase } from "@/db/queries/adjudication";
import { getSubject } from "@/db/queries/subject";
import { listTargetVotes } from "@/db/queries/target-votes";
import { requireAdmin } from "@/lib/auth/session";
import { formatTargetKey, parseTargetKey } from "@/lib/citation/target-key";
import { database } from "@/lib/database";
import { liftDecision } from "../actions";
import { PastRulings } from "./past-rulings";
import { RulingForm } from "./ruling-form";

export const generateMetadata = forAdmins({ title: "Decide a contested target" });

export default async function CasePage({ params }: PageProps<"/admin/adjudication/[target]">) {
  const { target } = await params;
  await requireAdmin(`/admin/adjudication/${target}`);
  const db = database();
  const key = parseTargetKey(target);
  const subject = key === null ? null : await getSubject(db, key);
  const found = subject === null ? null : await getCase(db, subject);
  if (found === null) notFound();
  const votes = await listTargetVotes(db, found);
  const { hubId, targetId, workId, text, slug, hubTitle, citerTitle, rulings } = found;
  const standing = rulings.some(({ liftedAt }) => liftedAt === null);
  return (
    <>
      <PageHead
        eyebrow={<PageLink href={"/admin/adjudication" as Route}>Adjudication</PageLink>}
        title={text === null ? "A citation as a whole" : "A sentence"}
        byline={
          <p className="text-ui text-soft">
            of <PageLink href={`/citers/${workId}` as Route}>{plainTitle(citerTitle)}</PageLink>, citing{" "}
            <PageLink href={`/hubs/${slug}`}>{plainTitle(hubTitle)}</PageLink>
          </p>
        }
      />
      <div className="max-w-[860px] border-t border-line pt-6">
        {text === null ? null : <Quoted context={{ ...found, text, markers: found.markers ?? [] }} />}
        <Section id="votes" title="Votes">
          <div className="text-ui">
            <VoteList votes={votes} open />
          </div>
        </Section>
        <Section id="decide" title={standing ? "Decide anew" : "Decide"}>
          <RulingForm hubId={hubId} targetId={targetId} />
        </Section>
        {rulings.length === 0 ? null : (
          <Section id="decisions" title="Decisions so far">
            <PastRulings rulings={rulings} />
            {standing ? (
              <ActionForm action={liftDecision} className="mt-4">
                <input type="hidden" name="hubId" value={hubId} />
                <input type="hidden" name="targetId" value={targetId} />
                <SubmitButton quiet>Lift the decision, so that the votes count again</SubmitButton>
              </ActionForm>
            ) : null}
          </Section>
        )}
        <p className="mt-8 text-ui">
          <PageLink href={`/annotate/${formatTargetKey(found)}` as Route}>Vote on it yourself</PageLink>
        </p>
      </div>
    </>
  );
}
