import { expect, test } from "vitest";
import { keepRouterState } from "./router-state.mjs";

/** What is left of such a header. */
const left = (said: string | string[]) => {
  const headers: Record<string, string | string[]> = { accept: "*/*", "next-router-state-tree": said };
  keepRouterState(headers);
  return headers["next-router-state-tree"];
};

test("what Next's client says of its pages is kept", () => {
  for (const state of [
    ["", {}],
    ["", { children: ["hubs", { children: ["__PAGE__", {}, null, "refetch"] }, null, null, 4] }],
    ["", { children: [["slug", "a", "d", null], {}] }],
  ]) {
    const said = encodeURIComponent(JSON.stringify(state));
    expect(left(said)).toBe(said);
  }
});

test("what is no such state is taken away, so that nobody makes a fault of ours of it", () => {
  const others = [
    "",
    "x",
    "%",
    "%ff",
    "{}",
    "[]",
    "null",
    '["",1]',
    '[["slug","a","d"],{}]',
    "[".repeat(9000),
  ];
  for (const said of [...others, ["[]", "[]"]]) expect(left(said), String(said)).toBeUndefined();
});
