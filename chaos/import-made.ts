import path from "node:path";
import { writeMadeHub } from "@/bench/made-hub";
import { runCommand } from "./processes";
import type { Site } from "./site";

/** Makes a hub, by the rules of the bench, and imports it by the command that people use; gives the file. */
export async function importMade(
  site: Site,
  folder: string,
  hub: Parameters<typeof writeMadeHub>[1],
): Promise<string> {
  const file = path.join(folder, `${hub.slug}.jsonl`);
  await writeMadeHub(file, hub);
  await runCommand("import", [file], site.environment);
  return file;
}
