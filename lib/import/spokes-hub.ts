import { z } from "zod";
import { present } from "./present";
import type { Parsed } from "./record";
import { rejection } from "./remark";
import { within } from "./spokes-citation";
import { Claim, HubEntry, Reported } from "./spokes-schema";
import { type Place, readEntry, readWorkOrRef } from "./spokes-work";

const unread = z.array(z.unknown()).nullish();
const HubFrame = HubEntry.extend({ work: z.unknown(), claims: unread, reported: unread });

/** A hub line becomes its work, the hub, its claims and the counts that were reported of it. */
export function readHub(raw: unknown, place: Place): Parsed[] {
  const entry = readEntry(HubFrame, raw);
  if ("refused" in entry) return [rejection(place.where, entry.refused)];
  const { slug, demonstration, claims, reported } = entry.value;
  const here = { where: place.where, source: entry.value.source || place.source };
  const work = readWorkOrRef(entry.value.work, here);
  if ("refused" in work) return [rejection(place.where, `work: ${work.refused}`)];
  const parsed: Parsed[] = [...work.parsed];
  parsed.push({ kind: "hub", work: work.key, ...present({ slug, demonstration }) });
  claims?.forEach((claim, index) => {
    const read = readEntry(Claim, claim);
    if ("refused" in read) parsed.push(rejection(within(here, "claims", index).where, read.refused));
    else {
      const { number, text, quote, place } = read.value;
      parsed.push({ kind: "claim", hub: work.key, number, text, ...present({ quote, place }) });
    }
  });
  reported?.forEach((report, index) => {
    const read = readEntry(Reported, report);
    if ("refused" in read) parsed.push(rejection(within(here, "reported", index).where, read.refused));
    else {
      const { axis, value, count, total } = read.value;
      const source = read.value.source || here.source;
      parsed.push({
        kind: "reported_count",
        hub: work.key,
        axis,
        value,
        count,
        source,
        ...present({ total }),
      });
    }
  });
  return parsed;
}
