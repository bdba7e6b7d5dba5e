import { getCiter, getCiterOfContext } from "@/db/queries/citer";
import { GET_CONTEXT } from "@/lib/api/citation-operations";
import { contextAnswers } from "@/lib/api/context-answer";
import { ApiProblem } from "@/lib/api/problem";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(GET_CONTEXT, async ({ db, path }) => {
  const workId = await getCiterOfContext(db, path.context);
  const citer = workId === null ? null : await getCiter(db, workId);
  const answers = citer?.hubs.flatMap((hub) => contextAnswers(citer, hub));
  const answer = answers?.find(({ id }) => id === path.context);
  if (!answer) throw new ApiProblem("not-found", `There is no sentence with the number ${path.context}.`);
  return answer;
});
