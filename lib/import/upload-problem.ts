/** What can be wrong with a file that is sent, and what to do then. */
export const UPLOAD_PROBLEMS = {
  no_file: "Choose a file, then send the form.",
  empty: "The file is empty. Choose another one.",
  too_large:
    "The file is larger than what may be sent here. Split it, or import it from the shell of the server.",
  broken_off: "The upload broke off before its end. Send the file again.",
} as const;
export type UploadProblem = keyof typeof UPLOAD_PROBLEMS;

/** A file that was sent is not kept, for a reason that its sender can mend. */
export class UploadRefusedError extends Error {
  override name = "UploadRefusedError";

  constructor(readonly problem: UploadProblem) {
    super(UPLOAD_PROBLEMS[problem]);
  }
}
