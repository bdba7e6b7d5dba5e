import { expect, test } from "vitest";
import "./measured-pages.mjs";

const data = Buffer.alloc(100_000, "page");

test("the data of a page are not spelled out when Next takes its length", () => {
  expect(JSON.stringify({ kind: "APP_PAGE", html: "<p>", rscData: data }).length).toBeLessThan(100);
});

test("any other Buffer is written as ever", () => {
  const { body } = JSON.parse(JSON.stringify({ body: data }));
  expect(Buffer.from(body)).toEqual(data);
  expect(JSON.stringify(Buffer.from("ab"))).toBe('{"type":"Buffer","data":[97,98]}');
});
