import type { TieRule } from "@/lib/citation/tie-rules";
import { TieLabels } from "./tie-labels";

/** Rules for what is easily confused: a line between two rules, none between the cases of one. */
export function TieTable({ caption, rules }: { caption: string; rules: readonly TieRule[] }) {
  return (
    <table className="mt-4 w-full max-w-[596px] border-collapse text-ui">
      <caption className="pb-1 text-start font-serif text-list font-semibold">{caption}</caption>
      <thead className="text-small text-soft">
        <tr>
          <th scope="col" className="pb-1 text-start font-medium">
            The citing work
          </th>
          <th scope="col" className="w-[36%] pb-1 text-start font-medium">
            gets
          </th>
        </tr>
      </thead>
      {rules.map((rule) => (
        <tbody key={rule[0]?.when} className="border-t border-line">
          {rule.map((one) => (
            <tr key={one.when} className="align-baseline">
              <td className="py-1 pe-4">{one.when}</td>
              <td className="py-1">
                <TieLabels of={one} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
