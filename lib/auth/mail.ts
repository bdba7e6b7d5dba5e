import "server-only";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { siteEnd } from "@/lib/site-end";

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** A mail server that takes longer is given up. Those that greet late on purpose take half a minute. */
const SENT_WITHIN_MS = 60_000;

/** Whether messages leave the machine. */
export const canMail = (): boolean => readEnv(process.env).SMTP_URL !== undefined;

/**
 * Sends a message; without a mail server it is put into `DATA_DIR/outbox`, and the log says where. What goes wrong is
 * written to the log and not thrown: whoever asked for the message must not learn from it whether there was one.
 */
export async function sendMail(letter: Letter): Promise<void> {
  try {
    const { SMTP_URL, MAIL_FROM, DATA_DIR } = readEnv(process.env);
    if (SMTP_URL && MAIL_FROM) {
      const signal = AbortSignal.any([siteEnd(), AbortSignal.timeout(SENT_WITHIN_MS)]);
      await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, ...letter, signal });
    } else
      log().warn({ file: await putInOutbox(DATA_DIR, letter) }, "a message without a mail server was kept");
  } catch (error) {
    // The words of a mail server may name whom it was for.
    const { code = "", responseCode = "" } = error as { code?: string; responseCode?: number };
    log().error({ code, responseCode }, "a message could not be sent");
  }
}

async function putInOutbox(dataDir: string, letter: Letter): Promise<string> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message } = await composer.sendMail({ from: "spokes@localhost", ...letter });
  const folder = path.resolve(dataDir, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date().toISOString().replaceAll(":", "-")}-${randomBytes(4).toString("hex")}.eml`;
  const file = path.join(folder, name);
  await writeFile(file, message as Buffer, { mode: 0o600 });
  return file;
}
