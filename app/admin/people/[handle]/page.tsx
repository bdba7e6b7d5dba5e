import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { ActList } from "@/app/admin/audit/act-list";
import { forAdmins } from "@/app/admin/for-admins";
import { listActs } from "@/db/queries/audit";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { PersonChips } from "../person-chips";
import { Access } from "./access";
import { Facts } from "./facts";
import { loadPerson } from "./load-person";
import { RevertForm } from "./revert-form";

const ACTS_SHOWN = 20;

type Props = PageProps<"/admin/people/[handle]">;

export const generateMetadata = forAdmins(async ({ params }: Props) => {
  const { handle } = await params;
  return {
    title: `${handle}, for admins`,
    description: `The account ${handle}, and what an admin can do about it.`,
  };
});

export default async function PersonForAdminPage({ params }: Props) {
  const { handle } = await params;
  const admin = await requireAdmin(`/admin/people/${handle}`);
  const person = await loadPerson(handle);
  if (person === null) notFound();
  const { acts } = await listActs(database(), { subject: `user:${person.id}`, limit: ACTS_SHOWN });
  return (
    <>
      <PageHead
        eyebrow={<PageLink href="/admin/people">People</PageLink>}
        title={<span dir="auto">{person.name || person.handle}</span>}
      >
        <PersonChips person={person} />
        {person.id === admin.id ? (
          <Notice>This is your own account. Another admin can change its role or disable it.</Notice>
        ) : null}
      </PageHead>
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:gap-x-14">
        <div className="min-w-0 lg:col-start-2 lg:row-start-1 lg:mt-3">
          <Facts person={person} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          {person.removedAt === null ? <Access person={person} own={person.id === admin.id} /> : null}
          <RevertForm person={person} />
          <Section
            id="acts"
            title="What was done with this account"
            note={acts.length === ACTS_SHOWN ? `the latest ${ACTS_SHOWN} acts` : undefined}
          >
            {acts.length === 0 ? <Empty>Nothing that the log holds.</Empty> : <ActList acts={acts} />}
          </Section>
        </div>
      </div>
    </>
  );
}
