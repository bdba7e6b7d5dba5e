import { type Identifier, identifierLabel, identifierUrl } from "@/lib/citation/identifiers";

/** A work's identifiers, each a link to the record that it names. */
export function IdentifierLinks({ identifiers }: { identifiers: readonly Identifier[] }) {
  if (identifiers.length === 0) return <p className="mt-2.5 text-small text-soft">No identifier is known.</p>;
  return (
    <ul
      aria-label="Identifiers"
      className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-small [overflow-wrap:anywhere]"
    >
      {identifiers.map((identifier) => (
        <li key={identifierLabel(identifier)}>
          <a href={identifierUrl(identifier)}>{identifierLabel(identifier)}</a>
        </li>
      ))}
    </ul>
  );
}
