import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { loggedError } from "./logged-error";

const CANARY = "ada@example.org";

/** What PostgreSQL's driver throws. */
const refused = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { severity: "ERROR", code, ...more });

test("the parameters of a query and the values that PostgreSQL quotes are left out, also of the stack", () => {
  for (const cause of [
    refused("22P02", `invalid input syntax for type bigint: "${CANARY}"`),
    refused("23505", "duplicate key", { constraint: "user_email_unique", detail: `Key (email)=(${CANARY})` }),
  ]) {
    const logged = loggedError(new DrizzleQueryError("select $1", [CANARY], cause));
    expect(JSON.stringify(logged)).not.toContain(CANARY);
    expect(logged).toMatchObject({ message: "Failed query: select $1", cause: { code: cause.code } });
    expect(logged.stack).toMatch(/^\s+at /);
  }
});

test("what is wrong with the program or the server is said in its words", () => {
  const missing = refused("42P01", 'relation "hub" does not exist');
  expect(loggedError(missing)).toMatchObject({ code: "42P01", message: missing.message });
  expect(loggedError(new TypeError("x is not a function"))).toMatchObject({ message: "x is not a function" });
  expect(loggedError(CANARY)).toEqual({ name: "string", message: "something that is no error was thrown" });
});

test("causes end after some, however deep they go", () => {
  const loop = new Error("loop");
  loop.cause = loop;
  expect(JSON.stringify(loggedError(loop)).length).toBeLessThan(20_000);
});
