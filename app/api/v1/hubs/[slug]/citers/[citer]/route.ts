import { getCiter } from "@/db/queries/citer";
import { getRemainingWork } from "@/db/queries/remaining-work";
import { citationAnswer } from "@/lib/api/citation-answer";
import { GET_CITATION } from "@/lib/api/citation-operations";
import { ApiProblem } from "@/lib/api/problem";
import { requireHub } from "@/lib/api/require-hub";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(GET_CITATION, async ({ db, path }) => {
  const { slug } = await requireHub(db, path.slug);
  // A merged work is answered as the one that remains.
  const citer = await getCiter(db, (await getRemainingWork(db, path.citer)) ?? path.citer);
  const answer = citer && citationAnswer(citer, slug);
  if (!answer) throw new ApiProblem("not-found", `No work with the number ${path.citer} cites this hub.`);
  return answer;
});
