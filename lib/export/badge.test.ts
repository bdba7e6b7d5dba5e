import { expect, test } from "vitest";
import { badgeSvg } from "./badge";

const NONE = { supporting: 0, mixed: 0, neutral: 0, contrasting: 0 };

test("a badge says its polarities and how many citers they are of, in signs and in words", () => {
  const svg = badgeSvg("Wheels & Roads", {
    citers: 1200,
    polarities: { ...NONE, supporting: 12, contrasting: 3 },
    undecided: 5,
  });
  expect(svg).toContain(">+ 12  − 3 · 15 of 1,200 citers</text>");
  const label =
    "Spokes: 1,200 citers known, 15 with a polarity: 12 supporting, 3 contrasting, 5 undecided. Wheels &amp; Roads";
  expect(svg).toContain(`<title>${label}</title>`);
  expect(svg).toContain(`role="img" aria-label="${label}"`);
  expect(svg.match(/height="5" fill/gu)).toHaveLength(3);
});

test("a hub without labels, and one without citers, says so", () => {
  expect(badgeSvg("x", { citers: 1, polarities: NONE, undecided: 0 })).toContain(
    "no polarity yet · 1 citer<",
  );
  expect(badgeSvg("x", { citers: 0, polarities: NONE, undecided: 0 })).toContain(
    "no polarity yet · 0 citers<",
  );
});

test("a title cannot break out of the picture", () => {
  const svg = badgeSvg('"><script>alert(1)</script>\u0000', { citers: 1, polarities: NONE, undecided: 0 });
  expect(svg).not.toContain("<script");
  expect(svg).not.toContain("\u0000");
});
