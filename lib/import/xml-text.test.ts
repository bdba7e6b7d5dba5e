import { describe, expect, it } from "vitest";
import { readXml, type XmlNode } from "./read-xml";
import { chunksOf, collect } from "./testing/read-text";
import { childrenOf, descend, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

async function tree(inner: string): Promise<XmlNode> {
  const [node] = await collect(readXml(chunksOf(`<t>${inner}</t>`), ["t"]));
  if (!node) throw new Error("no tree");
  return node;
}

describe("markedTextOf", () => {
  it.each([
    ["<italic>E. coli</italic> in CO<sub>2</sub>", "<i>E. coli</i> in CO<sub>2</sub>"],
    ["<jats:p>One\n  two.</jats:p> <jats:p>Three.</jats:p>", "One two.\n\nThree."],
    ["a <xref rid='r1'>[1]</xref> <i> </i>b", "a [1] b"],
    [
      "<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> wheels",
      "x<sup>2</sup> wheels",
    ],
    ["<tex-math>\\begin{document}$$k$$\\end{document}</tex-math>", "$k$"],
    ["<alternatives><tex-math>k</tex-math><math><mi>k</mi></math></alternatives>", "$k$"],
    ["it\u0092s &lt;5", "it’s <5"],
  ])("reads %s", async (xml, text) => {
    expect(markedTextOf(await tree(xml))).toBe(text);
  });

  it("says nothing of an element without text", async () => {
    expect(markedTextOf(await tree(" <i/> "))).toBeUndefined();
    expect(markedTextOf(undefined)).toBeUndefined();
  });
});

describe("plainTextOf", () => {
  it("drops every tag and folds white space", async () => {
    expect(plainTextOf(await tree(" <i>Gravel</i>\n slows "))).toBe("Gravel slows");
    expect(plainTextOf(undefined)).toBeUndefined();
  });
});

describe("finding elements", () => {
  it("looks at children, along a path, and anywhere below", async () => {
    const node = await tree("<a><b>1</b></a><a><b>2</b><c><b>3</b></c></a>");
    expect(childrenOf(node, "a").length).toBe(2);
    expect(plainTextOf(descend(node, "a", "b"))).toBe("1");
    expect(descend(node, "a", "x", "b")).toBeUndefined();
    expect(descendantsOf(node, "b").map(plainTextOf)).toEqual(["1", "2", "3"]);
  });
});
