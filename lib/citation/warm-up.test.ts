import { describe, expect, test } from "vitest";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { checkWarmUp, type WarmUpItem } from "@/lib/citation/warm-up";
import { WARM_UP_ITEMS } from "@/lib/citation/warm-up-items";

const named = WARM_UP_ITEMS.map((item) => [item.id, item] as const);

function itemOf(id: string): WarmUpItem {
  const item = WARM_UP_ITEMS.find((one) => one.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

const rightAnswer = ({ role, polarity, basis }: WarmUpItem) => ({
  role: role.accepted[0],
  polarity: polarity.accepted[0],
  basis: basis?.accepted[0] ?? null,
});

describe("the items", () => {
  test("are five, of five hubs, and differ in name", () => {
    expect(new Set(WARM_UP_ITEMS.map(({ id }) => id)).size).toBe(5);
    expect(new Set(WARM_UP_ITEMS.map(({ hub }) => hub.title)).size).toBe(5);
  });

  test.each(named)("%s marks whole citations and nothing else", (_id, { text, markers }) => {
    expect(markers).toHaveLength(1);
    for (const { start, end } of markers)
      expect(text.slice(start, end)).toMatch(/^(\[\d+\]|[A-Z].* \(\d{4}\))$/);
  });

  test.each(named)("%s asks for a basis exactly when the right polarity judges", (_id, item) => {
    const judges = item.polarity.accepted.every((one) =>
      ["supporting", "mixed", "contrasting"].includes(one),
    );
    expect(item.basis !== null).toBe(judges);
  });

  test.each(named)("%s calls no accepted answer a mistake", (_id, { role, polarity, basis }) => {
    for (const key of [role, polarity, basis])
      for (const value of key?.accepted ?? []) expect(Object.keys(key?.mistakes ?? {})).not.toContain(value);
  });

  test("practise four roles and four polarities", () => {
    const answers = WARM_UP_ITEMS.map(rightAnswer);
    expect(new Set(answers.map(({ role }) => role)).size).toBe(4);
    expect(new Set(answers.map(({ polarity }) => polarity)).size).toBe(4);
  });
});

describe("checking an answer", () => {
  test.each(named)("%s: the right answer is right on every axis, and why is said", (_id, item) => {
    const verdict = checkWarmUp(item, rightAnswer(item));
    expect(verdict.role).toEqual({ right: true, explanation: item.role.because });
    expect(verdict.polarity).toEqual({ right: true, explanation: item.polarity.because });
    expect(verdict.basis).toEqual(item.basis && { right: true, explanation: item.basis.because });
  });

  test.each(named)("%s: every value that is not accepted is wrong, with an explanation", (_id, item) => {
    const right = rightAnswer(item);
    for (const role of ROLES)
      expect(checkWarmUp(item, { ...right, role }).role.right).toBe(item.role.accepted.includes(role));
    for (const polarity of POLARITIES)
      expect(checkWarmUp(item, { ...right, polarity }).polarity.right).toBe(
        item.polarity.accepted.includes(polarity),
      );
    for (const basis of EVIDENCE_BASES)
      expect(checkWarmUp(item, { ...right, basis }).basis?.right).toBe(item.basis?.accepted.includes(basis));
  });

  test("a likely mistake is answered by what speaks against it, and then by what is right", () => {
    const item = itemOf("bees");
    const { role } = checkWarmUp(item, { ...rightAnswer(item), role: "background" });
    expect(role.right).toBe(false);
    expect(role.explanation).toBe(`${item.role.mistakes.background} ${item.role.because}`);
  });

  test("an unlikely mistake is answered by what is right", () => {
    const item = itemOf("bees");
    const { role } = checkWarmUp(item, { ...rightAnswer(item), role: "software" });
    expect(role).toEqual({ right: false, explanation: item.role.because });
  });

  test("no answer is not right", () => {
    const verdict = checkWarmUp(itemOf("stairs"), { role: null, polarity: null, basis: null });
    expect([verdict.role.right, verdict.polarity.right, verdict.basis?.right]).toEqual([false, false, false]);
  });

  test("where the right polarity takes no basis, a basis is not judged", () => {
    const verdict = checkWarmUp(itemOf("umbrellas"), {
      role: "dataset",
      polarity: "supporting",
      basis: "relies_on",
    });
    expect(verdict.basis).toBeNull();
  });
});
