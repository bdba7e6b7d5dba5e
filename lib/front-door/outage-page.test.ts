import { expect, test } from "vitest";
import { outagePage } from "./outage-page.mjs";

const ACTION = { name: "$ACTION_1:0", value: '{"id":"4f","bound":"$@1"}' };

test("what was written is read again and sent again as it was, whatever signs stand in it", () => {
  const note = `"><script>alert('1')</script>\r\n& so on`;
  const page = outagePage({ saved: "nothing", fields: [ACTION, { name: "own_note", value: note }] });
  expect(page).not.toContain("<script>alert");
  expect(page).toContain("Nothing was saved. What you wrote is still here.");
  expect(page).toContain(">Own note</dt>");
  const values = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const decoded = (text = "") =>
    text
      .replaceAll("&#13;", "\r")
      .replaceAll("&#10;", "\n")
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  expect(values.map(([, name, value]) => [name, decoded(value)])).toEqual([
    [ACTION.name, ACTION.value],
    ["own_note", note],
  ]);
});

test("a password is asked for again and never given back", () => {
  const fields = ["password", "newPassword"].map((name) => ({ name, value: "a wheel of words" }));
  const page = outagePage({ saved: "nothing", fields });
  expect(page).not.toContain("wheel");
  expect(page.match(/type="password"/g)).toHaveLength(2);
  expect(page).toContain("New password, again");
});

test("what a page put into its form for itself is sent again and not shown", () => {
  const fields = [
    ["hubId", "17"],
    ["target", "context-12"],
    ["from", "/hubs/demonstration?q=a"],
    ["submission", "0b5c1d0e-5c0f-4a57-9a3c-5d8f0d9a0c11"],
  ].map(([name = "", value = ""]) => ({ name, value }));
  const page = outagePage({ saved: "nothing", fields });
  expect(page).not.toContain("<dt");
  expect(page.match(/type="hidden"/g)).toHaveLength(4);
});

test("where it may have been saved, and where nothing was sent, it says so", () => {
  expect(outagePage({ saved: "perhaps", fields: [] })).toContain("look before you send it again");
  expect(outagePage({ saved: "nothing", fields: null })).toContain("Go back and send it again");
  expect(outagePage(null)).toContain("Nothing is lost");
});
