import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { UserError } from "@/lib/errors";
import { type Manifest, readManifest } from "./manifest";

/**
 * Reads a backup through and compares it with its manifest.
 *
 * @returns the manifest.
 * @throws UserError that names the first file which is missing or not as it was written.
 */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const { file, sha256 } of manifest.tables) {
    const hash = createHash("sha256");
    try {
      await pipeline(createReadStream(path.join(folder, file)), hash);
    } catch (error) {
      throw new UserError(`The backup lacks ${file}, or it cannot be read. Nothing was written.`, {
        cause: error,
      });
    }
    if (hash.digest("hex") !== sha256)
      throw new UserError(`The backup is damaged: ${file} is not as it was written. Nothing was written.`);
  }
  return manifest;
}
