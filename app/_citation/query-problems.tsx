import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { mendQuery, type QueryProblem } from "@/lib/citation/query-language";

/** What could not be read of a query: the place in it, why, and what could stand there. */
export function QueryProblems({
  text,
  problems,
  hrefOf,
}: {
  text: string;
  problems: readonly QueryProblem[];
  /** The address of the same view with another query. */
  hrefOf: (text: string) => Route;
}) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="mt-4 max-w-[860px] border-s-2 border-contrasting ps-4 text-ui">
      {problems.map((problem) => {
        const { at, length, message, suggestion } = problem;
        return (
          <div key={at} className="py-1.5">
            <p className="font-mono text-small [overflow-wrap:anywhere]">
              {excerpt(text.slice(0, at), "end")}
              <mark className="underline decoration-contrasting decoration-wavy">
                {excerpt(text.slice(at, at + length), "start") || "…"}
              </mark>
              {excerpt(text.slice(at + length), "start")}
            </p>
            <p className="mt-1">
              {message}{" "}
              {suggestion === null || suggestion === "" ? null : (
                <>
                  Did you mean <PageLink href={hrefOf(mendQuery(text, problem))}>{suggestion}</PageLink>?
                </>
              )}
            </p>
          </div>
        );
      })}
      <p className="py-1.5 text-small text-soft">What could be read is shown below.</p>
    </div>
  );
}

const SHOWN = 60;

/** The end or the start of a part of the query, enough to find the place. */
function excerpt(part: string, side: "start" | "end"): string {
  if (part.length <= SHOWN) return part;
  return side === "end" ? `…${part.slice(-SHOWN)}` : `${part.slice(0, SHOWN)}…`;
}
