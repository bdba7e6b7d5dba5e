import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { count } from "@/lib/citation/count";

/** What can be done with the hub beyond reading its page. */
export function HubTools({ slug, citers }: { slug: string; citers: number }) {
  return (
    <Section id="tools" title="Hub tools">
      <p>
        <PageLink
          href={`/hubs/${slug}/citers`}
          className="inline-block rounded-md border border-edge px-3 py-1 text-small text-soft no-underline hover:text-ink"
        >
          Search the {count(citers, "citing paper")}
        </PageLink>
      </p>
    </Section>
  );
}
