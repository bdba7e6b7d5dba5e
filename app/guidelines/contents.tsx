import { type GuidelineValue, guidelineAnchor } from "@/lib/citation/guideline-anchor";
import { ABOUT_CONSENSUS, ABOUT_FLAGS, BEFORE_LABELLING, FURTHER_TOPICS } from "@/lib/citation/guidelines";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { ValueName } from "./value-name";

interface Part {
  id: string;
  title: string;
  values?: readonly GuidelineValue[];
}

const PARTS: readonly Part[] = [
  BEFORE_LABELLING,
  { id: "roles", title: "Roles", values: ROLES.map((value) => ({ axis: "role", value })) },
  { id: "polarity", title: "Polarity", values: POLARITIES.map((value) => ({ axis: "polarity", value })) },
  { id: "basis", title: "Evidence basis", values: EVIDENCE_BASES.map((value) => ({ axis: "basis", value })) },
  { id: "ties", title: "When two seem right" },
  ...FURTHER_TOPICS,
  ABOUT_FLAGS,
  ABOUT_CONSENSUS,
];

/** The table of contents: beside the text where there is room, before it elsewhere. */
export function Contents() {
  return (
    <nav
      aria-label="Contents"
      className="border-b border-line py-5 text-ui lg:sticky lg:top-0 lg:max-h-svh lg:overflow-y-auto lg:border-b-0 lg:py-7 print:hidden"
    >
      <ol className="space-y-1.5">
        {PARTS.map(({ id, title, values }) => (
          <li key={id}>
            <a href={`#${id}`} className="text-ink no-underline hover:underline">
              {title}
            </a>
            {values === undefined ? null : (
              <ol className="mt-0.5 mb-2 flex flex-wrap gap-x-3 gap-y-0.5 ps-3 text-small lg:block">
                {values.map((named) => (
                  <li key={named.value}>
                    <a
                      href={`#${guidelineAnchor(named)}`}
                      className="inline-block py-[1px] no-underline hover:underline"
                    >
                      <ValueName {...named} />
                    </a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
