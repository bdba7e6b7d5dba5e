import { expect, test } from "vitest";
import { persistentAddress } from "./persistent-address";

test("the lasting address is that of the DOI, also of the one that arXiv gives", () => {
  expect(persistentAddress([{ scheme: "arxiv", value: "2104.10350" }])).toBe(
    "https://doi.org/10.48550/arxiv.2104.10350",
  );
  expect(persistentAddress([{ scheme: "acl", value: "W06-1615" }])).toBe("https://aclanthology.org/W06-1615");
  expect(persistentAddress([])).toBeNull();
});
