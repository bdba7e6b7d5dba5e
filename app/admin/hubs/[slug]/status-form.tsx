import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import type { HubForAdmin } from "@/db/queries/hubs-for-admin";
import { decideStatus } from "../actions";

/** Shows a hub to readers, or hides it. */
export function StatusForm({ hub: { id, status } }: { hub: HubForAdmin }) {
  const isShown = status === "published";
  return (
    <Section id="status" title={isShown ? "Hide it" : "Publish it"}>
      <ActionForm action={decideStatus} className="max-w-[34rem] space-y-3">
        <input type="hidden" name="hubId" value={id} />
        <p className="text-ui">
          {isShown
            ? "For readers there is then no such hub: it leaves every list, its address says “not found”, and the pages of its citers no longer speak of it. Its citations and votes are kept."
            : "Readers do not see this hub. Once published, it is as it was, with every vote."}
        </p>
        {isShown ? <ActionText name="reason" label="Why? The audit log keeps the reason." /> : null}
        <SubmitButton quiet={isShown} name="to" value={isShown ? "hide" : "publish"}>
          {isShown ? "Hide the hub" : "Publish the hub"}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
