import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { getAccount, listNotices, listSessions } from "@/db/queries/own-account";
import { requireUser } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { Browsers } from "./browsers";
import { Leaving } from "./leaving";
import { Notices } from "./notices";
import { Password } from "./password";
import { Profile } from "./profile";
import { Standing } from "./standing";

export const metadata: Metadata = {
  title: "Your account",
  description: "Your profile, password, browsers, notices and data.",
  alternates: { canonical: "/me" },
  robots: { index: false },
};

export default async function MePage() {
  const { id, sessionId } = await requireUser("/me");
  const db = database();
  const [account, sessions, notices] = await Promise.all([
    getAccount(db, id),
    listSessions(db, id, sessionId),
    listNotices(db, id),
  ]);
  if (account === null) notFound();
  return (
    <>
      <PageHead
        eyebrow="Your account"
        title={account.name || account.handle}
        byline={
          <p className="text-ui text-soft">
            {account.name ? `${account.handle} · ` : ""}
            <PageLink href={`/people/${account.handle}`}>your public page</PageLink>
          </p>
        }
      />
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:gap-x-14">
        <div className="min-w-0 lg:col-start-2 lg:row-start-1 lg:mt-3">
          <Standing account={account} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <Notices notices={notices} />
          <Profile account={account} />
          <Password handle={account.handle} hasPassword={account.hasPassword} />
          <Browsers sessions={sessions} />
          <Leaving handle={account.handle} />
        </div>
      </div>
    </>
  );
}
