import "server-only";
import { type Db, tellingCommits } from "@/db/client";
import { isOutage, mayHaveCommitted } from "@/db/outage";
import { type Act, may } from "@/lib/auth/may";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { type CurrentUser, getVisitor } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { isSecure, readEnv } from "@/lib/env";
import { noteUntaken } from "@/lib/front-door/outages.mjs";

interface Recipe {
  /** The row of the permission table that decides; one for admins. */
  act: Act;
  /** Reads the body, calls one command and says where the browser goes, as a path of this site. */
  run: (asked: { db: Db; user: CurrentUser; request: Request; address: string }) => Promise<string>;
}

/**
 * A route for admins that takes a body too large for a server action: who and from where is asked before a byte of it
 * is read. Works as the target of a plain form.
 */
export function adminWriteRoute({ act, run }: Recipe): (request: Request) => Promise<Response> {
  if (may({ role: "annotator", disabled: false }, act))
    throw new Error(`${act} is not for admins alone; a write route is.`);
  const write = async (request: Request, onCommit: () => void) => {
    const { headers } = request;
    const isOurs = isSameOrigin(headers, { secure: isSecure(readEnv(process.env)) });
    if (!isOurs) return refusal("This form was sent from another site, so nothing was done.");
    const user = await getVisitor();
    if (user === null)
      return refusal("You are signed out. Sign in in another tab, then send this again.", 401);
    if (user.disabled)
      return refusal(
        "Your account has been disabled, so nothing was saved. Ask the people who run the site.",
      );
    if (!may(user, act)) return refusal("Your account may not do this.");
    const address = headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "";
    const location = await run({ db: tellingCommits(database(), onCommit), user, request, address });
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  };
  return async (request) => {
    let committed = false;
    try {
      return await write(request, () => {
        committed = true;
      });
    } catch (error) {
      // The door answers in its place.
      if (isOutage(error)) noteUntaken(committed || mayHaveCommitted(error) ? "perhaps" : "nothing");
      throw error;
    }
  };
}

function refusal(message: string, status = 403): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
