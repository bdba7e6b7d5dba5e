import { PageLink } from "./_ui/page-link";

const LINK = "text-soft hover:text-ink";

export function SiteFooter() {
  return (
    <footer className="border-t border-line px-4 py-6 text-small text-soft md:px-8">
      <div className="mx-auto flex max-w-[1096px] flex-wrap justify-between gap-x-8 gap-y-3">
        <p>Spokes: how scholarly works were received, one citing sentence at a time.</p>
        <nav aria-label="About the site" className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
          <PageLink href="/hubs" className={LINK}>
            All hubs
          </PageLink>
          <PageLink href="/guidelines" className={LINK}>
            Guidelines
          </PageLink>
          <PageLink href="/api" className={LINK}>
            API
          </PageLink>
          <PageLink href="/about" className={LINK}>
            About
          </PageLink>
          <PageLink href="/about#licence" className={LINK}>
            Licence of the labels
          </PageLink>
        </nav>
      </div>
    </footer>
  );
}
