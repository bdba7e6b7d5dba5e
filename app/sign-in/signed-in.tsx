import type { Route } from "next";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { signOut, signOutEverywhere } from "@/app/sign-out/actions";

/** What the sign-in page shows to somebody who is signed in: whom as, the way on, and the way out without script. */
export function SignedIn({ person, from }: { person: { handle: string; name: string }; from: string }) {
  return (
    <>
      <PageHead title="You are signed in">
        <p className="font-serif text-body text-soft">
          as {person.name || person.handle} ({person.handle})
        </p>
      </PageHead>
      <div className="max-w-[36rem] space-y-6 border-t border-line pt-6">
        <p className="text-ui">
          <PageLink href={from as Route}>
            {from === "/" ? "To the start page" : "Go on to where you were"}
          </PageLink>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <ActionForm action={signOut}>
            <SubmitButton>Sign out</SubmitButton>
          </ActionForm>
          <ActionForm action={signOutEverywhere}>
            <SubmitButton quiet>Sign out everywhere</SubmitButton>
          </ActionForm>
        </div>
      </div>
    </>
  );
}
