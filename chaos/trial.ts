/** What became of one promise: what was done to the program, and what was counted. */
interface Outcome {
  done: string;
  figures: string;
}

/** The long form of one promise. It throws when the promise is broken. */
export interface Trial {
  /** Such as P1, as in the table of CONTRIBUTING.md. */
  name: string;
  promise: string;
  /** @param folder an empty folder for this trial alone. */
  run: (folder: string) => Promise<Outcome>;
}
