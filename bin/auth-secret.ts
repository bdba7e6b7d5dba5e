import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const BYTES = 32;

/** The secret that seals cookies, from `DATA_DIR/auth-secret`; made at the first start, readable by its owner alone. */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "auth-secret");
  await mkdir(dataDir, { recursive: true });
  try {
    // Of two programs that start at once the first to write decides.
    await writeFile(file, `${randomBytes(BYTES).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(file, "utf8")).trim();
}
