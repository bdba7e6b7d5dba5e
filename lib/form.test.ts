import { expect, test } from "vitest";
import { z } from "zod";
import { readForm, typedValues, unkeepable } from "./form";

const Shape = z.object({ name: z.string(), roles: z.array(z.string()) }).strict();

function formOf(...fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("a field of many values gets all of them, and one that nobody chose gets none", () => {
  expect(readForm(Shape, formOf(["name", "ada"], ["roles", "method"], ["roles", "dataset"]))).toEqual({
    name: "ada",
    roles: ["method", "dataset"],
  });
  expect(readForm(Shape, formOf(["name", "ada"], ["$ACTION_KEY", "k"]))).toEqual({ name: "ada", roles: [] });
});

test("a field of one value that comes twice is not taken for one of them", () => {
  expect(Shape.safeParse(readForm(Shape, formOf(["name", "ada"], ["name", "eve"]))).success).toBe(false);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "isAdmin"])(
  "a field named %s is one that was not asked for, and changes no other",
  (name) => {
    const form = formOf(["name", "ada"], [name, "x"], [name, "y"]);
    expect(Shape.safeParse(readForm(Shape, form)).success).toBe(false);
    expect(typedValues(form)).toMatchObject({ name: ["ada"] });
    expect(Object.getPrototypeOf(typedValues(form))).toBe(Object.prototype);
  },
);

test("what was typed is kept, but no password, token or secret", () => {
  const form = formOf(
    ["name", "ada"],
    ["password", "x"],
    ["newPassword", "x"],
    ["token", "x"],
    ["$ACTION_KEY", "k"],
  );
  expect(typedValues(form)).toEqual({ name: ["ada"] });
});

test("a field with NUL in it is complained about", () => {
  expect(Object.keys(unkeepable(formOf(["name", "a\0b"], ["roles", "method"]))?.fields ?? {})).toEqual([
    "name",
  ]);
  expect(unkeepable(formOf(["name", "a\tb\u0001"]))).toBeNull();
});
