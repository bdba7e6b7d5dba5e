import { describe, expect, test } from "vitest";
import { parseWorkId, pathPart } from "./work-id";

describe("what names a work", () => {
  test.each([
    ["doi:10.1000/ABC", "doi:10.1000/abc"],
    ["10.1000/abc", "doi:10.1000/abc"],
    ["https://doi.org/10.1000/abc?utm_source=x", "doi:10.1000/abc"],
    ["https://dx.doi.org/10.48550/arXiv.2104.10350", "arxiv:2104.10350"],
    ["arxiv:2104.10350v3", "arxiv:2104.10350"],
    ["https://arxiv.org/pdf/math/0309136.pdf", "arxiv:math/0309136"],
    ["openalex:w42", "openalex:W42"],
    ["https://openalex.org/W42", "openalex:W42"],
    [`s2:${"0A".repeat(20)}`, `s2:${"0a".repeat(20)}`],
    [`https://www.semanticscholar.org/paper/A-title/${"0a".repeat(20)}`, `s2:${"0a".repeat(20)}`],
    ["pmid:12345", "pmid:12345"],
    ["https://pubmed.ncbi.nlm.nih.gov/12345/", "pmid:12345"],
  ])("%s is %s", (text, name) => {
    const found = parseWorkId(text);
    expect(`${found?.scheme}:${found?.value}`).toBe(name);
  });

  test.each([
    "",
    "https://example.org/10.1000/abc",
    "http://127.0.0.1/doi.org/10.1000/abc",
    "https://doi.org.example.org/10.1000/abc",
    "file:///etc/passwd",
    "s2:42",
    "pmcid:PMC42",
    "acl:P18-1001",
    "A title of a paper",
  ])("%s is none", (text) => {
    expect(parseWorkId(text)).toBeNull();
  });
});

describe("an identifier in a path", () => {
  test("keeps slashes and encodes all that means something in an address", () => {
    expect(pathPart("10.1000/a?b#c d")).toBe("10.1000/a%3Fb%23c%20d");
  });

  test.each(["10.1000/../../admin", "10.1000//x", "10.1000/./x"])("%s takes no step upwards", (value) => {
    const address = new URL(`https://example.org/works/${pathPart(value)}`);
    expect(address.pathname.startsWith("/works/10.1000%2F")).toBe(true);
  });
});
