import { answerInstead } from "./answer-instead.mjs";
import { metOutage } from "./outages.mjs";

const WORDS = "This form arrived broken and could not be read. Go back and send it again.\n";

/**
 * What a form gets that is none: 400 in words. Next takes whatever it cannot read (another boundary, no end, arguments
 * that are no arguments) for a fault of its own; but none of our code has begun by then.
 *
 * @param {import("node:http").ServerResponse} response to what was sent to a page with an action
 * @param {import("./outages.mjs").Asked} asked
 */
export function coverBrokenForm(response, asked) {
  asked.unread = true;
  answerInstead(response, (status) =>
    status === 500 && asked.unread && !metOutage(asked)
      ? { status: 400, type: "text/plain; charset=utf-8", body: async () => WORDS }
      : null,
  );
}
