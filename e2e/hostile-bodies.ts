import type { Probe } from "./probe";

/** What takes the place of an action's arguments. */
const ARGUMENTS = ["[]", "{}", '["$K1"]', '["$undefined","$undefined"]', '[{"error":null},{"entries":1}]'];
/** What is no arguments at all. */
const NO_ARGUMENTS = [
  ...["null", '"x"', '["$1","$2"]', '["$F1"]', '["$@1"]', "[", "[".repeat(900), ""],
  ...['[{"__proto__":{"x":1}},"$K9"]', `[${"[],".repeat(900)}1]`],
];
const REFERENCES = [
  "{}",
  "[",
  '{"id":"ff","bound":null}',
  '{"id":"ID","bound":null}',
  '{"id":"ID","bound":"$@1"}',
];
const FIELDS = ["$ACTION_ID_ff", "$ACTION_ID_", "$ACTION_REF_1", "$ACTION_KEY", "__proto__", "0", ""];
const IDS = ["ff", "../x", "f".repeat(42)];

interface Body {
  type: string;
  body: string;
  /** The header by which script names the action. */
  action?: string;
}

/** A form as a browser writes it. */
function formOf(parts: readonly (readonly [string, string])[]): Body {
  const boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
  const fields = parts.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${fields.join("")}--${boundary}--\r\n` };
}

function bodiesFor(id: string): Body[] {
  const withoutScript = (reference: string, bound: string) =>
    formOf([
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", reference.replace("ID", id)],
      ["$ACTION_1:1", bound],
      ["$ACTION_KEY", "k"],
    ]);
  return [
    ...ARGUMENTS.map((text) => ({ ...formOf([["0", text]]), action: id })),
    ...NO_ARGUMENTS.map((text) => ({ ...formOf([["0", text]]), action: id })),
    ...IDS.map((action) => ({ ...formOf([["0", "[]"]]), action })),
    ...FIELDS.map((name) => formOf([[name, "x"]])),
    ...REFERENCES.flatMap((reference) =>
      [...ARGUMENTS, ...NO_ARGUMENTS].map((bound) => ({
        ...withoutScript(reference, bound),
      })),
    ),
    { ...formOf([["0", "[]"]]), body: "broken off", action: id },
    { type: "multipart/form-data", body: "no boundary", action: id },
    { type: "text/plain;charset=UTF-8", body: "[]", action: id },
    { type: "application/x-www-form-urlencoded", body: "a=%ff&a=1" },
    { type: "application/octet-stream", body: "\0\u0001", action: id },
  ];
}

/** Requests that put something else in the place of the form that an action takes. */
export function hostileBodies(
  { id, path }: { id: string; path: string },
  headers: Record<string, string>,
): Probe[] {
  return bodiesFor(id).map(({ type, body, action }) => ({
    method: "POST",
    path,
    body,
    headers: {
      ...headers,
      "content-type": type,
      "content-length": String(Buffer.byteLength(body)),
      ...(action === undefined ? {} : { "next-action": action }),
    },
  }));
}
