import { mkdir, realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "@/lib/errors";
import type { Account } from "./embedded-account";
import { codeOf, findHome } from "./embedded-home";
import { findPackage, readyPrograms } from "./embedded-programs";
import type { Server } from "./embedded-server";
import { join, leave, type Session } from "./embedded-session";
import { createHome } from "./embedded-setup";

export type EmbeddedOptions = {
  /** The data directory of the site; the database lies in `postgres` below it. */
  dataDir: string;
  /** False for tests: the server does not wait for the disk, and a crash of the machine may cost the database; nor does it tidy up by itself. */
  durable?: boolean;
  /** Where root keeps what the account of PostgreSQL cannot reach elsewhere. */
  refuge?: string;
  /** Is given the rare line that an administrator should see. */
  note?: (line: string) => void;
};

export type OpenedDatabase = {
  url: string;
  /** Gives up our use of the database. May be called more than once. */
  release: () => Promise<void>;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

const MOVED =
  "The built-in database runs again, but at another port than this program knows: start this program again.";

const noteOnStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function findServer(options: EmbeddedOptions, note: (line: string) => void): Promise<Server> {
  const { durable = true, refuge = "/var/lib/spokes" } = options;
  try {
    await mkdir(options.dataDir, { recursive: true });
  } catch (error) {
    throw new UserError(
      `The data directory ${options.dataDir} cannot be made (${codeOf(error)}): set DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
  const dataDir = await realpath(options.dataDir);
  const programsFor = (account: Account | null) => readyPrograms(findPackage(), account, refuge, note);
  const home =
    (await findHome(dataDir)) ?? (await createHome({ dataDir, refuge, durable, programsFor, note }));
  return { home, durable, programs: () => programsFor(home.account) };
}

/** Keeps a session open until it is given up: when the server dies, starts it again and joins it anew. */
function keep(server: Server, first: Session, note: (line: string) => void): () => Promise<void> {
  const leaving = new AbortController();
  let session = first;
  let mended = Promise.resolve();

  const mend = async (): Promise<void> => {
    note("The built-in database has stopped and is started again.");
    let lastLine = "";
    for (let pause = FIRST_PAUSE_MS; !leaving.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        session = await join(server, { mayMove: false, signal: leaving.signal });
        watch();
        note(session.url === first.url ? "The built-in database runs again." : MOVED);
        return;
      } catch (error) {
        if (leaving.signal.aborted) return;
        // Whatever the reason, a later attempt may succeed: a full disk is emptied, a port is given back.
        const line = error instanceof Error ? error.message : String(error);
        if (line !== lastLine) note(line);
        lastLine = line;
        await sleep(pause, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
  };
  const watch = (): void => {
    session.client.once("end", () => {
      if (!leaving.signal.aborted) mended = mend();
    });
  };

  watch();
  return async () => {
    leaving.abort();
    await mended;
    await leave(server, session);
  };
}

/**
 * Opens the built-in PostgreSQL of a data directory: makes it at the first start, starts it when it does not
 * run, shares it when another program has started it, and adopts it when that program was killed. Until
 * `release` it is kept running: a server that dies is started again at the same port. The last program to
 * release it stops it.
 *
 * @throws UserError in one line, with the end of the server's log, when it cannot be made or started.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<OpenedDatabase> {
  const { note = noteOnStandardError } = options;
  const server = await findServer(options, note);
  const session = await join(server, { mayMove: true });
  const giveUp = keep(server, session, note);
  let released: Promise<void> | undefined;
  return {
    url: session.url,
    release: () => {
      released ??= giveUp();
      return released;
    },
  };
}
