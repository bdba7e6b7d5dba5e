import { expect, test } from "vitest";
import { type Page, walkPages } from "./walk-pages";

async function rowsOf(getPage: (token: string) => Page, ceiling = 1000) {
  const rows: unknown[] = [];
  let failure: string | null = null;
  try {
    for await (const { row } of walkPages(async (token) => getPage(token), "0", ceiling)) rows.push(row);
  } catch (error) {
    failure = String(error);
  }
  return { rows, failure };
}

test("a list is read to its end, over empty pages in its middle", async () => {
  const pages: Record<string, Page> = {
    "0": { rows: ["a", "b"], next: "1" },
    "1": { rows: [], next: "2" },
    "2": { rows: ["c"], next: null },
  };
  expect(await rowsOf((token) => pages[token] ?? { rows: [], next: null })).toEqual({
    rows: ["a", "b", "c"],
    failure: null,
  });
});

test("a list is read up to the ceiling and not one page further", async () => {
  let asked = 0;
  const { rows } = await rowsOf((token) => {
    asked += 1;
    return { rows: [`${token}a`, `${token}b`], next: String(Number(token) + 1) };
  }, 4);
  expect(rows).toEqual(["0a", "0b", "1a", "1b"]);
  expect(asked).toBe(2);
});

test("a cursor that leads back to itself ends the list with a reason", async () => {
  const { rows, failure } = await rowsOf((token) => ({ rows: [token], next: token === "0" ? "1" : "0" }));
  expect(rows).toEqual(["0", "1"]);
  expect(failure).toContain("the same page again and again");
});

test("one page under ever new cursors ends the list with a reason", async () => {
  const { rows, failure } = await rowsOf((token) => ({
    rows: ["a", "b"],
    next: String(Number(token) + 1),
  }));
  expect(rows).toEqual(["a", "b"]);
  expect(failure).toContain("the same page again and again");
});

test("ever more empty pages end the list with a reason", async () => {
  const { failure } = await rowsOf((token) => ({ rows: [], next: String(Number(token) + 1) }));
  expect(failure).toContain("one empty page after the other");
});
