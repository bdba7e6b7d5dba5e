import type { LabelKind } from "@/lib/citation/label-kind";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";

/** What the headline is made from. All are numbers of citers; a role or polarity that is absent counts 0. */
export interface HeadlineFigures {
  /** Whether the figures count votes or suggestions. */
  labels: LabelKind;
  known: number;
  /** With a vote, or a suggestion, of any kind. */
  labelled: number;
  /** With at least one role. A citer can have several, so `roles` may add up to more. */
  withRole: number;
  roles: Readonly<Partial<Record<Role, number>>>;
  /** By the one polarity of each citer. */
  polarities: Readonly<Partial<Record<Polarity, number>>>;
}

/** Throws a RangeError unless the figures can all be true of the same citers. */
export function requirePossible({ known, labelled, withRole, roles, polarities }: HeadlineFigures): void {
  const ofRoles = ROLES.map((role) => roles[role] ?? 0);
  const ofPolarities = POLARITIES.map((polarity) => polarities[polarity] ?? 0);
  const withPolarity = ofPolarities.reduce((sum, n) => sum + n, 0);
  for (const n of [known, labelled, withRole, ...ofRoles, ...ofPolarities]) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of citers: ${n}`);
  }
  if (labelled > known) throw new RangeError(`${labelled} labelled of ${known} known citers`);
  if (withRole > labelled || withPolarity > labelled)
    throw new RangeError(
      `${withRole} with a role, ${withPolarity} with a polarity, but ${labelled} labelled`,
    );
  const inRoles = ofRoles.reduce((sum, n) => sum + n, 0);
  if (Math.max(...ofRoles) > withRole || inRoles < withRole)
    throw new RangeError(`${withRole} citers with a role cannot be ${ofRoles.join(" + ")}`);
}
