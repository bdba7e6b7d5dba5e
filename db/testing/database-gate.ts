import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a database that can be shut, so that it is away for one site alone. */
export interface DatabaseGate {
  /** The connection string that leads through it. */
  url: string;
  /** Ends all connections and refuses new ones, as when the server was stopped. */
  shut: () => Promise<void>;
  /** Lets nothing through any more and ends nothing, as when the server hangs or the network lost it. */
  silence: () => void;
  /** Lets everything through again, also what waits. */
  open: () => Promise<void>;
}

/** Opens a gate on the loopback to the database of a connection string. */
export async function openDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const target = new URL(databaseUrl);
  const pairs = new Map<Socket, Socket | null>();
  let silent = false;
  const lead = (near: Socket) => {
    const far = pairs.get(near) ?? connect(Number(target.port), target.hostname);
    pairs.set(near, far);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.pipe(other);
      one.on("error", () => undefined);
      one.once("close", () => other.destroy());
    }
  };
  const server = createServer((near) => {
    pairs.set(near, null);
    near.on("error", () => undefined);
    near.once("close", () => pairs.delete(near));
    if (!silent) lead(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(target), { hostname: "127.0.0.1", port: String(port) }).href,
    async shut() {
      const closed = once(server, "close");
      server.close();
      for (const near of pairs.keys()) near.destroy();
      await closed;
    },
    silence() {
      silent = true;
      for (const [near, far] of pairs) {
        near.unpipe();
        far?.unpipe();
      }
    },
    async open() {
      silent = false;
      for (const near of pairs.keys()) lead(near);
      if (server.listening) return;
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
  };
}
