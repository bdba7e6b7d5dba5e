import { describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";

describe("readEnv", () => {
  test("an empty environment gives the defaults", () => {
    expect(readEnv({})).toEqual({
      PORT: 3000,
      HOST: "0.0.0.0",
      ROLE: "all",
      UPLOAD_MAX_MB: 200,
      DATA_DIR: ".data",
      BACKUP_EVERY: 24,
      BACKUP_KEEP: 14,
      SIGN_UP: "open",
      ORCID_ISSUER: "https://orcid.org",
      TRUST_PROXY: "off",
      OPENALEX_URL: "https://api.openalex.org",
      SEMANTIC_SCHOLAR_URL: "https://api.semanticscholar.org/graph/v1",
      CROSSREF_URL: "https://api.crossref.org",
      ARXIV_URL: "https://export.arxiv.org/api",
      SERVICES_ON_LOOPBACK: "off",
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
      ROLE: "web",
      UPLOAD_MAX_MB: "50",
      DATA_DIR: "/srv/spokes",
      BACKUP_DIR: "/srv/backups",
      BACKUP_EVERY: "6",
      BACKUP_KEEP: "30",
      LOG_LEVEL: "warn",
      DATABASE_URL: "postgresql://ada:secret@db.example.org/spokes?sslmode=require",
      AUTH_SECRET: "0123456789abcdef0123456789abcdef",
      SIGN_UP: "closed",
      SMTP_URL: "smtps://ada:secret@mail.example.org:465",
      MAIL_FROM: "Spokes <spokes@example.org>",
      GITHUB_ID: "github-id",
      GITHUB_SECRET: "github-secret",
      GOOGLE_ID: "google-id",
      GOOGLE_SECRET: "google-secret",
      ORCID_ID: "orcid-id",
      ORCID_SECRET: "orcid-secret",
      ORCID_ISSUER: "https://sandbox.orcid.org",
      TRUST_PROXY: "on",
      OPENALEX_URL: "https://openalex.example.org/v2",
      OPENALEX_KEY: "openalex-key",
      SEMANTIC_SCHOLAR_URL: "http://127.0.0.1:4000/s2",
      SEMANTIC_SCHOLAR_KEY: "s2-key",
      CROSSREF_URL: "http://localhost:4000",
      ARXIV_URL: "http://[::1]:4000",
      SERVICES_ON_LOOPBACK: "on",
      DEMO_DATA: "off",
      LABEL_LICENCE: "CC-BY-4.0",
      CONTACT: "ada@example.org",
    });
    expect(env).toEqual({
      PORT: 8080,
      HOST: "::1",
      SITE_URL: "https://spokes.example.org/reception",
      ROLE: "web",
      UPLOAD_MAX_MB: 50,
      DATA_DIR: "/srv/spokes",
      BACKUP_DIR: "/srv/backups",
      BACKUP_EVERY: 6,
      BACKUP_KEEP: 30,
      LOG_LEVEL: "warn",
      DATABASE_URL: "postgresql://ada:secret@db.example.org/spokes?sslmode=require",
      AUTH_SECRET: "0123456789abcdef0123456789abcdef",
      SIGN_UP: "closed",
      SMTP_URL: "smtps://ada:secret@mail.example.org:465",
      MAIL_FROM: "Spokes <spokes@example.org>",
      GITHUB_ID: "github-id",
      GITHUB_SECRET: "github-secret",
      GOOGLE_ID: "google-id",
      GOOGLE_SECRET: "google-secret",
      ORCID_ID: "orcid-id",
      ORCID_SECRET: "orcid-secret",
      ORCID_ISSUER: "https://sandbox.orcid.org",
      TRUST_PROXY: "on",
      OPENALEX_URL: "https://openalex.example.org/v2",
      OPENALEX_KEY: "openalex-key",
      SEMANTIC_SCHOLAR_URL: "http://127.0.0.1:4000/s2",
      SEMANTIC_SCHOLAR_KEY: "s2-key",
      CROSSREF_URL: "http://localhost:4000",
      ARXIV_URL: "http://[::1]:4000",
      SERVICES_ON_LOOPBACK: "on",
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
    ["AUTH_SECRET", "short"],
    ["SIGN_UP", "no"],
    ["TRUST_PROXY", "yes"],
    ["ORCID_ISSUER", "orcid.org"],
    ["OPENALEX_URL", "http://api.openalex.org"],
    ["OPENALEX_URL", "http://10.0.0.1"],
    ["SEMANTIC_SCHOLAR_URL", "https://ada:secret@api.example.org"],
    ["CROSSREF_URL", "https://api.crossref.org/?mailto=ada@example.org"],
    ["ARXIV_URL", "export.arxiv.org"],
    ["SERVICES_ON_LOOPBACK", "yes"],
    ["LABEL_LICENCE", "public domain"],
    ["LABEL_LICENCE", "https://example.org/licence"],
    ["CONTACT", "Ada"],
    ["CONTACT", "javascript:alert(1)"],
  ])("%s=%s is refused in one line that names the variable", (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(UserError);
    expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  test.each([
    ["SMTP_URL", "MAIL_FROM", "smtp://mail.example.org", "spokes@example.org"],
    ["GITHUB_ID", "GITHUB_SECRET", "id", "secret"],
    ["GOOGLE_ID", "GOOGLE_SECRET", "id", "secret"],
    ["ORCID_ID", "ORCID_SECRET", "id", "secret"],
  ])("%s and %s are set together or not at all", (one, other, first, second) => {
    expect(readEnv({ [one]: first, [other]: second })).toMatchObject({ [one]: first, [other]: second });
    expect(() => readEnv({ [one]: first })).toThrow(
      new UserError(`${other} must be set when ${one} is set.`),
    );
    expect(() => readEnv({ [other]: second, [one]: "" })).toThrow(
      new UserError(`${one} must be set when ${other} is set.`),
    );
  });

  test.each([
    ["SMTP_URL", { SMTP_URL: "mail.example.org", MAIL_FROM: "spokes@example.org" }],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "Spokes" }],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "Spokes <spokes>" }],
  ])("%s is refused when mail could not be sent with it", (name, variables) => {
    expect(() => readEnv(variables)).toThrow(new RegExp(`^${name} must be an `));
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
