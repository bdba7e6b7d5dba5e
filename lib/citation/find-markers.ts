/**
 * Every place where the marker stands in the text, as half-open ranges of UTF-16 units; none for an empty marker.
 * White space around the marker does not count.
 */
export function findMarkers(text: string, marker: string): { start: number; end: number }[] {
  const sought = marker.trim();
  const found: { start: number; end: number }[] = [];
  if (sought === "") return found;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
    found.push({ start: at, end: at + sought.length });
  return found;
}
