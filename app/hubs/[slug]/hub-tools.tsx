import type { Route } from "next";
import type { ReactNode } from "react";
import { flagHubHref, labelHubHref } from "@/app/_citation/label-links";
import { referenceLine } from "@/app/_citation/reference-line";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { count } from "@/lib/citation/count";
import { bibtexEntry } from "@/lib/export/bibtex";
import { citationKey } from "@/lib/export/citation-key";
import { siteUrl } from "@/lib/site-url";
import { ExportLinks } from "./export/export-links";
import type { Hub } from "./load-hub";

const TOOL =
  "inline-block rounded-md border border-edge px-3 py-1 text-small text-soft no-underline hover:text-ink";

/** What can be done with the hub beyond reading its page. */
export function HubTools({ hub, citers }: { hub: Hub; citers: number }) {
  const page = `/hubs/${hub.slug}`;
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
        <Tool name="Cite this hub">
          <p dir="auto" className="font-serif text-list leading-snug select-all [overflow-wrap:anywhere]">
            {referenceLine(hub)}
          </p>
          <h3 className="mt-3 text-small font-medium text-soft">BibTeX</h3>
          <Snippet>{bibtexEntry(hub, citationKey(hub))}</Snippet>
        </Tool>
        <Tool name="Export the citing papers">
          <ExportLinks slug={hub.slug} />
          <p className="mt-2 text-soft">A search of the citing papers can be exported in the same way.</p>
        </Tool>
        <Tool name="Feed, API and badge">
          <ul className="space-y-1.5 text-soft">
            <li>
              <PageLink href={`${page}/feed.xml` as Route}>Feed</PageLink> of new citing papers and labels
              (Atom)
            </li>
            <li>
              <PageLink href={`/api/v1${page}` as Route}>API</PageLink>: this hub as JSON
            </li>
          </ul>
          {/* biome-ignore lint/performance/noImgElement: a picture of our own, at its own size. */}
          <img
            src={`${page}/badge.svg`}
            alt="The badge: how this hub is judged"
            height={30}
            loading="lazy"
            className="mt-3 h-[30px] max-w-full"
          />
          <h3 className="mt-2 text-small font-medium text-soft">Badge for your page</h3>
          <Snippet>{badgeSnippet(`${siteUrl()}${page}`)}</Snippet>
        </Tool>
      </div>
    </Section>
  );
}

function Tool({ name, children }: { name: string; children: ReactNode }) {
  return (
    <details className="text-small">
      <summary className={TOOL}>{name}</summary>
      <div className="mt-3 mb-4">{children}</div>
    </details>
  );
}

/** Text to be taken along whole. */
function Snippet({ children }: { children: string }) {
  return (
    <pre
      dir="ltr"
      className="mt-1 rounded-md border border-line bg-card p-2.5 font-mono text-tiny whitespace-pre-wrap select-all [overflow-wrap:anywhere]"
    >
      {children}
    </pre>
  );
}

/** HTML that shows the badge and leads to the hub. */
function badgeSnippet(page: string): string {
  return `<a href="${page}"><img src="${page}/badge.svg" height="30" alt="How this work was received, on Spokes"></a>`;
}
