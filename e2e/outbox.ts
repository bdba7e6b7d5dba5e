import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const WITHIN_MS = 60_000;

/** The newest message to an address in the outbox of a data directory, waited for. */
export async function messageTo(dataDir: string, address: string, subject: RegExp): Promise<string> {
  for (const started = Date.now(); Date.now() - started < WITHIN_MS; await delay(100)) {
    const folder = path.join(dataDir, "outbox");
    const names = await readdir(folder).catch(() => []);
    for (const name of names.sort().reverse()) {
      const text = await readFile(path.join(folder, name), "utf8");
      if (text.includes(`To: ${address}`) && subject.test(text)) return plainText(text);
    }
  }
  throw new Error(`no message to ${address} came`);
}

/** A message with its quoted-printable undone. */
export const plainText = (message: string): string =>
  message
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));

/** The path of the link in a message. */
export function linkIn(message: string): string {
  const link = /https?:\/\/\S+\?token=[\w-]+/.exec(message)?.[0];
  if (!link) throw new Error(`no link in:\n${message}`);
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
