import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PageCache } from "./pages.mjs";

const of = (...paths: string[]) => ({ tags: paths.map((path) => `_N_T_${path}`), bytes: 10 });

describe("a page that is held ready", () => {
  test("is given out until its path changes", () => {
    const cache = new PageCache(100);
    expect(cache.get("a")).toBeNull();
    cache.set("a", "A1", of("/hubs/a"));
    cache.invalidate(["/hubs/b"]);
    expect(cache.get("a")).toBe("A1");
    cache.invalidate(["/hubs/a"]);
    expect(cache.get("a")).toBeNull();
  });

  test("is dropped when everything may have changed", () => {
    const cache = new PageCache(100);
    cache.get("a");
    cache.set("a", "A1", of("/hubs/a"));
    cache.invalidate("all");
    expect(cache.get("a")).toBeNull();
  });

  test("is not kept when its path changed while it was being rendered", () => {
    const cache = new PageCache(100);
    cache.get("a");
    cache.invalidate(["/hubs/a"]);
    cache.set("a", "old", of("/hubs/a"));
    expect(cache.get("a")).toBeNull();
    cache.set("a", "new", of("/hubs/a"));
    expect(cache.get("a")).toBe("new");
  });

  test("makes room for newer ones, the least recently read first", () => {
    const cache = new PageCache(25);
    for (const key of ["a", "b"]) {
      cache.get(key);
      cache.set(key, key, of(`/${key}`));
    }
    cache.get("a");
    cache.get("c");
    cache.set("c", "c", of("/c"));
    expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual(["a", null, "c"]);
  });
});

test("whatever happens in whatever order, no page is older than the last change of its path, and the limit holds", () => {
  const path = fc.constantFrom("/a", "/b", "/c");
  const step = fc.oneof(
    fc.record({ do: fc.constant("begin" as const), path }),
    fc.record({ do: fc.constant("finish" as const), path }),
    fc.record({ do: fc.constant("change" as const), path }),
    fc.record({ do: fc.constant("change all" as const), path }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cache = new PageCache(25);
      const state = new Map([
        ["/a", 0],
        ["/b", 0],
        ["/c", 0],
      ]);
      const rendering = new Map<string, number>();
      for (const { do: what, path } of steps) {
        const now = state.get(path) ?? 0;
        if (what === "begin") {
          const held = cache.get(path);
          if (held === null) rendering.set(path, rendering.get(path) ?? now);
          else expect(held).toBe(now);
        } else if (what === "finish") {
          const seen = rendering.get(path);
          if (seen !== undefined) cache.set(path, seen, of(path));
          rendering.delete(path);
        } else {
          for (const changed of what === "change" ? [path] : [...state.keys()])
            state.set(changed, (state.get(changed) ?? 0) + 1);
          cache.invalidate(what === "change" ? [path] : "all");
        }
        expect(cache.bytes).toBeLessThanOrEqual(25);
      }
    }),
    { numRuns: 500 },
  );
});
