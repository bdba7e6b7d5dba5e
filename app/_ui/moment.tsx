import { formatPartialDate } from "@/lib/citation/partial-date";

/** A day in Greenwich: "3 May 2026". */
export function Day({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {dayOf(at)}
    </time>
  );
}

/** A moment in Greenwich to the minute: "3 May 2026, 14:05 UTC". */
export function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {dayOf(at)}, {at.toISOString().slice(11, 16)}&nbsp;UTC
    </time>
  );
}

const dayOf = (at: Date) => formatPartialDate(at.toISOString().slice(0, 10));
