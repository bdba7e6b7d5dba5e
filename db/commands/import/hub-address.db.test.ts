import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { hub, NOISE, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";

test("a hub of which only an identifier is known gets its address from that", async ({ connection }) => {
  const named = work("hub", {}, [{ scheme: "openalex", value: "W3046863325" }]);
  const report = await takeRecords(connection, [...NOISE, named, hub("hub")]);
  expect(report.hubs).toContain("openalex-w3046863325");
});
