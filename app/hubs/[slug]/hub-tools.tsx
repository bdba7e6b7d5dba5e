import { flagHubHref, labelHubHref } from "@/app/_citation/label-links";
import { referenceLine } from "@/app/_citation/reference-line";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { count } from "@/lib/citation/count";
import { bibtexEntry } from "@/lib/export/bibtex";
import { citationKey } from "@/lib/export/citation-key";
import type { Hub } from "./load-hub";

const TOOL =
  "inline-block rounded-md border border-edge px-3 py-1 text-small text-soft no-underline hover:text-ink";

/** What can be done with the hub beyond reading its page. */
export function HubTools({ hub, citers }: { hub: Hub; citers: number }) {
  return (
    <Section id="tools" title="Hub tools" aside>
      <div className="space-y-2">
        <p>
          <PageLink href={`/hubs/${hub.slug}/citers`} className={TOOL}>
            Search the {count(citers, "citing paper")}
          </PageLink>
        </p>
        <p className="flex flex-wrap gap-2">
          <PageLink href={labelHubHref(hub.slug)} className={TOOL}>
            Label this hub
          </PageLink>
          <PageLink href={flagHubHref(hub.slug)} className={TOOL}>
            Report a mistake
          </PageLink>
        </p>
        <details className="text-small">
          <summary className={TOOL}>Cite this hub</summary>
          <p
            dir="auto"
            className="mt-3 font-serif text-list leading-snug select-all [overflow-wrap:anywhere]"
          >
            {referenceLine(hub)}
          </p>
          <h3 className="mt-3 text-small font-medium text-soft">BibTeX</h3>
          <pre
            dir="ltr"
            className="mt-1 rounded-md border border-line bg-card p-2.5 font-mono text-tiny whitespace-pre-wrap select-all [overflow-wrap:anywhere]"
          >
            {bibtexEntry(hub, citationKey(hub))}
          </pre>
        </details>
      </div>
    </Section>
  );
}
