import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Quoted } from "@/app/_citation/quoted";
import { plainTitle } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { FormPage } from "@/app/_ui/form-page";
import { PageLink } from "@/app/_ui/page-link";
import { getSubject } from "@/db/queries/subject";
import { requireUser } from "@/lib/auth/session";
import { parseTargetKey } from "@/lib/citation/target-key";
import { database } from "@/lib/database";
import { confirmSentence } from "./actions";

export const metadata: Metadata = { title: "Confirm a sentence", robots: { index: false } };

export default async function ConfirmPage({ params }: PageProps<"/confirm/[target]">) {
  const { target } = await params;
  const user = await requireUser(`/confirm/${target}`);
  const key = parseTargetKey(target);
  const subject = key?.kind === "context" ? await getSubject(database(), key) : null;
  if (subject === null || subject.text === null) notFound();
  const paper = (
    <PageLink href={`/citers/${subject.workId}` as Route}>{plainTitle(subject.citerTitle)}</PageLink>
  );
  const reason = whyNot(subject, user);
  if (reason !== null)
    return (
      <FormPage
        title="This sentence needs no confirmation from you"
        lead={
          <>
            <Quoted context={{ text: subject.text }} />
            <p>
              A sentence of {paper}. {reason} If it is wrong,{" "}
              <PageLink href={`/flag?target=${target}` as Route}>report it</PageLink>.
            </p>
          </>
        }
      />
    );
  return (
    <FormPage
      title="Does this sentence stand in the paper?"
      lead={
        <>
          <Quoted context={{ text: subject.text }} />
          <p>
            Somebody added it by hand to {paper}. Confirm it only when you have found it in the paper
            yourself, word for word.
          </p>
        </>
      }
    >
      <ActionForm action={confirmSentence} className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <input type="hidden" name="contextId" value={subject.contextId} />
        <SubmitButton>I have found it</SubmitButton>
        <PageLink href={`/flag?target=${target}` as Route} className="text-ui">
          It is not there, or not like this
        </PageLink>
      </ActionForm>
    </FormPage>
  );
}

function whyNot(
  { addedBy, confirmedBy }: { addedBy: number | null; confirmedBy: number | null },
  { id, role }: { id: number; role: string },
): string | null {
  if (addedBy === null) return "It came with an import, not by hand.";
  // Whoever has just confirmed it keeps the form, which thanks them.
  if (confirmedBy !== null && confirmedBy !== id) return "A second person has found it there already.";
  if (addedBy === id && role !== "admin") return "You added it: a second person has to find it there.";
  return null;
}
