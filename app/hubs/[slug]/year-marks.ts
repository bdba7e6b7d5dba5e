/** A flag above the columns: its words stand beside its pole, to the right of it (`start`) or to the left (`end`). */
export interface PlacedMark<Mark> {
  mark: Mark;
  x: number;
  /** 0 is the upper line. */
  line: number;
  anchor: "start" | "end";
}

/**
 * Puts one or two flags on lines of their own, so that no pole runs through the words of the other. `room` is how long
 * the words are at most, `width` how wide the drawing is.
 */
export function placeMarks<Mark>(
  marks: readonly { mark: Mark; x: number }[],
  { room, width }: { room: number; width: number },
): PlacedMark<Mark>[] {
  const [left, right] = [...marks].sort((a, b) => a.x - b.x);
  if (left === undefined) return [];
  if (right === undefined) return [{ ...left, line: 0, anchor: left.x + room <= width ? "start" : "end" }];
  if (right.x + room <= width)
    return [
      { ...left, line: 0, anchor: "start" },
      { ...right, line: 1, anchor: "start" },
    ];
  return [
    { ...right, line: 0, anchor: "end" },
    { ...left, line: 1, anchor: left.x >= room ? "end" : "start" },
  ];
}
