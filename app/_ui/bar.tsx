/** A share as a bar, with a second part after the first if wanted; the numbers stand beside it in words, so it is silent. */
export function Bar({
  part,
  whole,
  className = "bg-accent",
  more = 0,
  moreClassName = "",
  size = "h-2",
}: {
  part: number;
  whole: number;
  className?: string;
  more?: number;
  moreClassName?: string;
  size?: string;
}) {
  return (
    <span aria-hidden="true" className={`bar flex flex-1 overflow-hidden rounded bg-line/70 ${size}`}>
      <Length part={part} whole={whole} className={className} />
      <Length part={more} whole={whole} className={moreClassName} />
    </span>
  );
}

function Length({ part, whole, className }: { part: number; whole: number; className: string }) {
  if (part === 0 || whole === 0) return null;
  const percent = Math.min(100, (100 * part) / whole);
  return (
    <span
      className={`block h-full first:rounded-s last:rounded-e ${className}`}
      style={{ width: `${percent}%`, minWidth: "3px" }}
    />
  );
}
