import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { plainTitle } from "@/app/_citation/title-text";
import { ActionArea, ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { FormPage } from "@/app/_ui/form-page";
import { PageLink } from "@/app/_ui/page-link";
import { requireUser } from "@/lib/auth/session";
import { findRemaining, loadCiter } from "../load-citer";
import { addSentence } from "./actions";

export const metadata: Metadata = { title: "Add a sentence", robots: { index: false } };

export default async function AddContextPage({ params, searchParams }: PageProps<"/citers/[id]/add">) {
  const { id } = await params;
  const slug = [(await searchParams).hub].flat()[0] ?? "";
  await requireUser(`/citers/${id}/add?hub=${encodeURIComponent(slug)}`);
  const citer = await loadCiter(id);
  const hub = citer?.hubs.find((one) => one.slug === slug);
  if (!citer) {
    const remaining = await findRemaining(id);
    if (remaining !== null) redirect(`/citers/${remaining}/add?hub=${encodeURIComponent(slug)}`);
  }
  if (!citer || !hub) notFound();
  return (
    <FormPage
      title="Add a sentence"
      lead={
        <>
          <p>
            A sentence in which{" "}
            <PageLink href={`/citers/${citer.id}` as Route}>{plainTitle(citer.title)}</PageLink> speaks of{" "}
            <PageLink href={`/hubs/${hub.slug}`}>{plainTitle(hub.title)}</PageLink>, as you read it in the
            paper.
          </p>
          <p>
            It can be labelled at once. Until a second person has found it in the paper too, it says that
            nobody has confirmed it.
          </p>
        </>
      }
    >
      <ActionForm action={addSentence} className="space-y-5">
        <input type="hidden" name="hubId" value={hub.id} />
        <input type="hidden" name="workId" value={citer.id} />
        <ActionArea
          name="text"
          label="The sentence, word for word"
          required
          minLength={10}
          maxLength={2000}
          dir="auto"
        />
        <ActionText
          name="marker"
          label="The citation marker in it"
          hint="Such as [12] or (Smith et al., 2021); leave it empty if the sentence has none."
          maxLength={100}
        />
        <ActionArea
          name="before"
          label="The sentence before it, if any"
          rows={2}
          maxLength={2000}
          dir="auto"
        />
        <ActionArea name="after" label="The sentence after it, if any" rows={2} maxLength={2000} dir="auto" />
        <ActionText name="section" label="The heading it stands under, if any" maxLength={200} dir="auto" />
        <ActionText
          name="readIn"
          label="Where you read it"
          hint="An address, or words such as: published version, page 7."
          required
          maxLength={300}
        />
        <SubmitButton>Add it and label it</SubmitButton>
      </ActionForm>
    </FormPage>
  );
}
