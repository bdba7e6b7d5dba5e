/**
 * Something that the person in front of the program can mend: a wrong setting, an unreadable file, a form
 * that was filled in wrongly. Its message is shown to that person as it is, so it is one or two plain
 * sentences and holds no secret. Everything else that is thrown is a bug.
 */
export class UserError extends Error {
  override name = "UserError";

  /** Fields of the form, by name, that are to hold something else when it is sent again. */
  readonly amends: Readonly<Record<string, readonly string[]>>;

  constructor(
    message: string,
    { amends = {}, ...options }: ErrorOptions & Partial<Pick<UserError, "amends">> = {},
  ) {
    super(message, options);
    this.amends = amends;
  }
}
