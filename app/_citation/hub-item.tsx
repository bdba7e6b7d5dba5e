import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { HubRow } from "@/db/queries/hubs";
import { count, share } from "@/lib/citation/count";
import type { Query } from "@/lib/citation/query";
import { AuthorLine } from "./author-line";
import { HitText } from "./hit-text";
import { PolarityStrip } from "./polarity-strip";
import { plainTitle, TitleText } from "./title-text";

/** A hub in a list: what it is, how it is judged, and how much is known of its citers; `marked`: what was looked for. */
export function HubItem({ hub, marked }: { hub: HubRow; marked?: Query }) {
  const { slug, title, authors, authorsComplete, year, demonstration } = hub;
  const { citers, withContext, voted, contested, polarity } = hub;
  return (
    <li className="grid gap-x-14 gap-y-3 border-t border-line py-5 md:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <h3 className="font-serif text-lede font-semibold leading-snug [overflow-wrap:anywhere]">
          <PageLink href={`/hubs/${slug}`} className="text-ink no-underline hover:underline">
            {marked && title !== null ? (
              <HitText text={plainTitle(title)} query={marked} />
            ) : (
              <TitleText title={title} />
            )}
          </PageLink>
        </h3>
        <p className="mt-1 text-small text-soft">
          <AuthorLine authors={authors} complete={authorsComplete} />
          {` · ${year ?? "year not known"}`}
        </p>
        {demonstration ? (
          <p className="mt-2">
            <Chip className="text-mixed-ink">demonstration, all invented</Chip>
          </p>
        ) : null}
      </div>
      <div className="self-center text-small text-soft">
        <p className="text-ui font-semibold text-ink">{count(citers, "citer")}</p>
        {citers === 0 ? null : (
          <>
            <PolarityStrip polarity={polarity} citers={citers} />
            <p className="mt-1.5">{share(voted, citers)} citers have a vote</p>
            {contested > 0 ? <p>{count(contested, "citer is contested", "citers are contested")}</p> : null}
            <p>{share(withContext, citers)} citers have a sentence</p>
          </>
        )}
      </div>
    </li>
  );
}
