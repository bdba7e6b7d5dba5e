import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Quoted } from "@/app/_citation/quoted";
import { plainTitle } from "@/app/_citation/title-text";
import { ActionArea } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { FormPage } from "@/app/_ui/form-page";
import { PageLink } from "@/app/_ui/page-link";
import { RadioList } from "@/app/_ui/radio-list";
import { getHub } from "@/db/queries/hub";
import { getSubject } from "@/db/queries/subject";
import { FLAG_KINDS, FLAG_LABELS, type FlagKind } from "@/lib/citation/flag-kind";
import { parseTargetKey } from "@/lib/citation/target-key";
import { database } from "@/lib/database";
import { reportMistake } from "./actions";

export const metadata: Metadata = { title: "Report a mistake", robots: { index: false } };

const one = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** Of a hub's page as a whole only its data can be wrong; of a sentence everything can. */
const KINDS_OF_PAGE: readonly FlagKind[] = ["mistake_in_data"];
const KINDS_OF_PAPER: readonly FlagKind[] = ["not_a_citation", "wrong_target", "mistake_in_data"];

export default async function FlagPage({ searchParams }: PageProps<"/flag">) {
  const { target, hub: slug } = await searchParams;
  const db = database();
  const key = parseTargetKey(one(target));
  if (key !== null) {
    const subject = await getSubject(db, key);
    if (subject === null) notFound();
    const { workId, contextId, text, citerTitle, hubTitle } = subject;
    return (
      <FormPage
        title="Report a mistake"
        lead={
          <>
            {text === null ? null : <Quoted context={{ text }} />}
            <p>
              {text === null ? "The citation" : "A sentence"} of{" "}
              <PageLink href={`/citers/${workId}`}>{plainTitle(citerTitle)}</PageLink>, citing{" "}
              {plainTitle(hubTitle)}.
            </p>
          </>
        }
      >
        <FlagForm
          field={{ name: "target", value: one(target) }}
          kinds={contextId === null ? KINDS_OF_PAPER : FLAG_KINDS}
        />
      </FormPage>
    );
  }
  const hub = await getHub(db, one(slug));
  if (hub === null) notFound();
  return (
    <FormPage
      title="Report a mistake"
      lead={
        <p>
          On the page of <PageLink href={`/hubs/${hub.slug}`}>{plainTitle(hub.title)}</PageLink>. To report
          one sentence, use the link beside it.
        </p>
      }
    >
      <FlagForm field={{ name: "hub", value: hub.slug }} kinds={KINDS_OF_PAGE} />
    </FormPage>
  );
}

function FlagForm({
  field,
  kinds,
}: {
  field: { name: "target" | "hub"; value: string };
  kinds: readonly FlagKind[];
}) {
  return (
    <ActionForm action={reportMistake} className="space-y-5">
      <input type="hidden" name={field.name} value={field.value} />
      <RadioList
        name="kind"
        legend="What is wrong?"
        options={kinds.map((value) => ({ value, label: FLAG_LABELS[value] }))}
        initial={kinds.length === 1 ? kinds[0] : undefined}
      />
      <ActionArea
        name="note"
        label="In your words"
        hint="What is wrong, and where it can be seen to be. Do not write anything private: admins read it."
        maxLength={2000}
      />
      <SubmitButton>Send the report</SubmitButton>
    </ActionForm>
  );
}
