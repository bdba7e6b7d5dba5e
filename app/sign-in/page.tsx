import type { Metadata, Route } from "next";
import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { canMail } from "@/lib/auth/mail";
import { ownPath } from "@/lib/auth/own-path";
import { listProviders } from "@/lib/auth/providers";
import { currentUser } from "@/lib/auth/session";
import { askForSignInLink, signIn } from "./actions";
import { ProviderLinks } from "./provider-links";
import { SignedIn } from "./signed-in";
import { vouchingProblem } from "./vouching-problem";

export const metadata: Metadata = {
  title: "Sign in",
  description: "Sign in to label citations on Spokes.",
  alternates: { canonical: "/sign-in" },
  robots: { index: false },
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { from: wanted, problem } = await searchParams;
  const from = ownPath(wanted);
  const person = await currentUser();
  if (person) return <SignedIn person={person} from={from} />;
  const complaint = vouchingProblem(problem);
  return (
    <>
      <PageHead title="Sign in" />
      {complaint === null ? null : (
        <div className="mb-6">
          <Notice urgent>{complaint}</Notice>
        </div>
      )}
      <div className="grid max-w-[56rem] gap-x-16 gap-y-10 border-t border-line pt-6 md:grid-cols-2">
        <ActionForm action={signIn} className="space-y-4">
          <ActionText
            name="login"
            label="Handle or e-mail address"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={254}
          />
          <ActionText
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
          />
          <input type="hidden" name="from" value={from} />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-1">
            <SubmitButton>Sign in</SubmitButton>
            <PageLink href="/reset" className="text-ui">
              Forgot the password?
            </PageLink>
          </div>
        </ActionForm>
        <div className="space-y-8">
          <ProviderLinks providers={listProviders()} from={from} />
          {canMail() ? <LinkByMail /> : null}
          <section>
            <h2 className="font-serif text-list font-semibold">No account yet?</h2>
            <p className="mt-2 text-ui text-soft">
              Reading needs none. To label citations,{" "}
              <PageLink href={"/sign-up" as Route}>make an account</PageLink>.
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

function LinkByMail() {
  return (
    <section>
      <h2 className="mb-2 font-serif text-list font-semibold">Without a password</h2>
      <ActionForm action={askForSignInLink} className="space-y-3">
        <ActionText name="email" label="E-mail address" type="email" autoComplete="email" required />
        <SubmitButton quiet>Send me a link</SubmitButton>
      </ActionForm>
    </section>
  );
}
