/** Why signing in with an account elsewhere did not work. */
const VOUCHING_PROBLEMS = {
  refused: "The other site did not let you in, or you turned back there. Nothing was changed.",
  lost: "The way back from the other site was lost. Please try again in the same browser.",
  disabled: "Your account has been disabled. Ask the people who run the site.",
  closed: "This site takes no new accounts at the moment.",
  often: "That was too often. Please try again in some minutes.",
} as const;
export type VouchingProblem = keyof typeof VOUCHING_PROBLEMS;

/** The sentence for a problem that an address names; null when it names none. */
export function vouchingProblem(named: unknown): string | null {
  return typeof named === "string" && Object.hasOwn(VOUCHING_PROBLEMS, named)
    ? VOUCHING_PROBLEMS[named as VouchingProblem]
    : null;
}
