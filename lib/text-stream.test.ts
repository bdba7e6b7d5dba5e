import { expect, test, vi } from "vitest";
import { textStream } from "./text-stream";

async function* pieces(count: number, log: string[] = []) {
  try {
    for (let n = 0; n < count; n += 1) {
      log.push("read");
      yield "ä".repeat(1000);
    }
  } finally {
    log.push("closed");
  }
}

test("all pieces arrive as UTF-8, in few chunks, and the end is told once", async () => {
  const onEnd = vi.fn();
  const text = await new Response(textStream(pieces(500), onEnd)).text();
  expect(text).toBe("ä".repeat(500_000));
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test("no more is read than is taken, and a reader who leaves closes what was open", async () => {
  const log: string[] = [];
  const onEnd = vi.fn();
  const reader = textStream(pieces(100_000, log), onEnd).getReader();
  await reader.read();
  expect(log.length).toBeLessThan(500);
  await reader.cancel();
  expect(log.at(-1)).toBe("closed");
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test("a failure on the way ends the stream with an error instead of an end that looks whole", async () => {
  async function* failing() {
    yield "one";
    throw new Error("the database is gone");
  }
  const onEnd = vi.fn();
  await expect(new Response(textStream(failing(), onEnd)).text()).rejects.toThrow("the database is gone");
  expect(onEnd).toHaveBeenCalledTimes(1);
});
