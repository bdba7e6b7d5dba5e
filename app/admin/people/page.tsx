import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { forAdmins } from "@/app/admin/for-admins";
import { listPeople, type PeopleShown } from "@/db/queries/people";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { ListSearchForm } from "../list-search-form";
import { PersonItem } from "./person-item";
import { peopleHref, readPeopleSearch } from "./search-params";

const PAGE_SIZE = 50;

export const generateMetadata = forAdmins({
  title: "People",
  description: "Everybody with an account: who votes, who is an admin, who is disabled.",
  alternates: { canonical: "/admin/people" },
});

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  await requireAdmin("/admin/people");
  const search = readPeopleSearch(await searchParams);
  const { people, next } = await listPeople(database(), { ...search, limit: PAGE_SIZE });
  return (
    <>
      <PageHead eyebrow="Admin" title="People" />
      <ListSearchForm
        key={peopleHref(search)}
        action={peopleHref()}
        label="Part of a handle, name or e-mail address"
        words={search.words}
        shown={search.shown}
        choices={SHOWN_LABELS}
      />
      <section aria-labelledby="found" className="max-w-[860px]">
        <h2 id="found" className="mt-7 mb-3 text-ui font-semibold">
          Newest accounts first
        </h2>
        {people.length === 0 ? (
          <Empty>{search.after === null ? "No account fits." : "The list ends before this page."}</Empty>
        ) : (
          <ol>
            {people.map((person) => (
              <PersonItem key={person.id} person={person} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of people"
          first={search.after === null ? null : peopleHref({ ...search, after: null })}
          next={next === null ? null : peopleHref({ ...search, after: next })}
        />
      </section>
    </>
  );
}

const SHOWN_LABELS: Readonly<Record<PeopleShown, string>> = {
  all: "everybody",
  not_approved: "without approval",
  disabled: "disabled",
  admins: "admins",
};
