import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoHubs } from "@/app/_citation/no-hubs";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { takeTurn } from "@/db/commands/turns";
import { getHub } from "@/db/queries/hub";
import { listHubs } from "@/db/queries/hubs";
import { countVotesByHub } from "@/db/queries/own-votes";
import { listQueueProgress } from "@/db/queries/queue";
import { may } from "@/lib/auth/may";
import { requireUser } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { HubToLabel } from "./hub-to-label";
import { MayNotVote } from "./may-not-vote";
import { takeNextPath } from "./next-target";
import { labelPath, oneOf, withQuery } from "./search-params";

const MOST_HUBS = 100;

export const metadata: Metadata = {
  title: "Annotate",
  description: "Choose a hub and label how its citing papers use and judge it.",
  robots: { index: false },
};

/** Who asks for a hub, or for any, is led to a target; else one chooses. */
export default async function AnnotatePage({ searchParams }: PageProps<"/annotate">) {
  const query = await searchParams;
  const [slug, start, nothing] = [oneOf(query.hub), oneOf(query.start), oneOf(query.nothing)];
  const here = withQuery("/annotate", { hub: slug, start });
  const user = await requireUser(here);
  if (!may(user, "vote")) return <MayNotVote />;
  if (!user.warmedUp) redirect(withQuery("/annotate/warm-up", { from: here }));
  if (start === "anywhere") redirect(await takeNextPath(database(), user.id, { hubId: null }));
  const chosen = slug === undefined ? null : await getHub(database(), slug);
  if (chosen !== null) {
    const key = await takeTurn(database(), { userId: user.id, hubId: chosen.id });
    if (key !== null) redirect(labelPath(key));
  }
  return (
    <>
      <PageHead
        eyebrow="Annotate"
        title="Read one sentence, say what it does"
        byline={
          <p className="max-w-[66ch] font-serif text-lede text-soft">
            What does the citing paper use the hub for, and how does it judge it? You see others’ votes after
            yours. The <PageLink href="/guidelines">guidelines</PageLink> say what each label means.
          </p>
        }
      >
        <p className="mt-6">
          <PageLink
            href={withQuery("/annotate", { start: "anywhere" })}
            className="inline-flex min-h-10 items-center rounded-md bg-ink px-4 py-2 text-ui font-semibold text-paper no-underline hover:opacity-85"
          >
            Start anywhere
          </PageLink>
        </p>
        {user.approved ? null : (
          <Notice>
            Your votes are kept and do not count yet. <PageLink href="/me">How they come to count</PageLink>
          </Notice>
        )}
        {chosen !== null || nothing !== undefined ? <NothingLeft hub={chosen !== null} /> : null}
      </PageHead>
      <HubsToLabel userId={user.id} />
    </>
  );
}

function NothingLeft({ hub }: { hub: boolean }) {
  return (
    <Notice urgent>
      Nothing is left for you {hub ? "in this hub" : "in any hub"} just now: you have voted on all that is
      open, or somebody else has it in front of them. Look again in five minutes, or when new papers are here.
    </Notice>
  );
}

async function HubsToLabel({ userId }: { userId: number }) {
  const db = database();
  const hubs = await listHubs(db, { after: null, limit: MOST_HUBS });
  if (hubs.length === 0) return <NoHubs />;
  const progress = await listQueueProgress(
    db,
    hubs.map(({ id }) => id),
  );
  const own = new Map((await countVotesByHub(db, userId)).map(({ hubId, votes }) => [hubId, votes]));
  return (
    <Section id="hubs" title="Or choose a hub" note="most cited first">
      <ul>
        {hubs.map((hub) => (
          <HubToLabel key={hub.id} hub={hub} progress={progress.get(hub.id)} own={own.get(hub.id) ?? 0} />
        ))}
      </ul>
    </Section>
  );
}
