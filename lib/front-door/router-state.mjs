import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

const NAME = "next-router-state-tree";

/**
 * Takes away what Next's client says of the pages that it shows, where that is none: Next calls it a fault of its own,
 * and draws the whole page for who says nothing.
 *
 * @param {Record<string, string | string[] | undefined>} headers changed in place.
 */
export function keepRouterState(headers) {
  if (!(NAME in headers)) return;
  try {
    parseAndValidateFlightRouterState(headers[NAME]);
  } catch {
    delete headers[NAME];
  }
}
