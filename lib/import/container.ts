/** What files begin with that hold other files, or that are no text for another reason, and at which byte. */
const SIGNATURES = [
  ["gzip", 0, [0x1f, 0x8b, 8]],
  ["zip", 0, [0x50, 0x4b, 3, 4]],
  ["zip", 0, [0x50, 0x4b, 5, 6]],
  ["bzip2", 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
  ["xz", 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ["7z", 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["rar", 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ["zstd", 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ["tar", 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
  ["pdf", 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
] as const;

/** As many bytes as the signatures need. */
export const SIGNATURE_BYTES = 262;

type Container = (typeof SIGNATURES)[number][0];

/** What the first bytes of a file show it to be; null for anything that may be text. */
export function containerOf(start: Uint8Array): Container | null {
  const found = SIGNATURES.find(([, at, bytes]) => bytes.every((byte, index) => start[at + index] === byte));
  return found?.[0] ?? null;
}

/** Why such a file is not read, or null for what is read: a gzip or zip file that is not within another one. */
export function containerProblem(container: Container, isWithin: boolean): string | null {
  if (container === "pdf")
    return "it is a PDF, which cannot be read; import the paper's full text as JATS or TEI, or its record.";
  if (isWithin) return `it is a ${container} archive within an archive; unpack it and import what is in it.`;
  if (container === "gzip" || container === "zip") return null;
  return `it is a ${container} archive; unpack it, or pack it as gzip or zip.`;
}
