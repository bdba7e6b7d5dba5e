import { Fragment } from "react";
import { type GuidelineValue, guidelineAnchor } from "@/lib/citation/guideline-anchor";
import type { TieCase } from "@/lib/citation/tie-rules";
import { ValueName } from "./value-name";

/** The values that a case gives, of one axis or two. */
export function valuesOf({ role, polarity, basis }: TieCase): GuidelineValue[] {
  return [
    ...(role === undefined ? [] : [{ axis: "role" as const, value: role }]),
    ...(polarity === undefined ? [] : [{ axis: "polarity" as const, value: polarity }]),
    ...(basis === undefined ? [] : [{ axis: "basis" as const, value: basis }]),
  ];
}

/** Those values by name, each a link to where it is explained. */
export function TieLabels({ of }: { of: TieCase }) {
  return valuesOf(of).map((named, at) => (
    <Fragment key={named.axis}>
      {at === 0 ? null : ", "}
      <a href={`#${guidelineAnchor(named)}`} className="font-medium whitespace-nowrap text-soft">
        <ValueName {...named} />
      </a>
    </Fragment>
  ));
}
