import { type CitoTerm, citoUrl, POLARITY_CITO, ROLE_CITO } from "@/lib/citation/cito";
import { guidelineAnchor } from "@/lib/citation/guideline-anchor";
import type { Polarity } from "@/lib/citation/polarity";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/citation/role";

/** The addresses of what a label says: those of CiTO, and where a term of CiTO is only close, our own beside it. */
export function characterisations(
  label: { polarity: Polarity | null; isOwnEvidence: boolean; roles: readonly Role[] },
  site: string,
): string[] {
  const { polarity, isOwnEvidence, roles } = label;
  const judgement = polarity === null ? null : POLARITY_CITO[polarity];
  const terms = [
    ...roles.flatMap((role) => roleTerms(role, site)),
    ...(judgement === null ? [] : [citoUrl(isOwnEvidence ? judgement.ownEvidence : judgement.any)]),
  ];
  return [...new Set(terms)];
}

const roleTerms = (role: Role, site: string) => [
  citoUrl(ROLE_CITO[role]),
  ...(ROLE_CITO[role].close ? [ownIri(role, site)] : []),
];

/** Where the guidelines of the site explain a role. */
const ownIri = (role: Role, site: string) =>
  `${site}/guidelines#${guidelineAnchor({ axis: "role", value: role })}`;

/** What our own terms are close to, said once in a file. */
export function ownTerms(site: string): object[] {
  return ROLES.map((role): [Role, CitoTerm] => [role, ROLE_CITO[role]])
    .filter(([, term]) => term.close)
    .map(([role, term]) => ({
      "@id": ownIri(role, site),
      "@type": "skos:Concept",
      "skos:prefLabel": ROLE_LABELS[role],
      "skos:closeMatch": { "@id": citoUrl(term) },
    }));
}
