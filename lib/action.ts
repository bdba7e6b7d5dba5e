import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { type Db, tellingCommits } from "@/db/client";
import { isOutage, mayHaveCommitted } from "@/db/outage";
import { type Act, may } from "@/lib/auth/may";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { type CurrentUser, getVisitor } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { isSecure, readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { type FormState, FRESH, formErrors, readForm, typedValues, unkeepable } from "@/lib/form";
import { noteBegun, noteUntaken } from "@/lib/front-door/outages.mjs";
import { log } from "@/lib/log";

/** What a form's `action` is: the state from before and what was sent, to the state after. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What an action is given once it is known who asks and that the form has its shape. */
interface Asked<Input, Person> {
  db: Db;
  user: Person;
  input: Input;
  /** The network address of the browser. */
  address: string;
}

interface Recipe<Shape extends z.ZodRawShape, Person> {
  /** The row of the permission table that decides. */
  act: Act;
  /** A strict object: a key that is not in it is refused. */
  form: z.ZodObject<Shape>;
  /** Calls one command; returns what to say on the page that stays, which is drawn anew, or redirects. */
  run: (asked: Asked<z.infer<z.ZodObject<Shape>>, Person>) => Promise<string | undefined>;
}

/** An action for everybody; `user` is null for a reader. */
export function publicAction<Shape extends z.ZodRawShape>(
  recipe: Recipe<Shape, CurrentUser | null>,
): FormAction {
  return make(recipe, (person) => person);
}

/** An action for people who are signed in. */
export function signedInAction<Shape extends z.ZodRawShape>(recipe: Recipe<Shape, CurrentUser>): FormAction {
  return make(recipe, (person) => {
    if (person === null)
      throw new UserError("You are signed out. Sign in in another tab, then send this again.");
    return person;
  });
}

/** An action for admins. */
export function adminAction<Shape extends z.ZodRawShape>(recipe: Recipe<Shape, CurrentUser>): FormAction {
  if (may({ role: "annotator", disabled: false }, recipe.act))
    throw new Error(`${recipe.act} is not for admins alone; make the action with signedInAction.`);
  return signedInAction(recipe);
}

function make<Shape extends z.ZodRawShape, Person>(
  { act, form: schema, run }: Recipe<Shape, Person>,
  require: (person: CurrentUser | null) => Person,
): FormAction {
  const strict = schema.strict();
  return async (_state, form) => {
    noteBegun();
    // Whoever writes to an action by hand may send anything in the place of its form.
    if (!((form as unknown) instanceof FormData)) return { ...FRESH, error: "This was not sent by a form." };
    const values = typedValues(form);
    let committed = false;
    try {
      const address = await readSender();
      const visitor = await getVisitor();
      if (visitor?.disabled)
        throw new UserError(
          "Your account has been disabled, so nothing was saved. Ask the people who run the site.",
        );
      const user = require(visitor);
      if (!may(visitor, act)) throw new UserError("Your account may not do this.");
      const unkept = unkeepable(form);
      if (unkept !== null) return { ...FRESH, ...unkept, values };
      const parsed = strict.safeParse(readForm(strict, form));
      if (!parsed.success) return { ...FRESH, ...formErrors(parsed.error), values };
      const db = tellingCommits(database(), () => {
        committed = true;
      });
      const done = await run({ db, user, input: parsed.data, address });
      // The page that stays shows what has become of it.
      refresh();
      return { ...FRESH, done: done ?? null };
    } catch (error) {
      // What the person can mend stands beside the form; everything else reaches the error page.
      if (error instanceof UserError)
        return { ...FRESH, error: error.message, values: { ...values, ...error.amends } };
      if (isOutage(error)) return { ...FRESH, ...untaken(error, committed), values };
      throw error;
    }
  };
}

/**
 * What is said of a form that could not be taken in because the database was out of reach.
 *
 * @param committed whether something of it had been saved by then.
 */
function untaken(error: unknown, committed: boolean): Pick<FormState, "error" | "untaken"> {
  log().warn({ err: error }, "a form met an outage of the database");
  const perhaps = committed || mayHaveCommitted(error);
  noteUntaken(perhaps ? "perhaps" : "nothing");
  return { error: perhaps ? PERHAPS_SAVED : NOTHING_SAVED, untaken: true };
}

const NOTHING_SAVED =
  "The database cannot be reached just now. Nothing was saved; what you wrote is still here. Try again in a minute.";
const PERHAPS_SAVED =
  "The database was lost while this was being saved, so it may have been. Look before you send it again; what you wrote is still here.";

async function readSender(): Promise<string> {
  const sent = await headers();
  const isOurs = isSameOrigin(sent, { secure: isSecure(readEnv(process.env)) });
  if (!isOurs) throw new UserError("This form was sent from another site, so nothing was done.");
  return sent.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "";
}
