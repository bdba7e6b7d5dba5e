import { Day } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import type { PersonRow } from "@/db/queries/people";
import { count } from "@/lib/citation/count";
import { PersonChips } from "./person-chips";
import { personForAdminHref } from "./person-href";

/** An account in the list; everything that can be done about it stands on its own page. */
export function PersonItem({ person }: { person: PersonRow }) {
  const { handle, name, email, createdAt, seenAt, votes } = person;
  return (
    <li className="grid gap-x-10 gap-y-2 border-t border-line py-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h3 className="font-serif text-list leading-snug font-semibold">
          <PageLink href={personForAdminHref(handle)} className="text-ink no-underline hover:underline">
            <span dir="auto">{name || handle}</span>
          </PageLink>
        </h3>
        <p className="mt-0.5 text-small text-soft">
          {[name ? handle : null, email ?? "no e-mail address"].filter(Boolean).join(" · ")}
        </p>
        <PersonChips person={person} />
      </div>
      <dl className="text-small text-soft sm:text-end">
        <div>
          <dt className="sr-only">Votes</dt>
          <dd className="text-ui font-semibold text-ink">{count(votes, "vote")}</dd>
        </div>
        <div>
          <dt className="inline">since</dt>{" "}
          <dd className="inline">
            <Day at={createdAt} />
          </dd>
        </div>
        {seenAt === null ? null : (
          <div>
            <dt className="inline">last seen</dt>{" "}
            <dd className="inline">
              <Day at={seenAt} />
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
