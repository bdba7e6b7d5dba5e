import type { Metadata } from "next";
import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { Empty } from "@/app/_ui/empty";
import { SelectField, TextField } from "@/app/_ui/form-field";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { HUBS_SHOWN, type HubsShown, listHubsForAdmin } from "@/db/queries/hubs-for-admin";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { HubForAdminItem } from "./hub-for-admin-item";
import { type HubsSearch, hubsForAdminHref, readHubsSearch } from "./search-params";

const PAGE_SIZE = 50;

export const metadata: Metadata = {
  title: "Hubs, for admins",
  description: "Every hub, also those that readers do not see.",
  alternates: { canonical: "/admin/hubs" },
};

export default async function HubsForAdminPage({ searchParams }: PageProps<"/admin/hubs">) {
  await requireAdmin("/admin/hubs");
  const search = readHubsSearch(await searchParams);
  const { hubs, next } = await listHubsForAdmin(database(), { ...search, limit: PAGE_SIZE });
  return (
    <>
      <PageHead eyebrow="Admin" title="Hubs" />
      <HubsSearchForm key={hubsForAdminHref(search)} search={search} />
      <section aria-labelledby="found" className="max-w-[860px]">
        <h2 id="found" className="mt-7 mb-3 text-ui font-semibold">
          Most cited first
        </h2>
        {hubs.length === 0 ? (
          <Empty>{search.after === null ? "No hub fits." : "The list ends before this page."}</Empty>
        ) : (
          <ol>
            {hubs.map((hub) => (
              <HubForAdminItem key={hub.id} hub={hub} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of hubs"
          first={search.after === null ? null : hubsForAdminHref({ ...search, after: null })}
          next={next === null ? null : hubsForAdminHref({ ...search, after: next })}
        />
      </section>
    </>
  );
}

const SHOWN_LABELS: Readonly<Record<HubsShown, string>> = {
  all: "all hubs",
  published: "published",
  hidden: "hidden from readers",
};

/** The list's controls: a plain form whose answer is an address. */
function HubsSearchForm({ search }: { search: HubsSearch }) {
  return (
    <search>
      <form
        action={hubsForAdminHref()}
        className="grid items-end gap-3 border-y border-line py-5 sm:grid-cols-[minmax(0,1fr)_12rem_auto]"
      >
        <TextField
          id="q"
          name="q"
          type="search"
          label="Part of a title or an address"
          defaultValue={search.words}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          id="show"
          name="show"
          label="Show"
          defaultValue={search.shown}
          options={HUBS_SHOWN.map((value) => ({ value, label: SHOWN_LABELS[value] }))}
        />
        <button type="submit" className={BUTTON_STYLE}>
          Show
        </button>
      </form>
    </search>
  );
}
