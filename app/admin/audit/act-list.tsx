import type { Route } from "next";
import { Moment } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import { workForAdminHref } from "@/app/admin/hubs/search-params";
import { importHref } from "@/app/admin/imports/import-href";
import { personForAdminHref } from "@/app/admin/people/person-href";
import { type ActRow, listHandles } from "@/db/queries/audit";
import { database } from "@/lib/database";
import { actPhrase } from "./act-phrases";
import { type ActSubject, readSubject } from "./act-subject";

/** Lines of the audit log as sentences, each with its detail. */
export async function ActList({ acts }: { acts: readonly ActRow[] }) {
  const subjects = new Map(acts.map((act) => [act.id, readSubject(act.subject)]));
  const people = [...subjects.values()].filter(({ kind }) => kind === "user").map(({ id }) => id);
  const handles = await listHandles(database(), [...new Set(people)]);
  return (
    <ol>
      {acts.map((act) => (
        <ActItem key={act.id} act={act} subject={subjects.get(act.id) ?? readSubject("")} handles={handles} />
      ))}
    </ol>
  );
}

type Handles = ReadonlyMap<number, string>;

function ActItem({ act, subject, handles }: { act: ActRow; subject: ActSubject; handles: Handles }) {
  const { before, after } = actPhrase(act.action);
  const detail = Object.keys(act.detail).length > 0 ? JSON.stringify(act.detail, null, 2) : null;
  return (
    <li className="border-t border-line py-3 text-ui [overflow-wrap:anywhere]">
      <p>
        <Actor act={act} /> {before}
        {after === null ? "" : " "}
        {after === null ? null : <Subject subject={subject} handles={handles} />}
        {after ? ` ${after}` : ""}
      </p>
      <p className="mt-0.5 text-small text-soft">
        <Moment at={act.at} />
        {act.address === "" ? "" : ` · from ${act.address}`}
      </p>
      {detail === null ? null : (
        <details className="mt-1 text-small text-soft">
          <summary>detail</summary>
          <pre
            dir="ltr"
            className="mt-1 rounded-md border border-line bg-card p-2.5 font-mono text-tiny whitespace-pre-wrap"
          >
            {detail}
          </pre>
        </details>
      )}
    </li>
  );
}

function Actor({ act: { actor, address } }: { act: ActRow }) {
  if (actor !== null) return <PageLink href={personForAdminHref(actor)}>{actor}</PageLink>;
  return address === "" ? "The command line of the server" : "Somebody who was not signed in";
}

function Subject({ subject: { kind, id, text }, handles }: { subject: ActSubject; handles: Handles }) {
  const handle = kind === "user" ? handles.get(id) : undefined;
  if (handle !== undefined) return <PageLink href={personForAdminHref(handle)}>{handle}</PageLink>;
  if (kind === "import_run") return <PageLink href={importHref(id)}>{text}</PageLink>;
  if (kind === "work") return <PageLink href={workForAdminHref(id)}>{text}</PageLink>;
  if (kind === "citation") return <PageLink href={`/citers/${id}` as Route}>{text}</PageLink>;
  return text;
}
