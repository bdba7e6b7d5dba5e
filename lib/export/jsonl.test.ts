import { expect, test } from "vitest";
import { jsonlFile } from "./jsonl";
import { GRAVEL, HUB, SITE, streamOf, textOf, UNKNOWN } from "./testing/citers";

test("each line is one citation with its label, the votes counted, and its sentences with their permalinks", async () => {
  const lines = (await textOf(jsonlFile(streamOf(GRAVEL, UNKNOWN), HUB, SITE))).split("\n");
  expect(lines).toHaveLength(3);
  const [gravel, unknown] = lines.slice(0, 2).map((line) => JSON.parse(line));
  expect(gravel).toMatchObject({
    hub: { page: `${SITE}/hubs/wheels`, ids: ["https://doi.org/10.5555/wheels"] },
    citer: { page: `${SITE}/citers/12`, title: GRAVEL.title },
    isSelf: false,
    label: { polarity: "supporting", votes: 3, contested: false },
    claims: [{ number: 2, verdict: "contrasting", strength: "single" }],
    contexts: [
      {
        page: `${SITE}/citers/12#c-40`,
        votes: { polarity: { counts: { supporting: 2, unclear: 1 } } },
        suggestions: [{ label: "positive", polarity: "supporting", source: "model-a" }],
      },
    ],
  });
  expect(unknown).toEqual({
    hub: gravel.hub,
    citer: { page: `${SITE}/citers/13`, authorsComplete: true },
    isSelf: false,
    isInfluential: false,
    contextGap: "no_full_text",
    label: { state: "unlabelled", votes: 0, contested: false },
    contexts: [],
  });
});
