import { identifierLabel } from "@/lib/citation/identifiers";
import { plainText } from "@/lib/citation/inline-markup";
import type { Author } from "@/lib/import/record";
import type { ListedCiter } from "./exported-citer";
import { identifierOf } from "./exported-work";
import { nameSuffix } from "./name-suffix";

type Cell = string | number | boolean | null | undefined;

/** The columns in their order, and what stands in each. */
const COLUMNS: readonly (readonly [name: string, cell: (citer: ListedCiter, site: string) => Cell])[] = [
  ["title", ({ title }) => title && plainText(title)],
  ["authors", ({ authors }) => authors.map(csvName).join("; ")],
  ["authors_complete", ({ authorsComplete }) => authorsComplete],
  ["published", ({ published }) => published],
  ["year", ({ published }) => published?.slice(0, 4)],
  ["venue", ({ venue }) => venue && plainText(venue)],
  ["doi", (citer) => identifierOf(citer, "doi")],
  ["arxiv", (citer) => identifierOf(citer, "arxiv")],
  ["pmid", (citer) => identifierOf(citer, "pmid")],
  ["pmcid", (citer) => identifierOf(citer, "pmcid")],
  ["openalex", (citer) => identifierOf(citer, "openalex")],
  ["other_identifiers", ({ identifiers }) => identifiers.filter(hasNoColumn).map(identifierLabel).join("; ")],
  ["fields", ({ fields }) => fields.join("; ")],
  ["cited_by_count", ({ citedByCount }) => citedByCount],
  ["notices", ({ notices }) => notices.map(({ kind }) => kind).join("; ")],
  ["one_line_summary", ({ summary }) => summary && plainText(summary)],
  ["polarity", ({ label }) => label.polarity],
  ["polarity_own_evidence", ({ label }) => label.polarityOwn],
  ["polarity_state", ({ label }) => label.state],
  ["polarity_strength", ({ label }) => label.strength],
  ["roles", ({ label }) => label.roles.join("; ")],
  ["roles_strength", ({ label }) => label.roleStrength],
  ["votes", ({ label }) => label.votes],
  ["contested", ({ label }) => label.contested],
  ["claims", ({ claims }) => claims.map(({ number, verdict }) => `C${number} ${verdict}`).join("; ")],
  ["suggested_polarity", ({ suggested }) => suggested.polarity],
  ["suggested_roles", ({ suggested }) => suggested.roles.join("; ")],
  ["self_citation", ({ isSelf }) => isSelf],
  ["called_influential", ({ isInfluential }) => isInfluential],
  ["sentences", ({ contextCount }) => contextCount],
  ["no_sentences_because", ({ contextCount, contextGap }) => (contextCount === 0 ? contextGap : null)],
  ["abstract", ({ abstract }) => abstract && plainText(abstract)],
  ["page", ({ id }, site) => `${site}/citers/${id}`],
];

const WITH_COLUMN = ["doi", "arxiv", "pmid", "pmcid", "openalex"];
const hasNoColumn = ({ scheme }: ListedCiter["identifiers"][number]) => !WITH_COLUMN.includes(scheme);

/** Without it, spreadsheets read UTF-8 as the encoding of the machine. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The citers as a table for spreadsheets (RFC 4180), a line of names first. `site` is where their pages are. */
export async function* csvFile(citers: AsyncIterable<ListedCiter>, site: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS.map(([name]) => name));
  for await (const citer of citers) yield csvRow(COLUMNS.map(([, cell]) => cell(citer, site)));
}

/** A row with its end. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets take for
 * "this is text"; our own reader takes it off again.
 */
function csvCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === null || cell === undefined ? "" : String(cell);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** "Family, Given", so that the parts are not guessed where it is read. */
function csvName(author: Author): string {
  const { name, family, given } = author;
  if (family === undefined || given === undefined) return name;
  const suffix = nameSuffix(author);
  return [family, ...(suffix === "" ? [] : [suffix]), given].join(", ");
}
