"use client";

import { useSent } from "@/app/_ui/action-form";
import { NOTE_LENGTH } from "@/lib/citation/ballot-problem";
import { BasisChoice } from "./basis-choice";
import { ClaimChoice } from "./claim-choice";
import { PolarityChoice } from "./polarity-choice";
import { Problem } from "./problem";
import { RoleChoice, type RoleDefinitions } from "./role-choice";

/** What the form of a vote holds, by the names of its fields. */
export interface VoteValues {
  role?: string;
  further: readonly string[];
  polarity?: string;
  basis?: string;
  claims: readonly string[];
  verdicts: readonly string[];
  note: string;
  ownPaper: boolean;
  revision: number;
  submission: string;
}

/** The questions of a vote. What was chosen comes back when the vote was refused. */
export function VoteFields({
  stored,
  definitions,
  claims,
  aboutPaper,
  keys,
}: {
  stored: VoteValues;
  definitions: RoleDefinitions;
  claims: readonly { number: number; text: string }[];
  /** The question is about the paper as a whole and not about one sentence. */
  aboutPaper: boolean;
  keys: boolean;
}) {
  const { values, fields } = useSent();
  const sent = Object.keys(values).length > 0;
  const one = (name: string, otherwise: string | undefined) => (sent ? values[name]?.[0] : otherwise);
  const all = (name: string, otherwise: readonly string[]) => (sent ? (values[name] ?? []) : otherwise);
  return (
    <>
      <Conflict stored={values.stored?.[0]} note={values.storedNote?.[0]} />
      <input type="hidden" name="revision" value={one("revision", String(stored.revision))} />
      <input type="hidden" name="submission" value={one("submission", stored.submission)} />
      <RoleChoice
        chosen={one("role", stored.role)}
        further={all("further", stored.further)}
        definitions={definitions}
        keys={keys}
        problem={fields.role}
      />
      <PolarityChoice
        question={`What does the ${aboutPaper ? "paper" : "sentence"} say of it?`}
        chosen={one("polarity", stored.polarity)}
        keys={keys}
        problem={fields.polarity}
      />
      <BasisChoice chosen={one("basis", stored.basis)} keys={keys} problem={fields.basis} />
      <ClaimChoice
        claims={claims}
        chosen={all("claims", stored.claims)}
        verdicts={all("verdicts", stored.verdicts)}
      />
      <div className="mt-7 grid gap-3 border-t border-line pt-4">
        <textarea
          name="note"
          aria-label="Note"
          placeholder="Add a note; everybody can read it"
          rows={1}
          maxLength={NOTE_LENGTH}
          defaultValue={one("note", stored.note)}
          className="field-sizing-content min-h-10 w-full rounded-[9px] border border-edge bg-card px-3 py-2 text-list text-ink placeholder:text-soft sm:text-ui"
        />
        <Problem id="note-problem">{fields.note}</Problem>
        <label className="flex w-fit cursor-pointer items-center gap-2 text-small text-soft">
          <input
            type="checkbox"
            name="own_paper"
            defaultChecked={sent ? values.own_paper !== undefined : stored.ownPaper}
            className="size-4 accent-accent"
          />
          I am an author of the citing paper or of the hub
        </label>
      </div>
    </>
  );
}

/** What is stored, where the vote was changed elsewhere while this form was open; the form below holds what was chosen here. */
function Conflict({ stored, note }: { stored: string | undefined; note: string | undefined }) {
  if (stored === undefined) return null;
  return (
    <div className="mt-4 space-y-1 border-s-[3px] border-contrasting ps-3 text-ui">
      <p>
        <b className="font-semibold">Stored:</b> {stored}
        {note ? <>, with the note “{note}”</> : null}. <a href="?">Keep what is stored</a>
      </p>
      <p>
        <b className="font-semibold">Chosen here:</b> as the form below has it. Save to replace what is
        stored.
      </p>
    </div>
  );
}
