import { notFound } from "next/navigation";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Empty } from "@/app/_ui/empty";
import { Moment } from "@/app/_ui/moment";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { forAdmins } from "@/app/admin/for-admins";
import { getVotesSince, type VotesSince } from "@/db/queries/votes-since";
import { requireAdmin } from "@/lib/auth/session";
import { count } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { revertVotes } from "../../actions";
import { personForAdminHref } from "../../person-href";
import { loadPerson } from "../load-person";
import { readSince } from "./search-params";

type Props = PageProps<"/admin/people/[handle]/revert">;

export const generateMetadata = forAdmins({
  title: "Revert votes",
  description: "Asks before votes are reverted.",
});

/** Says what a revert would do before it is done. */
export default async function RevertPage({ params, searchParams }: Props) {
  const { handle } = await params;
  await requireAdmin(personForAdminHref(handle));
  const person = await loadPerson(handle);
  const since = readSince((await searchParams).since);
  if (person === null || since === null) notFound();
  const votes = await getVotesSince(database(), person.id, since);
  return (
    <>
      <PageHead
        eyebrow={<PageLink href={personForAdminHref(handle)}>{handle}</PageLink>}
        title="Revert votes"
        byline={
          <p className="text-ui text-soft">
            since <Moment at={since} />
          </p>
        }
      />
      <div className="max-w-[66ch] border-t border-line pt-6 text-ui">
        <ActionForm action={revertVotes} className="space-y-4">
          {votes.cast + votes.changed === 0 ? (
            <Empty>Nothing to revert: no vote of {handle} was cast or changed since then.</Empty>
          ) : (
            <>
              <Consequences votes={votes} />
              <input type="hidden" name="userId" value={person.id} />
              <input type="hidden" name="since" value={since.toISOString().slice(0, 10)} />
              <SubmitButton>Revert {count(votes.cast + votes.changed, "vote")}</SubmitButton>
            </>
          )}
        </ActionForm>
        <p className="mt-4">
          <PageLink href={personForAdminHref(handle)}>Back to {handle}</PageLink>
        </p>
      </div>
    </>
  );
}

function Consequences({ votes: { cast, changed, hubs } }: { votes: VotesSince }) {
  return (
    <>
      <ul className="list-disc space-y-1 ps-5">
        {cast === 0 ? null : (
          <li>
            {count(cast, "vote was cast since then and", "votes were cast since then and")} will be withdrawn.
          </li>
        )}
        {changed === 0 ? null : (
          <li>
            {count(
              changed,
              "vote was changed or withdrawn since then and will say again what it said before.",
              "votes were changed or withdrawn since then and will say again what they said before.",
            )}
          </li>
        )}
      </ul>
      <p>
        This concerns {count(hubs, "hub")}; figures and pages follow at once. Nothing is deleted: a revert is
        one more entry in the history of each vote.
      </p>
    </>
  );
}
