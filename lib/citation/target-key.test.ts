import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTargetKey, parseTargetKey } from "@/lib/citation/target-key";

const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe("the address of a target", () => {
  it("names a sentence by its own number", () => {
    expect(formatTargetKey({ hubId: 12, workId: 34, contextId: 56 })).toBe("context-56");
  });

  it("names a paper as a whole by hub and work", () => {
    expect(formatTargetKey({ hubId: 12, workId: 34, contextId: null })).toBe("paper-12-34");
  });

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(id, id, fc.option(id), (hubId, workId, contextId) => {
        expect(parseTargetKey(formatTargetKey({ hubId, workId, contextId }))).toEqual(
          contextId === null ? { kind: "paper", hubId, workId } : { kind: "context", contextId },
        );
      }),
    );
  });

  it("is the only address of what it names", () => {
    const texts = fc.oneof(fc.stringMatching(/^(context|paper)(-\d{1,3}){1,3}$/), fc.string());
    fc.assert(
      fc.property(texts, (text) => {
        const key = parseTargetKey(text);
        if (key === null) return;
        const target = { hubId: 0, workId: 0, contextId: null, ...key };
        expect(formatTargetKey(target)).toBe(text);
      }),
    );
  });

  it.each([
    "",
    "context",
    "context-",
    "context-0",
    "context-056",
    "context--56",
    "context-+56",
    "context-5.6",
    "context-5e6",
    "context-٥٦",
    "context-56-78",
    "context-56\n",
    " context-56",
    "Context-56",
    "context-9007199254740992",
    "paper-12",
    "paper-12-0",
    "paper-012-34",
    "paper-12-34-56",
    "paper-12-9007199254740992",
    "paper-9007199254740992-34",
    "work-12-34",
  ])("is not %j", (text) => {
    expect(parseTargetKey(text)).toBeNull();
  });
});
