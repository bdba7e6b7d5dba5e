import { createServer } from "node:net";

/**
 * A mail server on the loopback that keeps every message it is given.
 *
 * @param refuses takes none, and quotes in its refusal for whom it was to be.
 */
export async function startMailServer(refuses = false): Promise<{
  url: string;
  messages: readonly string[];
  close: () => Promise<void>;
}> {
  const messages: string[] = [];
  const server = createServer((socket) => {
    let pending = "";
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (end: string) => {
      const at = pending.indexOf(end);
      if (at < 0) return null;
      const text = pending.slice(0, at);
      pending = pending.slice(at + end.length);
      return text;
    };
    say("220 ready");
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      pending += data;
      for (
        let text = take(inData ? "\r\n.\r\n" : "\r\n");
        text !== null;
        text = take(inData ? "\r\n.\r\n" : "\r\n")
      ) {
        if (inData) {
          messages.push(text);
          inData = false;
          say("250 kept");
        } else if (/^data/i.test(text)) {
          inData = true;
          say("354 go on");
        } else if (refuses && /^rcpt/i.test(text)) say(`550 no such person: ${text}`);
        else if (/^quit/i.test(text)) socket.end("221 bye\r\n");
        else say("250 fine");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
