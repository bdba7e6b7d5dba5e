import { log } from "@/lib/log";
import { whyNotReady } from "@/lib/readiness";

/** Rendered per request, or it would be an answer from the build. */
export const dynamic = "force-dynamic";

/** 200 when requests can be answered; 503 when the database does not answer in time or lacks migrations. */
export async function GET(): Promise<Response> {
  const problem = await whyNotReady();
  if (problem !== null) log().warn({ problem }, "not ready");
  return new Response(problem === null ? "ready\n" : `not ready: ${problem}\n`, {
    status: problem === null ? 200 : 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
