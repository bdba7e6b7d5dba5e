import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HubItem } from "@/app/_citation/hub-item";
import { NoHubs } from "@/app/_citation/no-hubs";
import { SearchBox } from "@/app/_citation/search-box";
import { CURRENT_EDITION } from "@/app/_data/edition";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { listHubs } from "@/db/queries/hubs";
import { listNeedingVote } from "@/db/queries/needing-vote";
import { database } from "@/lib/database";
import { NeedingVotes } from "./needing-votes";
import { Wheel } from "./wheel";

const HUBS_SHOWN = 10;
const NEEDING_SHOWN = 4;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: { absolute: "Spokes: how a scholarly work was received" },
  alternates: { canonical: "/" },
};

export default async function HomePage({ params }: PageProps<"/home/[edition]">) {
  if ((await params).edition !== CURRENT_EDITION) notFound();
  const db = database();
  const [rows, needing] = await Promise.all([
    listHubs(db, { after: null, limit: HUBS_SHOWN + 1 }),
    listNeedingVote(db, NEEDING_SHOWN),
  ]);
  const hubs = rows.slice(0, HUBS_SHOWN);
  return (
    <>
      <div className="grid items-center gap-x-14 pt-10 pb-8 md:grid-cols-[minmax(0,1fr)_240px]">
        <div className="max-w-[760px]">
          <h1 className="font-serif text-title leading-[1.22] font-semibold tracking-[-0.012em] text-balance">
            Spokes shows how a scholarly work was received: what the papers that cite it use it for, and how
            they judge it.
          </h1>
          <p className="mt-5 font-serif text-body text-soft">
            A much-cited work is a <b className="font-semibold text-ink">hub</b>, a paper that cites it a{" "}
            <b className="font-semibold text-ink">citer</b>. For every citer the page of the hub shows the
            sentences that speak of the hub, and what people who read them voted; where nobody has, it says
            so.
          </p>
          <div className="mt-6 max-w-[560px]">
            <SearchBox label="Search hubs, citers and sentences" />
          </div>
        </div>
        <Wheel />
      </div>
      <Section id="hubs" title="Hubs" note="most cited first">
        {hubs.length === 0 ? (
          <NoHubs />
        ) : (
          <ol>
            {hubs.map((hub) => (
              <HubItem key={hub.id} hub={hub} />
            ))}
          </ol>
        )}
        {rows.length > hubs.length ? (
          <p className="border-t border-line pt-5 text-ui font-medium">
            <PageLink href="/hubs">All hubs</PageLink>
          </p>
        ) : null}
      </Section>
      {needing.length === 0 ? null : <NeedingVotes targets={needing} />}
    </>
  );
}
