import { GET_VOCABULARY } from "@/lib/api/term-operations";
import { vocabularyAnswer } from "@/lib/api/vocabulary-answer";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(GET_VOCABULARY, async () =>
  vocabularyAnswer(),
);
