import { DataBlock } from "@/app/_ui/data-block";
import { persistentAddress } from "@/lib/citation/persistent-address";
import { siteUrl } from "@/lib/site-url";
import { scholarlyArticle } from "./scholarly-article";
import type { DescribedWork } from "./work-metadata";

/** What machines read of the work that a page is about: schema.org, and the address to cite it by. */
export function WorkData({
  work,
  path,
}: {
  work: DescribedWork & { abstract: string | null };
  path: string;
}) {
  const address = persistentAddress(work.identifiers);
  return (
    <>
      {address === null ? null : <link rel="cite-as" href={address} />}
      <DataBlock data={scholarlyArticle(work, `${siteUrl()}${path}`)} />
    </>
  );
}
