import { AuthorList } from "@/app/_citation/author-line";
import { IdentifierLinks } from "@/app/_citation/identifier-links";
import { TitleText } from "@/app/_citation/title-text";
import { WorkNotices } from "@/app/_citation/work-notices";
import { PageHead } from "@/app/_ui/page-head";
import type { HubFigures } from "@/db/queries/hub";
import { count, share } from "@/lib/citation/count";
import type { Hub } from "./load-hub";
import { yearSpan } from "./year-columns";

/** The head of the hub's page: what the work is, and in one sentence what is known of its citers. */
export function HubHead({ hub, figures }: { hub: Hub; figures: HubFigures }) {
  return (
    <PageHead
      eyebrow={`Hub · ${hub.year ?? "year not known"}`}
      title={<TitleText title={hub.title} />}
      byline={<AuthorList authors={hub.authors} complete={hub.authorsComplete} />}
    >
      {hub.venue === null ? null : (
        <p className="mt-1.5 text-ui text-soft">
          <span dir="auto">{hub.venue}</span>
        </p>
      )}
      <IdentifierLinks identifiers={hub.identifiers} />
      <WorkNotices notices={hub.notices} />
      <Headline figures={figures} />
    </PageHead>
  );
}

function Headline({ figures }: { figures: HubFigures }) {
  const { citers, withContext, years } = figures;
  const span = yearSpan(years);
  return (
    <p className="mt-5 max-w-[760px] font-serif text-lede">
      {citers === 0 ? (
        "No citing paper is known yet. "
      ) : (
        <>
          <b className="font-semibold">{count(citers, "known citer")}</b>
          {span === null ? "" : `, ${span}`}; for{" "}
          <b className="font-semibold">{share(withContext, citers)}</b> we hold the citing sentence.{" "}
        </>
      )}
      Nobody has voted yet.
    </p>
  );
}
