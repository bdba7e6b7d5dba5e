import { expect, test } from "vitest";
import { scholarlyArticle } from "./scholarly-article";

test("a work is told in plain words, with what is not known left out", () => {
  const work = {
    title: "CO<sub>2</sub> of training",
    authors: [{ name: "Ada Ink" }],
    published: "2021-04",
    venue: null,
    abstract: null,
    identifiers: [{ scheme: "arxiv", value: "2104.10350" } as const],
  };
  const told = scholarlyArticle(work, "https://spokes.example.org/hubs/co2");
  expect(JSON.parse(JSON.stringify(told))).toEqual({
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    name: "CO2 of training",
    author: [{ "@type": "Person", name: "Ada Ink" }],
    datePublished: "2021-04",
    identifier: ["arXiv:2104.10350"],
    sameAs: ["https://arxiv.org/abs/2104.10350"],
    mainEntityOfPage: "https://spokes.example.org/hubs/co2",
  });
});
