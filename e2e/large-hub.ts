/** A hub with more citers than one page of any list holds, as an interchange file; everything in it is invented. */
export function largeHub(citers: number): string {
  const hub = "doi:10.5555/large";
  const lines = [
    { type: "spokes", version: 1, source: "test" },
    {
      type: "hub",
      demonstration: true,
      work: { title: "A hub with many citing papers", identifiers: [hub], published: "1990" },
    },
    ...Array.from({ length: citers }, (_, i) => ({
      type: "citation",
      hub,
      work: {
        title: `Paper ${i} on the many`,
        identifiers: [`${hub}.${i}`],
        published: i % 7 === 0 ? undefined : String(1991 + (i % 30)),
        citedByCount: i % 5,
      },
    })),
  ];
  return lines.map((line) => JSON.stringify(line)).join("\n");
}
