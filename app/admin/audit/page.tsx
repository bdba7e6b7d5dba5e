import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { Empty } from "@/app/_ui/empty";
import { SelectField, TextField } from "@/app/_ui/form-field";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { forAdmins } from "@/app/admin/for-admins";
import { listActs } from "@/db/queries/audit";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { ActList } from "./act-list";
import { ACT_KINDS } from "./act-phrases";
import { type AuditSearch, auditHref, readAuditSearch } from "./search-params";

const PAGE_SIZE = 50;

export const generateMetadata = forAdmins({
  title: "Audit log",
  description: "Who did what to people and data, when, and from where.",
  alternates: { canonical: "/admin/audit" },
});

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  await requireAdmin("/admin/audit");
  const search = readAuditSearch(await searchParams);
  const { acts, next } = await listActs(database(), { ...search, limit: PAGE_SIZE });
  return (
    <>
      <PageHead eyebrow="Admin" title="Audit log" />
      <AuditSearchForm key={auditHref(search)} search={search} />
      <section aria-labelledby="found" className="max-w-[860px]">
        <h2 id="found" className="mt-7 mb-3 text-ui font-semibold">
          Newest first
        </h2>
        {acts.length === 0 ? (
          <Empty>{search.after === null ? "Nothing fits." : "The log ends before this page."}</Empty>
        ) : (
          <ActList acts={acts} />
        )}
        <Pager
          label="Pages of the audit log"
          first={search.after === null ? null : auditHref({ ...search, after: null })}
          next={next === null ? null : auditHref({ ...search, after: next })}
        />
      </section>
    </>
  );
}

/** The log's controls: a plain form whose answer is an address. */
function AuditSearchForm({ search: { actor, action } }: { search: AuditSearch }) {
  return (
    <search>
      <form
        action={auditHref()}
        className="grid items-end gap-3 border-y border-line py-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        <TextField
          id="actor"
          name="actor"
          label="Handle of who did it"
          defaultValue={actor ?? ""}
          autoComplete="off"
        />
        <SelectField
          id="action"
          name="action"
          label="What was done"
          defaultValue={action ?? ""}
          options={[{ value: "", label: "anything" }, ...ACT_KINDS]}
        />
        <button type="submit" className={BUTTON_STYLE}>
          Show
        </button>
      </form>
    </search>
  );
}
