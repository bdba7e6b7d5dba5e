const BASE = "http://own.invalid";
const TOO_LONG = 2000;

/**
 * The path on this site that somebody is to be led to, taken from an address or a form, which anybody may have
 * written; the start page when it could lead anywhere else. Nothing is mended: what is not plainly a path of ours is
 * not followed.
 *
 * @returns a path with its query and fragment, beginning with one slash.
 */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > TOO_LONG) return "/";
  // Browsers drop tabs and line ends, and read a backslash as a slash, also where it was encoded by a careless proxy.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || /\\|%(?:5c|2f|0[0-9a-f]|1[0-9a-f])/i.test(wanted))
    return "/";
  if (!URL.canParse(wanted, BASE)) return "/";
  const { origin, pathname, search, hash, username } = new URL(wanted, BASE);
  if (origin !== BASE || username !== "" || pathname.startsWith("//")) return "/";
  return `${pathname}${search}${hash}`;
}
