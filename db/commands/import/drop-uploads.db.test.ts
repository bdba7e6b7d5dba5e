import { expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { interchangeFile, sendFile } from "@/db/testing/uploads";
import { dropLostUploads } from "./drop-uploads";

test("pieces of an upload that a crash cut off go after a day; files of imports, and uploads under way, stay", async ({
  freshPool,
}) => {
  await sendFile(freshPool, interchangeFile("fog", 2));
  await freshPool.query(`
    update upload set created_at = now() - interval '3 days';
    insert into upload (created_at) values (now() - interval '2 days'), (now());
    insert into upload_piece (upload_id, number, bytes) select id, 1, 'x' from upload
      where id not in (select upload_id from import_run)`);
  await dropLostUploads(createDb(freshPool));
  const { rows } = await freshPool.query(`
    select exists (select from import_run where upload_id = u.id) as named, count(*)::int as pieces
    from upload u join upload_piece p on p.upload_id = u.id group by u.id order by u.id`);
  expect(rows).toEqual([
    { named: true, pieces: 1 },
    { named: false, pieces: 1 },
  ]);
});
