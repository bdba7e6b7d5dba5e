import { readFile, writeFile } from "node:fs/promises";
import { type LockFile, missingFromLock } from "./lock-file";

/**
 * `npm run lock:complete`, after every change of a dependency. npm leaves out of the lock file the optional packages
 * of other platforms that the registry at hand does not offer, and then `npm ci` refuses the file everywhere. This
 * adds them with their versions, platforms and no checksum, and drops download addresses, which differ from place to
 * place.
 */
const LOCK = "package-lock.json";
const lock = JSON.parse(await readFile(LOCK, "utf8")) as LockFile;
const missing = missingFromLock(lock);
const packages = Object.entries({ ...lock.packages, ...missing }).filter(([, entry]) => !entry.extraneous);
for (const [, entry] of packages) delete entry.resolved;
lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${Object.keys(missing).length} packages of other platforms to ${LOCK}.`);
