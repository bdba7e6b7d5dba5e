import { count, withThousands } from "@/lib/citation/count";

/** A number of bytes for people: "812 bytes", "40 kB", "12.5 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  const tenths = Math.round(bytes / 100_000);
  const whole = withThousands(Math.floor(tenths / 10));
  return `${whole}${tenths % 10 === 0 ? "" : `.${tenths % 10}`} MB`;
}
