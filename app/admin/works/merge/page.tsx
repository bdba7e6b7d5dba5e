import type { ReactNode } from "react";
import { TitleText } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { forAdmins } from "@/app/admin/for-admins";
import { previewMerge } from "@/db/commands/merge/merge-works";
import { findWork, getWorkPair, type WorkPair } from "@/db/queries/work-pair";
import { requireAdmin } from "@/lib/auth/session";
import { compareFacts } from "@/lib/citation/same-work";
import { database } from "@/lib/database";
import { UserError } from "@/lib/errors";
import { mergePapers } from "../actions";
import { FactsLine } from "../facts-line";
import { PairForm } from "../pair-form";
import { pairHref, readPair, worksHref } from "../search-params";
import { FieldList } from "./field-list";
import { MovedList } from "./moved-list";

export const generateMetadata = forAdmins({
  title: "Are these one paper?",
  description: "Compares two papers and says what a merge would do.",
});

/** Compares two papers, and says what a merge would do before it is done. */
export default async function MergePage({ searchParams }: PageProps<"/admin/works/merge">) {
  const names = readPair(await searchParams);
  const user = await requireAdmin("/admin/works");
  const db = database();
  const [into, from] = await Promise.all([findWork(db, names.into), findWork(db, names.from)]);
  const pair = into === null || from === null ? null : await getWorkPair(db, { into, from });
  return (
    <>
      <PageHead
        eyebrow={<PageLink href={worksHref()}>Papers held twice</PageLink>}
        title="Are these one paper?"
      />
      {pair === null ? (
        <>
          <Missing names={names} into={into} from={from} />
          <PairForm into={names.into} from={names.from} />
        </>
      ) : (
        <Pair pair={pair} userId={user.id} />
      )}
    </>
  );
}

function Missing({
  names,
  into,
  from,
}: {
  names: { into: string; from: string };
  into: number | null;
  from: number | null;
}) {
  const unknown = [into === null ? names.into : "", from === null ? names.from : ""].filter(
    (name) => name !== "",
  );
  if (unknown.length === 0 && into === null) return null;
  return (
    <p role="alert" className="mb-4 border-s-[3px] border-contrasting ps-3 text-ui [overflow-wrap:anywhere]">
      {unknown.length > 0
        ? `No paper is known as ${unknown.map((name) => `“${name}”`).join(" or ")}.`
        : "Both names are of one and the same paper. Name two."}
    </p>
  );
}

async function Pair({ pair, userId }: { pair: WorkPair; userId: number }) {
  const { into, from } = pair;
  const { agree, differ } = compareFacts(into, from);
  return (
    <div className="max-w-[1080px] border-t border-line">
      <div className="grid gap-x-10 sm:grid-cols-2">
        <Paper label="Remains" work={into} />
        <Paper label="Is merged into it" work={from} />
      </div>
      <p className="mt-4 text-ui">
        <PageLink href={pairHref({ into: from.id, from: into.id })}>Keep the other one instead</PageLink>
      </p>
      <Section
        id="fields"
        title="What their sources say"
        note={
          [...agree, ...(differ.length === 0 ? [] : [`differs: ${differ.join(", ")}`])].join(" · ") ||
          undefined
        }
      >
        <FieldList pair={pair} />
      </Section>
      <Section id="merge" title="What the merge does">
        <Consequences pair={pair} userId={userId} />
      </Section>
    </div>
  );
}

function Paper({ label, work }: { label: string; work: WorkPair["into"] }) {
  return (
    <section aria-label={label} className="min-w-0 pt-5 [overflow-wrap:anywhere]">
      <p className="text-small text-soft">{label}</p>
      <h2 className="mt-0.5 mb-1.5 font-serif text-lede leading-snug font-semibold">
        <TitleText title={work.title} />
      </h2>
      <FactsLine work={work} />
    </section>
  );
}

async function Consequences({ pair: { into, from }, userId }: { pair: WorkPair; userId: number }) {
  const foreseen = await foresee({ into: into.id, from: from.id, byUserId: userId, address: "" });
  if (typeof foreseen === "string") return <Refused>{foreseen}</Refused>;
  return (
    <>
      <MovedList moved={foreseen} />
      <p className="mt-3 max-w-[66ch] text-ui text-soft">
        Nothing is lost: a merge can be taken apart, and then every row is where it was. What came meanwhile
        stays with the paper that remains, but for what is on a sentence, which goes with the sentence.
      </p>
      <ActionForm action={mergePapers} className="mt-5">
        <input type="hidden" name="into" value={into.id} />
        <input type="hidden" name="from" value={from.id} />
        <SubmitButton>Merge them</SubmitButton>
      </ActionForm>
    </>
  );
}

/** The figures of the merge, or why there can be none now. */
async function foresee(asked: Parameters<typeof previewMerge>[1]) {
  try {
    return await previewMerge(database(), asked);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const Refused = ({ children }: { children: ReactNode }) => <Notice urgent>{children}</Notice>;
