import type { Metadata } from "next";
import { AccountFields } from "@/app/_account/account-fields";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { MessagePage } from "@/app/_ui/message-page";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { hasAdmin } from "@/db/queries/account";
import { getTokenHolder } from "@/db/queries/one-time-token";
import { database } from "@/lib/database";
import { becomeAdmin } from "./actions";

export const metadata: Metadata = {
  title: "Set up",
  description: "The page on which the first admin of this site makes an account.",
  alternates: { canonical: "/setup" },
  robots: { index: false },
  referrer: "same-origin",
};

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  if (await hasAdmin(database()))
    return (
      <MessagePage eyebrow="Set up" title="This site has an admin">
        <p>
          Setting up is done. If you are the admin, <PageLink href="/sign-in">sign in</PageLink>.
        </p>
      </MessagePage>
    );
  if (typeof token !== "string" || !(await getTokenHolder(database(), "setup", token)))
    return (
      <MessagePage eyebrow="Set up" title="This needs the link that the program printed">
        <p>
          When the program starts and nobody runs the site yet, it prints a link to this page that works once.
          Each start prints a new one, and the earlier ones stop working.
        </p>
      </MessagePage>
    );
  return (
    <>
      <PageHead title="Become the admin of this site">
        <p className="max-w-[60ch] font-serif text-body text-soft">
          This account settles disputes, approves people and looks after the data. You can make others admins
          later.
        </p>
      </PageHead>
      <ActionForm action={becomeAdmin} className="max-w-[26rem] space-y-4 border-t border-line pt-6">
        <input type="hidden" name="token" value={token} />
        <AccountFields />
        <div className="pt-1">
          <SubmitButton>Make the account</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
