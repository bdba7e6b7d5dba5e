import { TitleText } from "@/app/_citation/title-text";
import { Bar } from "@/app/_ui/bar";
import { PageLink } from "@/app/_ui/page-link";
import type { HubRow } from "@/db/queries/hubs";
import type { QueueProgress } from "@/db/queries/queue";
import { formatAuthors } from "@/lib/citation/authors";
import { count } from "@/lib/citation/count";
import { progressWords } from "./progress-words";
import { withQuery } from "./search-params";

/** A hub to choose: how far its queue is, and how far the person is. */
export function HubToLabel({
  hub,
  progress,
  own,
}: {
  hub: HubRow;
  progress: QueueProgress | undefined;
  own: number;
}) {
  const { k, rest } = progressWords(progress ?? { sentences: 0, papers: 0, enough: 0 });
  const byline = [formatAuthors(hub.authors, hub.authorsComplete, 3), hub.year ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-t border-line py-4 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <h3 className="font-serif text-body leading-snug font-semibold [overflow-wrap:anywhere]">
          <PageLink href={withQuery("/annotate", { hub: hub.slug })} className="text-ink decoration-edge">
            <TitleText title={hub.title} />
          </PageLink>
        </h3>
        <p dir="auto" className="mt-0.5 text-small text-soft">
          {byline}
          {hub.demonstration ? " · demonstration, all invented" : ""}
        </p>
      </div>
      <div className="text-small text-soft">
        <p>
          <b className="font-semibold text-ink">{k}</b> {rest}
        </p>
        <span className="my-1.5 flex">
          <Bar
            part={progress?.enough ?? 0}
            whole={(progress?.sentences ?? 0) + (progress?.papers ?? 0)}
            className="bg-ink/75"
            size="h-1.5"
          />
        </span>
        <p>you: {count(own, "vote")}</p>
      </div>
    </li>
  );
}
