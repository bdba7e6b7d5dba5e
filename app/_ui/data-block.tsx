import { scriptJson } from "./script-json";

/** Data for machines: JSON-LD that browsers neither show nor run. The only place that writes text past React's escaping. */
export function DataBlock({ data }: { data: object }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: scriptJson leaves nothing that could end the block
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />;
}
