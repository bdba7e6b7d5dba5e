import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountFields } from "@/app/_account/account-fields";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { MessagePage } from "@/app/_ui/message-page";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { ProviderLinks } from "@/app/sign-in/provider-links";
import { listProviders } from "@/lib/auth/providers";
import { readEnv } from "@/lib/env";
import { makeAccount } from "./actions";

export const metadata: Metadata = {
  title: "Make an account",
  description: "What an account on Spokes is for, what of it is public, and the form that makes one.",
  alternates: { canonical: "/sign-up" },
  robots: { index: false },
};

/** Per request: whether the site takes new accounts is known when it runs and not when it is built. */
export const dynamic = "force-dynamic";

export default function SignUpPage() {
  if (readEnv(process.env).SIGN_UP === "closed")
    return (
      <MessagePage eyebrow="Accounts" title="No new accounts at the moment">
        <p>The people who run this site have closed sign-up. Reading needs no account.</p>
        <p>
          If you have one, <PageLink href="/sign-in">sign in</PageLink>.
        </p>
      </MessagePage>
    );
  return (
    <>
      <PageHead title="Make an account" />
      <div className="grid max-w-[60rem] gap-x-16 gap-y-10 border-t border-line pt-6 md:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <ActionForm action={makeAccount} className="space-y-4">
          <AccountFields />
          <div className="pt-1">
            <SubmitButton>Make the account</SubmitButton>
          </div>
        </ActionForm>
        <div className="space-y-6">
          <ProviderLinks providers={listProviders()} from="/" />
          <Explained title="What it is for">
            You vote on how papers use a work and how they judge it. Reading needs no account.
          </Explained>
          <Explained title="When your votes count">
            As soon as you have followed the link that we send you. You may vote before; those votes count
            from then on.
          </Explained>
          <Explained title="What is public">
            Your handle, your name if you give one, and your votes with their notes. Your e-mail address is
            not.
          </Explained>
          <p className="text-ui text-soft">
            You have one? <PageLink href="/sign-in">Sign in</PageLink>.
          </p>
        </div>
      </div>
    </>
  );
}

function Explained({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-serif text-list font-semibold">{title}</h2>
      <p className="mt-1 text-ui text-soft">{children}</p>
    </section>
  );
}
