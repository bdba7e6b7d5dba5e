/** A share as a bar; the numbers stand beside it in words, so the bar itself is silent. */
export function Bar({
  part,
  whole,
  className = "bg-accent",
  size = "h-2",
}: {
  part: number;
  whole: number;
  className?: string;
  size?: string;
}) {
  const percent = whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
  return (
    <span aria-hidden="true" className={`bar block flex-1 overflow-hidden rounded bg-line/70 ${size}`}>
      <span
        className={`block h-full rounded ${className}`}
        style={{ width: `${percent}%`, minWidth: part > 0 ? "3px" : undefined }}
      />
    </span>
  );
}
