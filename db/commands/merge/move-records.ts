import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { keepWritten, kept, type Merge } from "./merge-record";

/** Tells of the remaining work what sources said of the other one, by what it is found, and its hub. */
export async function moveRecords(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  // One import said the very same of both. That of the other one is put aside, else imports would find two works by it.
  await tx.execute(
    keepWritten(
      merge,
      "source_record_said_twice",
      sql`delete from source_record twice using source_record said
        where twice.work_id = ${from} and said.work_id = ${into}
          and (said.source, said.import_run_id, said.digest) = (twice.source, twice.import_run_id, twice.digest)
        returning twice.id, to_jsonb(twice) as record`,
    ),
  );
  await tx.execute(
    keepWritten(
      merge,
      "source_record",
      sql`update source_record said set work_id = ${into}, merged = true
        from (select id, merged from source_record where work_id = ${from}) as was
        where said.id = was.id returning was.id, was.merged`,
    ),
  );
  await tx.execute(
    keepWritten(
      merge,
      "work_identifier",
      sql`update work_identifier set work_id = ${into} where work_id = ${from} returning scheme, value`,
    ),
  );
  await tx.execute(
    keepWritten(merge, "hub", sql`update hub set work_id = ${into} where work_id = ${from} returning id`),
  );
}

/** Gives back what `moveRecords` moved. What was said of the remaining work since stays with it. */
export async function returnRecords(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(
    sql`update hub h set work_id = ${from} from ${kept(merge, "hub")} was where h.id = was.id`,
  );
  await tx.execute(sql`
    update work_identifier i set work_id = ${from} from ${kept(merge, "work_identifier")} was
    where i.scheme = was.scheme and i.value = was.value and i.work_id = ${into}`);
  await tx.execute(sql`
    update source_record s set work_id = ${from}, merged = was.merged from ${kept(merge, "source_record")} was
    where s.id = was.id and s.work_id = ${into}`);
  await tx.execute(sql`
    insert into source_record overriding system value
    select record.* from ${kept(merge, "source_record_said_twice")} was
    cross join jsonb_populate_record(null::source_record, was.record) as record`);
}
