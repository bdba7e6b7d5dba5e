import { EXPORT_FORMATS, FORMAT_FACTS } from "@/lib/export/formats";
import { exportHref } from "./search-params";

/** The citing papers that a query leaves, in every format. */
export function ExportLinks({ slug, query }: { slug: string; query: string }) {
  return (
    <ul className="space-y-1.5 text-soft">
      {EXPORT_FORMATS.map((format) => (
        <li key={format}>
          <a
            href={exportHref(slug, new URLSearchParams({ format, ...(query === "" ? {} : { q: query }) }))}
            download
          >
            {FORMAT_FACTS[format].label}
          </a>
          , {FORMAT_FACTS[format].purpose}
        </li>
      ))}
    </ul>
  );
}
