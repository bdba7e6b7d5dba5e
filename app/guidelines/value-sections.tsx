import { Section } from "@/app/_ui/section";
import { BASIS_GUIDES } from "@/lib/citation/basis-guide";
import { POLARITY_CITO, ROLE_CITO } from "@/lib/citation/cito";
import { STRICT_AND_WIDE } from "@/lib/citation/guidelines";
import { BASIS_KEYS, POLARITY_KEYS, ROLE_KEYS } from "@/lib/citation/label-keys";
import { EVIDENCE_BASES, POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { POLARITY_GUIDES } from "@/lib/citation/polarity-guide";
import { ROLES } from "@/lib/citation/role";
import { ROLE_GUIDES } from "@/lib/citation/role-guide";
import { CitoLink } from "./cito-link";
import { Prose } from "./prose";
import { ValueEntry } from "./value-entry";

export function RoleSection() {
  return (
    <Section id="roles" title="Roles" note="what the citing work does with the hub">
      {ROLES.map((role) => (
        <ValueEntry
          key={role}
          of={{ axis: "role", value: role }}
          shortcut={ROLE_KEYS[role]}
          subject="The citing work"
          {...ROLE_GUIDES[role]}
        >
          <p>
            CiTO: <CitoLink of={ROLE_CITO[role]} />
          </p>
        </ValueEntry>
      ))}
    </Section>
  );
}

export function PolaritySection() {
  return (
    <Section id="polarity" title="Polarity" note="how the citing text judges the hub">
      {POLARITIES.map((polarity) => (
        <ValueEntry
          key={polarity}
          of={{ axis: "polarity", value: polarity }}
          shortcut={POLARITY_KEYS[polarity]}
          subject="The citing text"
          {...POLARITY_GUIDES[polarity]}
        >
          <PolarityTerms polarity={polarity} />
        </ValueEntry>
      ))}
    </Section>
  );
}

function PolarityTerms({ polarity }: { polarity: Polarity }) {
  const terms = POLARITY_CITO[polarity];
  if (terms === null) return <p>CiTO has no term for it.</p>;
  return (
    <p>
      CiTO: <CitoLink of={terms.any} />
      {terms.ownEvidence.term === terms.any.term ? null : (
        <>
          , with own evidence <CitoLink of={terms.ownEvidence} />
        </>
      )}
    </p>
  );
}

export function BasisSection() {
  return (
    <Section id="basis" title="Evidence basis" note="on what a judgement rests">
      <div className="pb-5">
        <Prose>{STRICT_AND_WIDE}</Prose>
      </div>
      {EVIDENCE_BASES.map((basis) => (
        <ValueEntry
          key={basis}
          of={{ axis: "basis", value: basis }}
          shortcut={BASIS_KEYS[basis]}
          subject="The citing work"
          {...BASIS_GUIDES[basis]}
        />
      ))}
    </Section>
  );
}
