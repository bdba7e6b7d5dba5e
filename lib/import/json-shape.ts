import { isJsonSpace } from "./json-value";

/** How deep paths are followed: the deepest that tells a format is `[].body.message.items[].DOI`. */
const DEPTH = 6;

/**
 * The paths of the values at the beginning of a JSON text, each with the first value that stands there if it is a
 * text, else an empty one. What is wrapped does not count: neither the list of documents nor the `body` of a recorded
 * answer stand in a path, so that `[{"body":{"data":[{"id":"7"}]}}]` gives `data`, `data[]`, `data[].id`. Empty when
 * the text does not begin like JSON. Never throws; a text may end anywhere.
 */
export function jsonShape(head: string): ReadonlyMap<string, string> {
  const shape = new Map<string, string>();
  const open: { sign: string; path: string }[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/gsuy;
  let key = "";
  if (!/^[\s\uFEFF]*[[{]/u.test(head)) return shape;
  for (let at = 0; at < head.length; at = token.lastIndex) {
    while (isJsonSpace(head.charCodeAt(at)) || head.charCodeAt(at) === 0xfeff) at += 1;
    token.lastIndex = at;
    const [text] = token.exec(head) ?? [];
    if (text === undefined) break;
    const place = open.at(-1);
    if (text === "]" || text === "}") open.pop();
    else if (text === ":" || text === ",") continue;
    else if (place?.sign === "{" && isKey(head, token.lastIndex)) key = text.slice(1, -1);
    else {
      const path = pathWithin(place, key);
      if (open.length <= DEPTH && path !== "" && !shape.has(path)) shape.set(path, unquoted(text));
      if (text === "[" || text === "{") open.push({ sign: text, path });
    }
  }
  return shape;
}

const isKey = (head: string, after: number) => /\s*:/uy.test(head.slice(after, after + 20));

const unquoted = (text: string) => (text.startsWith('"') ? text.slice(1, -1) : "");

function pathWithin(place: { sign: string; path: string } | undefined, key: string): string {
  if (!place) return "";
  if (place.sign === "[") return place.path === "" ? "" : `${place.path}[]`;
  if (key === "body" && place.path === "") return "";
  return place.path === "" ? key : `${place.path}.${key}`;
}
