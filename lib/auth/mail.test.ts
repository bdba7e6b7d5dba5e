import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { sendMail } from "./mail";

const LETTER = { to: "ada@example.org", subject: "Confirm", text: "A link." };

/** A mail server that takes connections and never says a word. */
let silent: Server;
const failed = vi.spyOn(log(), "error");
beforeEach(async () => {
  silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  vi.stubEnv("MAIL_FROM", "spokes@example.org");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  silent.close();
});

test("a mail server that says nothing is given up within a minute, with its connection, and the log says so", async () => {
  const bound = new AbortController();
  const asked = vi.spyOn(AbortSignal, "timeout").mockReturnValue(bound.signal);
  const sending = sendMail(LETTER);
  const [socket] = (await once(silent, "connection")) as [Socket];
  expect(asked).toHaveBeenCalledWith(60_000);
  expect(failed).not.toHaveBeenCalled();
  const left = once(socket.resume(), "close");
  bound.abort();
  await sending;
  await left;
  expect(failed).toHaveBeenCalledWith(
    expect.objectContaining({ code: "EABORT" }),
    "a message could not be sent",
  );
});
