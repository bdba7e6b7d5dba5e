import { describe, expect, it } from "vitest";
import { HEAD_LENGTH, readHead } from "./head";
import { collect } from "./testing/read-text";

describe("readHead", () => {
  it("gives the beginning, and then the whole text again", async () => {
    const text = "x".repeat(HEAD_LENGTH - 3) + "yyyyyy".repeat(10);
    async function* pieces() {
      for (let at = 0; at < text.length; at += 1000) yield text.slice(at, at + 1000);
    }
    const { head, chunks } = await readHead(pieces());
    expect(head).toBe(text.slice(0, HEAD_LENGTH));
    expect((await collect(chunks)).join("")).toBe(text);
  });

  it("reads no further than it must", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield "x".repeat(HEAD_LENGTH / 2);
      }
    }
    await readHead(endless());
    expect(given).toBe(2);
  });

  it("closes the source when the reader stops early, even before the held part is used up", async () => {
    for (const wanted of [1, 3]) {
      let closed = false;
      async function* source() {
        try {
          for (;;) yield "x".repeat(HEAD_LENGTH / 2);
        } finally {
          closed = true;
        }
      }
      const { chunks } = await readHead(source());
      let taken = 0;
      for await (const _ of chunks) if (++taken === wanted) break;
      expect(closed).toBe(true);
    }
  });
});
