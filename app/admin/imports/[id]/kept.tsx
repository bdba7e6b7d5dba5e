import type { Route } from "next";
import { Quoted } from "@/app/_citation/quoted";
import { plainTitle } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { listKept } from "@/db/queries/import-runs";
import { database } from "@/lib/database";

/** What an undone import left behind, hidden, because people's work hangs on it. */
export async function Kept({ run: { id, status } }: { run: { id: number; status: string } }) {
  if (status !== "undone") return null;
  const kept = await listKept(database(), id);
  if (kept.length === 0) return null;
  return (
    <Section id="kept" title="Hidden instead of deleted" note="they carry votes, reports or added sentences">
      <ul className="max-w-[42rem] space-y-3">
        {kept.map((row) => (
          <li key={`${row.slug} ${row.workId} ${row.contextId}`}>
            {row.text === null ? null : <Quoted context={{ text: row.text }} />}
            <p className="text-ui">
              {row.text === null ? "The citation by " : ""}
              {plainTitle(row.title)}, citing {row.slug}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ui">
        <PageLink href={"/admin/adjudication" as Route}>Restore them at adjudication</PageLink>
      </p>
    </Section>
  );
}
