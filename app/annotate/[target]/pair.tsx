import { TitleText } from "@/app/_citation/title-text";
import type { LabelTarget } from "@/db/queries/label-target";

interface TitledWork {
  title: string | null;
  year: number | null;
  /** Null: it is invented and has no page. */
  href: string | null;
}

/** Who cites whom; the pages open in a new tab, so that the form stays. */
export function Pair({ of: { citer, hub } }: { of: Pick<LabelTarget, "citer" | "hub"> }) {
  return (
    <PairOf citer={{ ...citer, href: `/citers/${citer.id}` }} hub={{ ...hub, href: `/hubs/${hub.slug}` }} />
  );
}

export function PairOf({ citer, hub }: { citer: TitledWork; hub: TitledWork }) {
  return (
    <div className="grid items-start gap-x-3.5 gap-y-1 pb-5 sm:grid-cols-[1fr_26px_1fr]">
      <Work what="citing paper" work={citer} />
      <span
        aria-hidden="true"
        className="rotate-90 justify-self-start text-lede text-spark sm:rotate-0 sm:pt-4"
      >
        →
      </span>
      <Work what="hub" work={hub} />
    </div>
  );
}

function Work({ what, work: { title, year, href } }: { what: string; work: TitledWork }) {
  return (
    <div className="min-w-0">
      <p className="text-small text-soft">
        {what}
        {year === null ? "" : `, ${year}`}
      </p>
      <p className="font-serif text-body leading-snug font-semibold [overflow-wrap:anywhere]">
        {href === null ? (
          <TitleText title={title} />
        ) : (
          <a
            href={href}
            target="_blank"
            rel="noopener"
            className="text-ink no-underline hover:underline"
            title="Opens in a new tab"
          >
            <TitleText title={title} />
            <span className="sr-only">, in a new tab</span>
          </a>
        )}
      </p>
    </div>
  );
}
