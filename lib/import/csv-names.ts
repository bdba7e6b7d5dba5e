/**
 * The names in a cell of authors, as exports write them: parted by semicolons or bars; by "and"; by commas when the
 * names hold none ("Smith J., Doe A."), or when family and given names take turns ("Smith, J., Doe, A.").
 * Numbers in brackets, which Scopus sets behind a name, are taken away.
 */
export function splitNames(cell: string): string[] {
  const text = cell.replace(/(?:(?<!\s)\s+)?\(\d{5,}\)/gu, "").trim();
  const [sign] = [";", "|", "\n"].filter((one) => text.includes(one));
  if (sign !== undefined) return cleaned(text.split(sign));
  const parts = cleaned(text.split(/,\s*(?:and|&)\s+|(?<!\s)\s+(?:and|&)\s+/u));
  if (parts.length > 1) return parts.flatMap(splitAtCommas);
  return splitAtCommas(text);
}

const INITIALS = /^(?:\p{Lu}\p{M}*\.?[\s-]*){1,4}$/u;

function splitAtCommas(text: string): string[] {
  const parts = cleaned(text.split(","));
  if (parts.length < 2) return parts;
  // Initials on every second place: each belongs to the name before it.
  if (parts.length % 2 === 0 && parts.every((part, index) => index % 2 === 0 || INITIALS.test(part)))
    return parts.flatMap((part, index) => (index % 2 === 0 ? [`${part}, ${parts[index + 1]}`] : []));
  return parts.length > 2 || parts.every((part) => part.includes(" ")) ? parts : [text];
}

const cleaned = (names: readonly string[]) => names.map((name) => name.trim()).filter((name) => name !== "");
