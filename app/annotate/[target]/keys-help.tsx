import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { KeyCap } from "@/app/_ui/key-cap";
import { PageLink } from "@/app/_ui/page-link";
import { BASIS_KEYS, POLARITY_KEYS, ROLE_KEYS } from "@/lib/citation/label-keys";
import { BASIS_LABELS, EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLE_LABELS, ROLES } from "@/lib/citation/role";
import { setShortcuts } from "./actions";

const ACTS: readonly (readonly [string, string])[] = [
  ["↵", "save and go on"],
  ["z", "undo the last vote"],
  ["k", "skip"],
  ["f", "flag"],
  ["?", "this list"],
];

/** The keys, and the switch that turns them off. It opens without script too. */
export function KeysHelp({
  keys,
  target,
  from,
}: {
  keys: boolean;
  target: string;
  from: string | undefined;
}) {
  return (
    <div
      id="keys"
      popover="auto"
      role="dialog"
      aria-labelledby="keys-title"
      className="m-auto w-[min(44rem,calc(100vw-2rem))] rounded-xl border border-edge bg-card p-5 text-ink shadow-xl backdrop:bg-[rgb(0_0_0/0.4)] sm:p-7"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="keys-title" className="font-serif text-heading font-semibold">
          Keys
        </h2>
        <button
          type="button"
          popoverTarget="keys"
          popoverTargetAction="hide"
          // biome-ignore lint/a11y/noAutofocus: what opens takes the focus, as dialogs do
          autoFocus
          className="min-h-8 cursor-pointer rounded-md border border-edge px-3 text-small text-soft hover:text-ink"
        >
          Close
        </button>
      </div>
      <div className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-3">
        <Keys title="Role" of={ROLES.map((role) => [ROLE_KEYS[role], ROLE_LABELS[role]])}>
          With shift, the key adds a further role or takes it off. Roles are the row of digits, whatever is
          printed on it.
        </Keys>
        <div className="space-y-5">
          <Keys title="Polarity" of={POLARITIES.map((value) => [POLARITY_KEYS[value], value])} />
          <Keys
            title="Evidence"
            of={EVIDENCE_BASES.map((value) => [BASIS_KEYS[value], BASIS_LABELS[value]])}
          />
        </div>
        <Keys title="Going on" of={ACTS}>
          Nothing happens while you type in a field, and nothing with ctrl, alt or ⌘.
        </Keys>
      </div>
      <div className="mt-6 flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4 text-small text-soft">
        <p>
          What each label means stands in the{" "}
          <PageLink href="/guidelines" target="_blank">
            guidelines
          </PageLink>
          .
        </p>
        <ActionForm action={setShortcuts}>
          <input type="hidden" name="target" value={target} />
          {from === undefined ? null : <input type="hidden" name="from" value={from} />}
          <input type="hidden" name="shortcuts" value={keys ? "off" : "on"} />
          <SubmitButton quiet>{keys ? "Switch the keys off" : "Switch the keys on"}</SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}

function Keys({
  title,
  of,
  children,
}: {
  title: string;
  of: readonly (readonly [string, string])[];
  children?: string;
}) {
  return (
    <div>
      <h3 className="mb-2 font-serif text-list font-semibold">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-ui">
        {of.map(([key, name]) => (
          <div key={key} className="contents">
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      {children === undefined ? null : <p className="mt-2 text-small text-soft">{children}</p>}
    </div>
  );
}
