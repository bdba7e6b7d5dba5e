import { parseArgs } from "node:util";
import { withThousands } from "@/lib/citation/count";
import { UserError } from "@/lib/errors";
import { Slug } from "@/lib/import/record";
import { readWorkId } from "@/lib/jobs/import-hub";
import { MOST_CITERS } from "@/lib/sources/gather-hub";
import { readColumnNames } from "./column-names";

const USAGE =
  "usage: npm run import -- FILE… | --id WORK… [--hub SLUG] [--citers-of HUB | --references-of WORK] " +
  "[--format NAME] [--columns NAME=FIELD,…] [--most-citers N] [--dry-run] [--json]";

/**
 * Reads what follows the command: files, identifiers of works, and options.
 * @throws UserError in one line that says what is wrong.
 */
export function readArguments() {
  try {
    const { positionals: files, values: options } = parseArgs({
      allowPositionals: true,
      options: {
        hub: { type: "string" },
        "citers-of": { type: "string" },
        "references-of": { type: "string" },
        format: { type: "string" },
        columns: { type: "string" },
        id: { type: "string", multiple: true, default: [] },
        "most-citers": { type: "string", default: String(MOST_CITERS) },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (files.length + options.id.length === 0) throw new UserError(USAGE);
    if (options.hub !== undefined && !Slug.safeParse(options.hub).success)
      throw new UserError(
        "--hub takes the last part of a hub's address: small letters, digits and single hyphens.",
      );
    if (options["citers-of"] !== undefined && options["references-of"] !== undefined)
      throw new UserError(
        "A list holds either the citers of a hub or the references of a work: give one of the two.",
      );
    const mostCiters = Number(options["most-citers"]);
    if (!/^\d{1,5}$/.test(options["most-citers"]) || mostCiters < 1 || mostCiters > MOST_CITERS)
      throw new UserError(`--most-citers takes a number from 1 to ${withThousands(MOST_CITERS)}.`);
    const columns = options.columns === undefined ? undefined : readColumnNames(options.columns);
    return { columns, files, ids: options.id.map(readWorkId), options, mostCiters };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${error instanceof Error ? error.message : error} — ${USAGE}`);
  }
}
