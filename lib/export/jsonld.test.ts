import { describe, expect, test } from "vitest";
import { jsonldFile } from "./jsonld";
import { GRAVEL, HUB, SITE, streamOf, textOf, UNKNOWN } from "./testing/citers";

type Node = Record<string, unknown> & { "@id": string };

async function graphOf(...citers: (typeof GRAVEL)[]): Promise<Node[]> {
  const file = JSON.parse(await textOf(jsonldFile(streamOf(...citers), HUB, SITE)));
  return file["@graph"];
}

const ofType = (nodes: readonly Node[], type: string) =>
  nodes.filter((node) => [node["@type"]].flat().includes(type));

describe("the citations of a hub as linked data", () => {
  test("there is one cito:Citation for each, between the works by their lasting addresses", async () => {
    const citations = ofType(await graphOf(GRAVEL, UNKNOWN), "cito:Citation");
    expect(citations).toMatchObject([
      {
        "@id": `${SITE}/citers/12#hub-7`,
        "cito:hasCitingEntity": { "@id": "https://doi.org/10.5555/gravel" },
        "cito:hasCitedEntity": { "@id": "https://doi.org/10.5555/wheels" },
        "cito:hasCitationCreationDate": { "@value": "2021-04-07", "@type": "xsd:date" },
      },
      { "cito:hasCitingEntity": { "@id": `${SITE}/citers/13#work` } },
    ]);
    expect(citations[1]).not.toHaveProperty("cito:hasCitationCharacterization");
  });

  test("a role that CiTO has is given in CiTO alone, one that is only close has our own term beside it", async () => {
    const nodes = await graphOf(GRAVEL);
    expect(ofType(nodes, "cito:Citation")[0]?.["cito:hasCitationCharacterization"]).toEqual([
      { "@id": "http://purl.org/spar/cito/usesDataFrom" },
      { "@id": "http://purl.org/spar/cito/discusses" },
      { "@id": `${SITE}/guidelines#role-baseline` },
      { "@id": "http://purl.org/spar/cito/confirms" },
    ]);
    expect(ofType(nodes, "skos:Concept")).toContainEqual(
      expect.objectContaining({
        "@id": `${SITE}/guidelines#role-baseline`,
        "skos:closeMatch": { "@id": "http://purl.org/spar/cito/discusses" },
      }),
    );
  });

  test("a sentence is an annotation that quotes the citing work, and says nothing that is only suggested", async () => {
    const [annotation] = ofType(await graphOf(GRAVEL), "oa:Annotation");
    expect(annotation).toMatchObject({
      "@id": `${SITE}/citers/12#c-40`,
      "oa:hasTarget": {
        "oa:hasSource": { "@id": "https://doi.org/10.5555/gravel" },
        "oa:hasSelector": {
          "@type": "oa:TextQuoteSelector",
          "oa:exact": "Roads wear where wheels are square [4].",
          "oa:prefix": "Wear has many causes.",
        },
      },
    });
    const suggested = { ...GRAVEL, contexts: GRAVEL.contexts.map((one) => ({ ...one, votes: null })) };
    const [bare] = ofType(await graphOf(suggested), "oa:Annotation");
    expect(bare?.["oa:hasBody"]).toEqual([{ "@id": `${SITE}/citers/12#hub-7` }]);
  });

  test("a hub without citers is a whole file too, and a self-citation is called one", async () => {
    expect(ofType(await graphOf(), "schema:ScholarlyArticle")).toHaveLength(1);
    expect(ofType(await graphOf({ ...GRAVEL, isSelf: true }), "cito:AuthorSelfCitation")).toHaveLength(1);
  });
});
