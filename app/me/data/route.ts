import { getAllOwnData } from "@/db/queries/all-own-data";
import { requireUser } from "@/lib/auth/session";
import { database } from "@/lib/database";

/** What the site knows of the person who asks, as a file. */
export async function GET(): Promise<Response> {
  const { id, handle } = await requireUser("/me");
  const data = await getAllOwnData(database(), id);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="spokes-${handle}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
