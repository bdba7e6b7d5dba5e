import { expect, test } from "vitest";
import { ADMIN_SOURCE, deriveWork, type SaidOfWork } from "./derive";

const TITLE = "A census of lighthouses";
const IMPORTED = "The paper counts keepers and finds many.";
const OWN = "The authors count the keepers of forty lights.";

const said = (...words: [source: string, fields: SaidOfWork["fields"]][]) =>
  deriveWork(words.map(([source, fields], i) => ({ id: i + 1, source, fields })));

test("an admin's summary comes before that of every source, whatever came first", () => {
  const own: [string, object] = [ADMIN_SOURCE, { summary: OWN }];
  const imported: [string, object] = ["crossref", { title: TITLE, summary: IMPORTED }];
  for (const work of [said(own, imported), said(imported, own)])
    expect(work).toMatchObject({
      title: TITLE,
      summary: OWN,
      summarySource: ADMIN_SOURCE,
      summaryProblem: null,
    });
});

test("of an admin's summaries the latest counts, and an empty one takes all of them back", () => {
  const earlier: [string, object] = [ADMIN_SOURCE, { summary: OWN }];
  const later = "They found two keepers at each light.";
  expect(said(earlier, [ADMIN_SOURCE, { summary: later }]).summary).toBe(later);
  const imported: [string, object] = ["spokes", { title: TITLE, summary: IMPORTED }];
  expect(said(imported, earlier, [ADMIN_SOURCE, { summary: "" }])).toMatchObject({
    summary: IMPORTED,
    summarySource: "spokes",
  });
  expect(said(earlier, [ADMIN_SOURCE, { summary: "" }])).toMatchObject({
    summary: null,
    summarySource: null,
    summaryProblem: null,
  });
});

test("where an admin says nothing, the fields of the sources stand", () => {
  expect(
    said([ADMIN_SOURCE, { summary: OWN }], ["pith", { title: TITLE, published: "1999-05" }]),
  ).toMatchObject({
    title: TITLE,
    year: 1999,
  });
});

test("of two words of one source, that on the work itself counts before that on a work merged into it", () => {
  const said = [
    { id: 1, source: "spokes", fields: { title: "Printed", published: "2004" } },
    { id: 2, source: "spokes", fields: { title: "Preprint", venue: "A server" }, merged: true },
    { id: 3, source: "pith", fields: { title: "Saved" } },
  ];
  expect(deriveWork(said)).toMatchObject({ title: "Printed", published: "2004", venue: "A server" });
  const better = { id: 4, source: "crossref", fields: { title: "Of record" }, merged: true };
  expect(deriveWork([...said, better]).title).toBe("Of record");
});
