import { CITER_SORTS, type CiterSort } from "@/db/queries/citer-order";
import { EXPORT_FORMATS, FORMAT_FACTS } from "@/lib/export/formats";
import { exportHref } from "./search-params";

/** The citing papers that a query leaves, in every format and in the order of the list. */
export function ExportLinks({
  slug,
  view = {},
}: {
  slug: string;
  view?: { text?: string; sort?: CiterSort };
}) {
  const { text = "", sort = CITER_SORTS[0] } = view;
  const asked = {
    ...(text === "" ? {} : { q: text }),
    ...(sort === CITER_SORTS[0] ? {} : { sort }),
  };
  return (
    <ul className="space-y-1.5 text-soft">
      {EXPORT_FORMATS.map((format) => (
        <li key={format}>
          <a href={exportHref(slug, new URLSearchParams({ format, ...asked }))} download>
            {FORMAT_FACTS[format].label}
          </a>
          , {FORMAT_FACTS[format].purpose}
        </li>
      ))}
    </ul>
  );
}
