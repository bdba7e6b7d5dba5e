import { z } from "zod";
import { UserError } from "@/lib/errors";

const SWITCH_STATES = ["on", "off"] as const;

const isUrlOf = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password, search, hash } = new URL(value);
  return `${username}${password}${search}${hash}` === "";
}

const secret = z.string().optional();

/** Where a database is. */
const database = z
  .string()
  .refine(
    isUrlOf(["postgres:", "postgresql:"]),
    "a connection string such as postgres://user:password@host:5432/database",
  )
  .optional();

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Where a service is asked: over TLS, but on this machine. */
const service = (address: string) =>
  z
    .string()
    .refine(
      (value) =>
        isUrlOf(["https:"])(value) ||
        (isUrlOf(["http:"])(value) && LOOPBACK.includes(new URL(value).hostname)),
      "an address that begins with https://",
    )
    .refine(isPlainAddress, "an address without user name, password, query or fragment")
    .transform((url) => url.replace(/\/+$/, ""))
    .default(address);

const wholeNumber = (what: string, otherwise: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, what)
    .transform(Number)
    .default(otherwise);

/** What is logged: from everything to nothing. */
const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** Variables that mean something only together. */
const PAIRS = [
  ["SMTP_URL", "MAIL_FROM"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["ORCID_ID", "ORCID_SECRET"],
] as const;

/** Each message completes the sentence "VARIABLE must be …" and never repeats the value: it may be a secret. */
const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "a port number from 1 to 65535")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "a port number from 1 to 65535")
    .default(3000),
  HOST: z.string().regex(/^\S+$/, "a host name or an address, without spaces").default("0.0.0.0"),
  SITE_URL: z
    .string()
    .refine(isUrlOf(["http:", "https:"]), "an absolute address such as https://spokes.example.org")
    .refine(isPlainAddress, "an address without user name, password, query or fragment")
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  ROLE: z.enum(["all", "web", "worker"], "all, web or worker").default("all"),
  UPLOAD_MAX_MB: wholeNumber("a whole number of million bytes, such as 200", 200),
  DATA_DIR: z.string().default(".data"),
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY: wholeNumber("a whole number of hours, such as 24", 24),
  BACKUP_KEEP: wholeNumber("a whole number of backups, such as 14", 14),
  LOG_LEVEL: z.enum(LOG_LEVELS, LOG_LEVELS.join(", ")).optional(),
  DATABASE_URL: database,
  DATABASE_URL_DIRECT: database,
  AUTH_SECRET: z.string().min(32, "a secret of at least 32 characters").optional(),
  SIGN_UP: z.enum(["open", "closed"], "open or closed").default("open"),
  SMTP_URL: z
    .string()
    .refine(isUrlOf(["smtp:", "smtps:"]), "an address such as smtps://user:password@mail.example.org")
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (value) => z.email().safeParse(/<([^<>]*)>$/.exec(value)?.[1] ?? value).success,
      "an e-mail address, or a name and an address such as Spokes <spokes@example.org>",
    )
    .optional(),
  GITHUB_ID: secret,
  GITHUB_SECRET: secret,
  GOOGLE_ID: secret,
  GOOGLE_SECRET: secret,
  ORCID_ID: secret,
  ORCID_SECRET: secret,
  ORCID_ISSUER: z
    .string()
    .refine(isUrlOf(["http:", "https:"]), "an absolute address such as https://sandbox.orcid.org")
    .transform((url) => url.replace(/\/+$/, ""))
    .default("https://orcid.org"),
  TRUST_PROXY: z.enum(SWITCH_STATES, "on or off").default("off"),
  OPENALEX_URL: service("https://api.openalex.org"),
  OPENALEX_KEY: secret,
  SEMANTIC_SCHOLAR_URL: service("https://api.semanticscholar.org/graph/v1"),
  SEMANTIC_SCHOLAR_KEY: secret,
  CROSSREF_URL: service("https://api.crossref.org"),
  ARXIV_URL: service("https://export.arxiv.org/api"),
  SERVICES_ON_LOOPBACK: z.enum(SWITCH_STATES, "on or off").default("off"),
  DEMO_DATA: z.enum(SWITCH_STATES, "on or off").default("on"),
  LABEL_LICENCE: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9.+-]{1,60}$/,
      "the SPDX identifier of a licence such as CC0-1.0 or CC-BY-4.0",
    )
    .default("CC0-1.0"),
  CONTACT: z
    .string()
    .refine(
      (value) => z.email().safeParse(value).success || isUrlOf(["http:", "https:"])(value),
      "an e-mail address or an absolute address such as https://example.org/contact",
    )
    .optional(),
});

const Env = Variables.superRefine((set, { addIssue }) => {
  for (const pair of PAIRS)
    for (const missing of pair)
      for (const present of pair)
        if (set[missing] === undefined && set[present] !== undefined)
          addIssue({ code: "custom", path: [missing], message: `set when ${present} is set` });
});
export type Env = z.infer<typeof Env>;

/** Whether the site is reached over TLS, which a proxy before it does. */
export const isSecure = ({ SITE_URL }: Pick<Env, "SITE_URL">): boolean =>
  SITE_URL?.startsWith("https:") ?? false;

/**
 * Reads the settings of the program from its environment, with their defaults. A variable that is set to
 * the empty string counts as not set. `SITE_URL` comes back without a slash at its end.
 *
 * @throws UserError with one line that names every wrong variable and says what it must be.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const set = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== "");
  const result = Env.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")} must be ${issue.message}`);
  throw new UserError(`${[...new Set(wrong)].join("; ")}.`);
}
