import { KeyCap } from "@/app/_ui/key-cap";
import { EXAMPLE_HUB } from "@/lib/citation/guideline-example";

/** What one must know of the invented hub to read the examples, and how the keys are to be read. */
export function ExampleHub() {
  const { citation, claims, offers } = EXAMPLE_HUB;
  return (
    <div className="mt-6 max-w-[596px] border-s-[3px] border-mixed ps-4 text-ui text-soft">
      <p>
        All examples speak of one hub, which is invented like everything in them, and cite it as [12]:{" "}
        <cite className="text-ink not-italic">{citation}</cite>. It claims:
      </p>
      <ol className="mt-1 list-decimal ps-5">
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ol>
      <p className="mt-1">
        It offers {offers.slice(0, -1).join("; ")}; and {offers.at(-1)}.
      </p>
      <p className="mt-3">
        A key such as <KeyCap>7</KeyCap> gives the label where you vote; with shift, the key of a role adds a
        further role.
      </p>
    </div>
  );
}
