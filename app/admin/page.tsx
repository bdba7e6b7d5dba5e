import type { Route } from "next";
import type { ReactNode } from "react";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { forAdmins } from "@/app/admin/for-admins";
import { getBackupState } from "@/db/queries/backups";
import { getWaiting } from "@/db/queries/waiting";
import { requireAdmin } from "@/lib/auth/session";
import { count } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { readEnv } from "@/lib/env";
import { Backups } from "./backups";
import { peopleHref } from "./people/search-params";

export const generateMetadata = forAdmins({
  title: "What waits",
  description: "What waits for an admin.",
  alternates: { canonical: "/admin" },
});

export default async function AdminPage() {
  await requireAdmin("/admin");
  const [{ contested, flags, contexts, people }, backups] = await Promise.all([
    getWaiting(database()),
    getBackupState(database()),
  ]);
  const adjudication = "/admin/adjudication" as Route;
  return (
    <>
      <PageHead eyebrow="Admin" title="What waits" />
      <ul className="max-w-[860px] border-b border-line">
        <Waiting href={adjudication} n={contested} what={count(contested, "contested target")}>
          Sentences and citations on which people do not agree.
        </Waiting>
        <Waiting href={adjudication} n={flags} what={count(flags, "open report")}>
          Somebody says that something is wrong with a citation, a sentence or the data.
        </Waiting>
        <Waiting
          href={adjudication}
          n={contexts}
          what={count(contexts, "sentence to confirm", "sentences to confirm")}
        >
          Added by hand, not yet confirmed by a second person.
        </Waiting>
        <Waiting
          href={peopleHref({ shown: "not_approved" })}
          n={people}
          what={count(people, "account without approval", "accounts without approval")}
        >
          Their votes are kept and do not count yet.
        </Waiting>
      </ul>
      <Backups state={backups} scheduled={readEnv(process.env).BACKUP_DIR !== undefined} />
    </>
  );
}

function Waiting({ href, n, what, children }: { href: Route; n: number; what: string; children: ReactNode }) {
  return (
    <li className="border-t border-line py-4">
      <h2 className="font-serif text-lede leading-snug font-semibold">
        <PageLink
          href={href}
          className={
            n === 0 ? "text-soft no-underline hover:underline" : "text-ink no-underline hover:underline"
          }
        >
          {what}
        </PageLink>
      </h2>
      <p className="mt-1 text-small text-soft">{children}</p>
    </li>
  );
}
