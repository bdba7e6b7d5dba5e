import { browserProblem } from "./browser";

/** Stops the run before its first test, in one line, when there is no site to read or no browser to read it with. */
export default function checkSurroundings(): void {
  const problem = process.env.SPOKES_URL
    ? browserProblem()
    : "SPOKES_URL is not set. npm run e2e starts the site on its own database and sets it.";
  if (problem !== null) throw new Error(problem);
}
