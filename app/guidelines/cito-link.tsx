import { type CitoTerm, citoUrl } from "@/lib/citation/cito";

/** A term of CiTO, linked to its definition; ≈ stands before one that means only nearly the same. */
export function CitoLink({ of }: { of: CitoTerm }) {
  return (
    <>
      {of.close ? (
        <>
          <span aria-hidden="true" title="nearly">
            ≈{" "}
          </span>
          <span className="sr-only">nearly </span>
        </>
      ) : null}
      <a href={citoUrl(of)} className="[overflow-wrap:anywhere]">
        {of.term}
      </a>
    </>
  );
}
