/** Renews docs/interchange.schema.json from the schemas that the parser uses. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { interchangeJsonSchema } from "@/lib/import/spokes-json-schema";

const file = fileURLToPath(new URL("../docs/interchange.schema.json", import.meta.url));
writeFileSync(file, `${JSON.stringify(interchangeJsonSchema(), null, 2)}\n`);
execFileSync("npx", ["biome", "format", "--write", file], { stdio: ["ignore", "ignore", "inherit"] });
console.log(`Written: ${file}`);
