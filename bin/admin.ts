import { createDb, createPool } from "@/db/client";
import { makeAdmin } from "@/db/commands/set-up";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { listAccounts } from "@/db/queries/account";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { endWithUserErrors } from "./end";

const USAGE = "usage: npm run admin -- HANDLE";

/** `npm run admin -- HANDLE` makes a person an admin; without a handle it lists who there is. */
async function main(): Promise<void> {
  const [handle, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || handle?.startsWith("-")) throw new UserError(USAGE);
  const database = await openDatabase(readEnv(process.env));
  const pool = createPool(database.url, { max: 1, applicationName: "spokes admin" });
  try {
    await migrate(database.url);
    if (handle === undefined) await list(createDb(pool));
    else {
      await makeAdmin(createDb(pool), handle.toLowerCase());
      console.log(`${handle} is an admin.`);
    }
  } finally {
    await pool.end();
    await database.release();
  }
}

async function list(db: ReturnType<typeof createDb>): Promise<void> {
  const accounts = await listAccounts(db);
  if (accounts.length === 0)
    console.log("There is no account yet. Start the program: it prints a link that makes the first admin.");
  for (const { handle, name, role, approved, disabled } of accounts) {
    const state = [role, approved ? "" : "votes do not count yet", disabled ? "disabled" : ""];
    console.log(`${handle}${name === "" ? "" : ` (${name})`}: ${state.filter(Boolean).join(", ")}`);
  }
  console.log(`To make one of them an admin: ${USAGE.replace("usage: ", "")}`);
}

await endWithUserErrors(main);
