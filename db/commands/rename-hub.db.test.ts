import { expect } from "vitest";
import { getHub, getNewSlug } from "@/db/queries/hub";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/administered";
import { takeRecords } from "@/db/testing/take-records";
import { votableHub } from "@/db/testing/votable";
import { renameHub } from "./rename-hub";

test("a renamed hub is at its new address, and every old one leads there at once", async ({
  db,
  world: { act, hubId },
}) => {
  await renameHub(db, { ...act, slug: "lights" });
  expect(await lastAct(db)).toMatchObject({
    actorId: act.byUserId,
    action: "hub.rename",
    subject: `hub:${hubId}`,
    detail: { from: "keepers", to: "lights" },
  });
  await renameHub(db, { ...act, slug: "lamps" });
  expect((await getHub(db, "lamps"))?.id).toBe(hubId);
  expect(await getHub(db, "keepers")).toBeNull();
  expect(await getNewSlug(db, "keepers")).toBe("lamps");
  expect(await getNewSlug(db, "lights")).toBe("lamps");
  expect(await getNewSlug(db, "noise")).toBeNull();
});

test("a hub may go back to an address of its own", async ({ db, world: { act, hubId } }) => {
  await renameHub(db, { ...act, slug: "lights" });
  await renameHub(db, { ...act, slug: "keepers" });
  expect((await getHub(db, "keepers"))?.id).toBe(hubId);
  expect(await getNewSlug(db, "keepers")).toBeNull();
  expect(await getNewSlug(db, "lights")).toBe("keepers");
});

test("no hub gets an address that another one has or had", async ({ db, world: { act, noiseId } }) => {
  await expect(renameHub(db, { ...act, slug: "noise" })).rejects.toThrow("Another hub is at /hubs/noise.");
  await expect(renameHub(db, { ...act, slug: "keepers" })).rejects.toThrow("has already");
  await renameHub(db, { ...act, slug: "lights" });
  await expect(renameHub(db, { ...act, hubId: noiseId, slug: "keepers" })).rejects.toThrow(
    "/hubs/keepers leads to a hub that had it before.",
  );
  expect((await getHub(db, "noise"))?.id).toBe(noiseId);
});

test("an imported hub gets no address that leads to another one, and the same file again changes no address", async ({
  connection,
  world: { act },
}) => {
  const { db } = connection;
  await renameHub(db, { ...act, slug: "lights" });
  const { hubs: again } = await takeRecords(connection, votableHub("keepers", 4));
  expect(again).toEqual(["lights"]);
  const { hubs } = await takeRecords(connection, [
    {
      kind: "work",
      key: "w",
      fields: { title: "Of other keepers altogether" },
      identifiers: [],
      source: "spokes",
    },
    { kind: "hub", work: "w", slug: "keepers" },
  ]);
  expect(hubs).toEqual(["keepers-2"]);
});
