import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";

/** A server action of the built site. */
export interface ServerAction {
  /** File and export, such as `app/sign-in/actions.ts#signIn`. */
  name: string;
  id: string;
  /** An address whose page knows the action. */
  path: string;
}

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
}

/** Every server action that the build made, by name; also those that nobody thought of. */
export function listServerActions(): ServerAction[] {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as Manifest;
  return Object.entries(manifest.node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${filename}#${exportedName}`,
      path: pathOf(Object.keys(workers)[0] ?? ""),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `app/citers/[id]/add/page` becomes `/citers/1/add`. */
const pathOf = (worker: string) =>
  worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replace(/\[[^\]]+\]/g, "1") || "/";

const FRESH = { error: null, fields: {}, values: {}, done: null, untaken: false };

/** What came of a call: the answer's status, the message beside the form, or where the browser is sent. */
export interface Called {
  status: number;
  error: string | null;
  redirect: string | null;
  /** What is wrong with single fields, by their names. */
  complaints: Readonly<Record<string, string>>;
  /** The whole answer. */
  text: string;
}

/** Calls an action as the page's script does, with a form of these fields; an empty header is not sent. */
export async function callServerAction(
  request: APIRequestContext,
  { id, path }: ServerAction,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Called> {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.set(`_1_${name}`, value);
  // Last, because the form is put together when this is read.
  multipart.set("0", JSON.stringify([FRESH, "$K1"]));
  const sent = { accept: "text/x-component", origin: process.env.SPOKES_URL ?? "", ...headers };
  const answer = await request.post(path, {
    headers: {
      ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== "")),
      "next-action": id,
    },
    multipart,
    maxRedirects: 0,
  });
  const text = await answer.text();
  const state = /^\w+:(\{"error":.*\})$/m.exec(text)?.[1];
  const { error, fields: complaints } = state
    ? (JSON.parse(state) as { error: string | null; fields: Record<string, string> })
    : { error: null, fields: {} };
  const redirect = answer.headers()["x-action-redirect"] ?? null;
  return { status: answer.status(), error, redirect, complaints, text };
}
