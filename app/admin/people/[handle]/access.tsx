import { ActionSelect } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import { type PersonForAdmin, ROLES_BY_POWER } from "@/db/queries/people";
import { decideAccess, decideApproval, giveRole } from "../actions";

const ROLE_WORDS: Readonly<Record<PersonForAdmin["role"], string>> = {
  reader: "reader: reads and reports",
  annotator: "annotator: votes as well",
  admin: "admin: runs the site as well",
};

/** What an admin decides about a person: whether votes count, the role, and whether they may come in. */
export function Access({ person, own }: { person: PersonForAdmin; own: boolean }) {
  return (
    <>
      <Section id="approval" title="Approval">
        <ActionForm action={decideApproval}>
          <input type="hidden" name="userId" value={person.id} />
          <p className="mb-3 max-w-[66ch] text-ui">
            {person.approvedAt === null
              ? "The votes of this account are kept and do not count."
              : "The votes of this account count. After a withdrawal they are kept and do not."}
          </p>
          <SubmitButton
            quiet={person.approvedAt !== null}
            name="to"
            value={person.approvedAt === null ? "approve" : "withdraw"}
          >
            {person.approvedAt === null ? "Approve" : "Withdraw the approval"}
          </SubmitButton>
        </ActionForm>
      </Section>
      {own ? null : (
        <>
          <Section id="role-of-account" title="Role">
            <ActionForm action={giveRole} className="flex max-w-[30rem] flex-wrap items-end gap-3">
              <input type="hidden" name="userId" value={person.id} />
              <ActionSelect
                key={person.role}
                name="role"
                label="May do"
                defaultValue={person.role}
                options={ROLES_BY_POWER.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
              />
              <SubmitButton quiet>Change the role</SubmitButton>
            </ActionForm>
          </Section>
          <Section id="access" title="Access">
            <ActionForm action={decideAccess}>
              <input type="hidden" name="userId" value={person.id} />
              <p className="mb-3 max-w-[66ch] text-ui">
                {person.disabledAt === null
                  ? "A disabled person is refused from the next request on, also where they are signed in. Their votes stay until they are reverted."
                  : "This account is disabled. Once enabled, it is as it was before."}
              </p>
              <SubmitButton quiet name="to" value={person.disabledAt === null ? "disable" : "enable"}>
                {person.disabledAt === null ? "Disable the account" : "Enable the account"}
              </SubmitButton>
            </ActionForm>
          </Section>
        </>
      )}
    </>
  );
}
