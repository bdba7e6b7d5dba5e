import { ActionArea, ActionSelect } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { BASIS_LABELS, EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLE_LABELS, ROLES } from "@/lib/citation/role";
import { decide } from "../actions";

const LEFT = { value: "", label: "left to the votes" };

/** The admin's decision on each axis, with its public reason. */
export function RulingForm({ hubId, targetId }: { hubId: number; targetId: number }) {
  return (
    <ActionForm action={decide} className="max-w-[34rem] space-y-4">
      <input type="hidden" name="hubId" value={hubId} />
      <input type="hidden" name="targetId" value={targetId} />
      <div className="grid gap-4 sm:grid-cols-3">
        <ActionSelect
          name="role"
          label="Main role"
          options={[LEFT, ...ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))]}
        />
        <ActionSelect
          name="polarity"
          label="Polarity"
          options={[LEFT, ...POLARITIES.map((value) => ({ value, label: value }))]}
        />
        <ActionSelect
          name="basis"
          label="Evidence"
          options={[
            { value: "", label: "none said" },
            ...EVIDENCE_BASES.map((value) => ({ value, label: BASIS_LABELS[value] })),
          ]}
        />
      </div>
      <details className="text-ui">
        <summary className="text-small text-soft">Further roles</summary>
        <div className="mt-2 grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {ROLES.map((role) => (
            <label key={role} className="flex min-h-8 items-center gap-2">
              <input type="checkbox" name="furtherRoles" value={role} className="size-4 accent-accent" />
              {ROLE_LABELS[role]}
            </label>
          ))}
        </div>
      </details>
      <ActionArea
        name="reason"
        label="Reason"
        hint="Public: it stands beside the label."
        required
        maxLength={2000}
        rows={3}
      />
      <SubmitButton>Decide</SubmitButton>
    </ActionForm>
  );
}
