import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Chip } from "@/app/_ui/chip";
import { Day, Moment } from "@/app/_ui/moment";
import { Section } from "@/app/_ui/section";
import { signOutEverywhere } from "@/app/sign-out/actions";
import type { listSessions } from "@/db/queries/own-account";
import { count } from "@/lib/citation/count";
import { signOutBrowser } from "./actions";
import { browserName } from "./browser-name";

type Session = Awaited<ReturnType<typeof listSessions>>[number];

/** The browsers in which the person is signed in, each with a way to sign it out. */
export function Browsers({ sessions }: { sessions: readonly Session[] }) {
  return (
    <Section id="browsers" title="Signed in" note={`in ${count(sessions.length, "browser")}`}>
      <ActionForm action={signOutBrowser}>
        <ul>
          {sessions.map((session) => (
            <Browser key={session.key} session={session} />
          ))}
        </ul>
      </ActionForm>
      <ActionForm action={signOutEverywhere} className="border-t border-line pt-4">
        <SubmitButton quiet>Sign out everywhere, here too</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Browser({ session: { key, userAgent, createdAt, seenAt, isCurrent } }: { session: Session }) {
  const name = browserName(userAgent);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3">
      <div className="text-ui">
        <p>
          {name} {isCurrent ? <Chip className="text-supporting-ink">this browser</Chip> : null}
        </p>
        <p className="text-small text-soft">
          since <Day at={createdAt} />, last seen <Moment at={seenAt} />
        </p>
      </div>
      {isCurrent ? null : (
        <SubmitButton quiet name="browser" value={key}>
          Sign out<span className="sr-only"> {name}</span>
        </SubmitButton>
      )}
    </li>
  );
}
