import { z } from "zod";
import { CitationEntry, Document, Header, HubEntry, ReferencesEntry, WorkEntry } from "./spokes-schema";

/**
 * The interchange format as a JSON Schema (2020-12) for one line of a JSON Lines file or one whole document; what is
 * published as docs/interchange.schema.json.
 */
export function interchangeJsonSchema() {
  const schema = z.union([Header, WorkEntry, HubEntry, CitationEntry, ReferencesEntry, Document]);
  const { $schema, $defs, anyOf = [] } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return {
    $schema,
    title: "Spokes interchange, version 1",
    description:
      "One line of a JSON Lines file, or one whole JSON document. docs/interchange.md explains it.",
    // The same objects stand in documents without their type; on a line of its own an object needs it.
    anyOf: anyOf.map((option) =>
      option.$ref === "#/$defs/Document" ? option : { ...option, required: ["type"] },
    ),
    $defs,
  };
}
