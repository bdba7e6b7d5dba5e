import { notFound } from "next/navigation";
import { TitleText } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Moment } from "@/app/_ui/moment";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { forAdmins } from "@/app/admin/for-admins";
import { type ClaimVersion, listClaimVersions } from "@/db/queries/hubs-for-admin";
import { requireAdmin } from "@/lib/auth/session";
import { count } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { changeClaim } from "../../../actions";
import { claimHref, hubForAdminHref } from "../../../search-params";
import { ClaimFields } from "../../claim-fields";
import { loadHubForAdmin } from "../../load-hub-for-admin";

type Props = PageProps<"/admin/hubs/[slug]/claims/[number]">;

export const generateMetadata = forAdmins(async ({ params }: Props) => {
  return { title: `Claim C${(await params).number}`, description: "Change what a hub is said to claim." };
});

/** Changes a claim, and shows every version of it. */
export default async function ClaimPage({ params }: Props) {
  const { slug, number: digits } = await params;
  const number = /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : 0;
  await requireAdmin(claimHref(slug, number));
  const hub = await loadHubForAdmin(slug);
  if (hub === null) notFound();
  const versions = await listClaimVersions(database(), hub.id, number);
  const [latest] = versions;
  if (!latest) notFound();
  return (
    <>
      <PageHead
        eyebrow={
          <PageLink href={hubForAdminHref(hub.slug)}>
            <TitleText title={hub.title} />
          </PageLink>
        }
        title={`Claim C${number}`}
      >
        {latest.retired ? (
          <Notice>It is retired: put it back on the list before you change its words.</Notice>
        ) : null}
      </PageHead>
      <div className="max-w-[860px] border-t border-line pt-6">
        {latest.retired ? null : (
          <ActionForm action={changeClaim} className="max-w-[46rem] space-y-3">
            <input type="hidden" name="hubId" value={hub.id} />
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="version" value={latest.version} />
            <ClaimFields abstract={hub.abstract} text={latest.text} quote={latest.quote} />
            <SubmitButton>Save the claim</SubmitButton>
          </ActionForm>
        )}
        <Section id="versions" title="What it said" note={count(versions.length, "version")}>
          <ol>
            {versions.map((version) => (
              <VersionItem key={version.version} version={version} />
            ))}
          </ol>
        </Section>
      </div>
    </>
  );
}

function VersionItem({ version: { version, text, quote, retired, by, at } }: { version: ClaimVersion }) {
  return (
    <li className="border-t border-line py-3 [overflow-wrap:anywhere]">
      <p dir="auto" className="font-serif text-list leading-snug">
        {text}
      </p>
      {quote === null ? null : (
        <p dir="auto" className="mt-1 font-serif text-ui text-soft">
          “{quote}”
        </p>
      )}
      <p className="mt-1 text-small text-soft">
        version {version}, by {by ?? "an import"}, <Moment at={at} />
        {retired ? ", retired" : ""}
      </p>
    </li>
  );
}
