import { notFound } from "next/navigation";
import { capital } from "@/app/_ui/capital";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { forAdmins } from "@/app/admin/for-admins";
import type { ImportDetail } from "@/db/queries/import-runs";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { detectUpload } from "@/lib/jobs/detect-upload";
import { archiveHref, columnsHref, importHref, importsHref } from "../import-href";
import { Origin } from "../import-item";
import { isBusy, STATUS_SENTENCES } from "../import-status";
import { ChoicesForm } from "./choices-form";
import { Decided } from "./decided";
import { GatherForm } from "./gather-form";
import { Kept } from "./kept";
import { loadImport } from "./load-import";
import { Questions } from "./questions";
import { Report } from "./report";
import { RunIt } from "./run-it";
import { Step } from "./steps";
import { UnderWay } from "./under-way";

type Props = PageProps<"/admin/imports/[id]">;

export const generateMetadata = forAdmins(async ({ params }: Props) => {
  const { id } = await params;
  return {
    title: `Import ${id}`,
    description: "One file: what it is, what it would bring, and what it brought.",
  };
});

export default async function ImportPage({ params }: Props) {
  const { id } = await params;
  await requireAdmin(`/admin/imports/${id}`);
  const run = await loadImport(id);
  if (run === null) notFound();
  return (
    <>
      <PageHead
        eyebrow={
          <PageLink
            href={run.member === null || run.uploadId === null ? importsHref() : archiveHref(run.uploadId)}
          >
            {run.member === null ? "Imports" : "Files of the archive"}
          </PageLink>
        }
        title={<span dir="auto">{run.fileName}</span>}
      >
        <Origin row={run}>
          {run.sha256 === null ? null : (
            <>
              {" "}
              · SHA-256 <code className="font-mono text-tiny">{run.sha256}</code>
            </>
          )}
        </Origin>
        <p className="mt-3 text-list font-medium" role="status">
          This import {STATUS_SENTENCES[run.status]}.
        </p>
        {run.failure === null || isBusy(run) ? null : <Notice urgent>{capital(run.failure)}</Notice>}
      </PageHead>
      <div className="max-w-[860px] border-t border-line pb-10">
        {isBusy(run) ? (
          <Section id="progress" title="Under way">
            <UnderWay run={run} />
            {run.status === "undoing" ? null : (
              <Step importRunId={run.id} step="cancel" quiet>
                Cancel
              </Step>
            )}
          </Section>
        ) : null}
        <Result run={run} />
        <Preview run={run} />
        {isOpen(run) ? <Questions run={run} /> : null}
        <Decided importRunId={run.id} mayChange={isOpen(run)} />
        <RunIt run={run} />
        {isOpen(run) ? <Otherwise run={run} /> : null}
        <Kept run={run} />
        <Undo run={run} />
      </div>
    </>
  );
}

function Undo({ run }: { run: ImportDetail }) {
  if (run.ranAt === null || isBusy(run)) return null;
  return (
    <Section id="undo" title="Undo it">
      <p className="max-w-[42rem] text-ui text-soft">
        Everything that this import brought goes, and works become what other sources say of them. Citations
        and sentences that carry votes, reports or sentences added by hand are not deleted: they are hidden
        and listed here.
      </p>
      <Step importRunId={run.id} step="undo" quiet>
        Undo this import
      </Step>
    </Section>
  );
}

/** Whether it can be previewed, with the same choices or others. */
const isOpen = ({ status }: ImportDetail) =>
  status === "uploaded" ||
  status === "previewed" ||
  status === "failed" ||
  status === "cancelled" ||
  status === "undone";

function Result({ run }: { run: ImportDetail }) {
  if (run.report === null || run.status === "undone") return null;
  return (
    <Section id="result" title="What went in">
      <Report report={run.report} kept />
      <p className="mt-5 text-ui font-medium">
        <a href={`${importHref(run.id)}/report`} download>
          Download the report (JSON)
        </a>
      </p>
    </Section>
  );
}

function Preview({ run }: { run: ImportDetail }) {
  const { preview, status } = run;
  if (preview === null || status === "done") return null;
  return (
    <Section id="preview" title="Preview" note="nothing of this is kept yet">
      <Report report={preview} kept={false} />
    </Section>
  );
}

/** The form for another preview: of a file, or of what services give. */
function Otherwise({ run }: { run: ImportDetail }) {
  if (run.choices.gather !== undefined)
    return (
      <Section id="choices" title="Preview it otherwise">
        <GatherForm run={run} gather={run.choices.gather} />
      </Section>
    );
  return run.uploadId === null ? null : <Choices run={run} uploadId={run.uploadId} />;
}

async function Choices({ run, uploadId }: { run: ImportDetail; uploadId: number }) {
  const found = await detectUpload(database(), { ...run, uploadId }, run.choices.format);
  const isTable =
    run.choices.table !== undefined ||
    (run.choices.format ?? ("format" in found ? found.format : null)) === "csv";
  return (
    <Section id="choices" title={run.preview === null ? "What the file is" : "Preview it otherwise"}>
      {"problem" in found ? (
        <div className="mb-5">
          <Notice urgent>The file cannot be read as it is: {found.problem}</Notice>
        </div>
      ) : null}
      {"problem" in found && !isTable ? (
        <p className="mb-5 max-w-[34rem] text-ui">
          If it is a table of works, <PageLink href={columnsHref(run.id)}>say what its columns hold</PageLink>
          .
        </p>
      ) : null}
      {isTable ? (
        <p className="mb-5 max-w-[34rem] text-ui">
          It is a table.{" "}
          <PageLink href={columnsHref(run.id)}>
            {run.choices.table === undefined
              ? "See and change what its columns hold"
              : "Change what you said of its columns"}
          </PageLink>
        </p>
      ) : null}
      <ChoicesForm run={run} detected={"format" in found ? found.format : null} />
    </Section>
  );
}
