import { sourceName } from "./source-name";

/** Who supplied what stands before it. */
export function ProvenanceChip({ source }: { source: string }) {
  return (
    <span>
      from <span className="font-medium">{sourceName(source)}</span>
    </span>
  );
}
