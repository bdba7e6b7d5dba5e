import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import { removeOwnAccount } from "./actions";

/** Taking one's data along, and leaving. */
export function Leaving({ handle }: { handle: string }) {
  return (
    <>
      <Section id="data" title="Your data">
        <p className="max-w-[66ch] text-ui">
          Your profile, browsers, votes with everything they ever said, reports, sentences and notices in one
          file. <a href="/me/data">Download your data (JSON)</a>
        </p>
      </Section>
      <Section id="removal" title="Remove the account">
        <p className="max-w-[66ch] text-ui">
          Your name, handle, e-mail address, password, ways to sign in and notices are deleted, at once and
          for good. Your votes with their notes, your reports and the sentences you added stay, under “removed
          account”: withdraw the votes first if you want them gone from the figures.
        </p>
        <details className="mt-3">
          <summary className="text-ui text-soft">Remove it …</summary>
          <ActionForm action={removeOwnAccount} className="mt-4 max-w-[30rem] space-y-4">
            <ActionText
              name="handle"
              label={
                <>
                  To confirm, type your handle: <b className="font-semibold text-ink">{handle}</b>
                </>
              }
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <SubmitButton>Remove my account for good</SubmitButton>
          </ActionForm>
        </details>
      </Section>
    </>
  );
}
