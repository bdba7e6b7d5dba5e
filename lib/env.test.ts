import { describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";

describe("readEnv", () => {
  test("an empty environment gives the defaults", () => {
    expect(readEnv({})).toEqual({
      PORT: 3000,
      HOST: "0.0.0.0",
      DATA_DIR: ".data",
      DEMO_DATA: "on",
      LABEL_LICENCE: "CC0-1.0",
    });
  });

  test("a variable set to the empty string or to spaces counts as not set", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " ", DEMO_DATA: "" })).toEqual(readEnv({}));
  });

  test("variables that are not ours are left out", () => {
    expect(readEnv({ HOME: "/home/ada" })).toEqual(readEnv({}));
  });

  test("every variable is taken as it was set", () => {
    const env = readEnv({
      PORT: "8080",
      HOST: "::1",
      SITE_URL: "https://spokes.example.org/reception/",
      DATA_DIR: "/srv/spokes",
      DATABASE_URL: "postgresql://ada:secret@db.example.org/spokes?sslmode=require",
      DEMO_DATA: "off",
      LABEL_LICENCE: "CC-BY-4.0",
      CONTACT: "ada@example.org",
    });
    expect(env).toEqual({
      PORT: 8080,
      HOST: "::1",
      SITE_URL: "https://spokes.example.org/reception",
      DATA_DIR: "/srv/spokes",
      DATABASE_URL: "postgresql://ada:secret@db.example.org/spokes?sslmode=require",
      DEMO_DATA: "off",
      LABEL_LICENCE: "CC-BY-4.0",
      CONTACT: "ada@example.org",
    });
  });

  test("the contact may be a page", () => {
    expect(readEnv({ CONTACT: "https://example.org/contact" }).CONTACT).toBe("https://example.org/contact");
  });

  test.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80a"],
    ["PORT", "3000.5"],
    ["PORT", "-1"],
    ["HOST", "local host"],
    ["SITE_URL", "spokes.example.org"],
    ["SITE_URL", "/reception"],
    ["SITE_URL", "ftp://spokes.example.org"],
    ["SITE_URL", "localhost:3000"],
    ["SITE_URL", "https://ada:secret@spokes.example.org"],
    ["SITE_URL", "https://spokes.example.org/?q=1#top"],
    ["DATABASE_URL", "mysql://db.example.org/spokes"],
    ["DATABASE_URL", "db.example.org"],
    ["DEMO_DATA", "yes"],
    ["DEMO_DATA", "OFF"],
    ["LABEL_LICENCE", "public domain"],
    ["LABEL_LICENCE", "https://example.org/licence"],
    ["CONTACT", "Ada"],
    ["CONTACT", "javascript:alert(1)"],
  ])("%s=%s is refused in one line that names the variable", (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(UserError);
    expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  test("two wrong variables are both named in one line", () => {
    expect(() => readEnv({ PORT: "x", DEMO_DATA: "maybe" })).toThrow(
      /^PORT must be [^\n]+; DEMO_DATA must be on or off\.$/,
    );
  });

  test("a message never repeats the value, which may hold a password", () => {
    expect(() => readEnv({ DATABASE_URL: "mysql://ada:hunter2@db/spokes" })).toThrow(/^(?!.*hunter2)/);
  });
});
