import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const WITHIN_MS = 10_000;

/** The newest message to an address in the outbox of a data directory, waited for; quoted-printable is undone. */
export async function messageTo(dataDir: string, address: string, subject: RegExp): Promise<string> {
  for (const started = Date.now(); Date.now() - started < WITHIN_MS; await delay(100)) {
    const folder = path.join(dataDir, "outbox");
    const names = await readdir(folder).catch(() => []);
    for (const name of names.sort().reverse()) {
      const text = await readFile(path.join(folder, name), "utf8");
      if (text.includes(`To: ${address}`) && subject.test(text))
        return text
          .replace(/=\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  }
  throw new Error(`no message to ${address} came`);
}

/** The path of the link in a message. */
export function linkIn(message: string): string {
  const link = /https?:\/\/\S+\?token=[\w-]+/.exec(message)?.[0];
  if (!link) throw new Error(`no link in:\n${message}`);
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
