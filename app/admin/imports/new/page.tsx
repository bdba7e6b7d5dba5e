import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { FormPage } from "@/app/_ui/form-page";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { forAdmins } from "@/app/admin/for-admins";
import { requireAdmin } from "@/lib/auth/session";
import { withThousands } from "@/lib/citation/count";
import { readEnv } from "@/lib/env";
import { FORMATS } from "@/lib/import/formats";
import { importsHref, newImportHref } from "../import-href";
import { readProblem } from "../search-params";
import { GatherWorksForm } from "./gather-works-form";

export const generateMetadata = forAdmins({
  title: "Import",
  description: "Send a file, or name works that open services know; nothing goes in before its preview.",
  alternates: { canonical: "/admin/imports/new" },
});

export default async function NewImportPage({ searchParams }: PageProps<"/admin/imports/new">) {
  await requireAdmin(newImportHref());
  const problem = readProblem(await searchParams);
  const { UPLOAD_MAX_MB } = readEnv(process.env);
  return (
    <FormPage
      eyebrow={<PageLink href={importsHref()}>Imports</PageLink>}
      title="Import"
      lead={<p>Send a file, or name a work. Nothing goes in before you have seen a preview and say so.</p>}
    >
      {problem === null ? null : (
        <div role="alert" className="mb-5">
          <Notice urgent>{problem}</Notice>
        </div>
      )}
      <h2 className="mb-3 font-serif text-heading font-semibold">From a file</h2>
      <form action="/admin/imports/upload" method="post" encType="multipart/form-data" className="space-y-5">
        <div>
          <label htmlFor="file" className="mb-1 block text-small text-soft">
            File
          </label>
          <input
            id="file"
            name="file"
            type="file"
            required
            aria-describedby="file-hint"
            className="w-full rounded-md border border-edge bg-card p-1.5 text-list text-soft file:me-3 file:min-h-8 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-paper file:px-3 file:text-ui file:text-ink sm:text-ui"
          />
          <p id="file-hint" className="mt-1 text-small text-soft">
            At most {withThousands(UPLOAD_MAX_MB)} MB. The format is found by what the file holds. It may be
            packed: a gzip file, or a zip archive, each file of which becomes an import of its own.
          </p>
        </div>
        <button type="submit" className={BUTTON_STYLE}>
          Send the file
        </button>
      </form>
      <details className="mt-4">
        <summary className="cursor-pointer text-ui text-soft">Formats that are read</summary>
        <ul className="mt-2 list-disc space-y-1 ps-5 text-ui text-soft">
          {FORMATS.map(({ name, label }) => (
            <li key={name}>{label}</li>
          ))}
        </ul>
      </details>
      <h2 className="mt-10 mb-3 font-serif text-heading font-semibold">From open services</h2>
      <GatherWorksForm />
    </FormPage>
  );
}
