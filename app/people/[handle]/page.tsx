import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { Day } from "@/app/_ui/moment";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Section } from "@/app/_ui/section";
import { getVoteFigures, listVotesOfPerson } from "@/db/queries/person-votes";
import { database } from "@/lib/database";
import { loadPerson } from "./load-person";
import { personHref, readVoteCursor } from "./search-params";
import { VoteFigures } from "./vote-figures";
import { VoteList } from "./vote-list";

const PAGE_SIZE = 25;

type Props = PageProps<"/people/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await loadPerson((await params).handle);
  if (person === null) return {};
  const name = person.name || person.handle;
  return {
    title: name,
    description: `What ${name} has said of citations here, vote by vote.`,
    alternates: { canonical: personHref(person.handle) },
    robots: { index: false, follow: true },
  };
}

/** A person's public record. It reads no cookie: it is the same for everybody, also for the person. */
export default async function PersonPage({ params, searchParams }: Props) {
  const person = await loadPerson((await params).handle);
  if (person === null) notFound();
  const after = readVoteCursor((await searchParams).after);
  const db = database();
  const [figures, { votes, next }] = await Promise.all([
    getVoteFigures(db, person.id),
    listVotesOfPerson(db, person.id, { after, limit: PAGE_SIZE }),
  ]);
  return (
    <>
      <PageHead
        eyebrow="Person"
        title={person.name || person.handle}
        byline={
          <p className="text-ui text-soft">
            {person.name ? `${person.handle}, here` : "Here"} since <Day at={person.since} />
          </p>
        }
      >
        <Standing {...person} />
      </PageHead>
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:gap-x-14">
        <div className="min-w-0 lg:col-start-2 lg:row-start-1 lg:mt-3">
          <VoteFigures figures={figures} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <Section id="votes" title="Votes" note={figures.votes > 0 ? "the latest first" : undefined}>
            {votes.length === 0 ? (
              <Empty>{after === null ? "No vote yet." : "The list ends before this page."}</Empty>
            ) : (
              <VoteList votes={votes} />
            )}
            <Pager
              label="Pages of votes"
              first={after === null ? null : personHref(person.handle)}
              next={next === null ? null : personHref(person.handle, next)}
            />
          </Section>
        </div>
      </div>
    </>
  );
}

function Standing({ approved, disabled }: { approved: boolean; disabled: boolean }) {
  if (disabled)
    return (
      <Notice urgent>
        This account has been disabled. What it called itself is not shown; its votes stay until an admin
        reverts them.
      </Notice>
    );
  return approved ? null : <Notice>These votes do not count yet: the account has not been approved.</Notice>;
}
