import { listAgreement } from "@/db/queries/agreement";
import { agreementAnswer } from "@/lib/api/agreement-answer";
import { LIST_AGREEMENT } from "@/lib/api/hub-operations";
import { requireHub } from "@/lib/api/require-hub";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(LIST_AGREEMENT, async ({ db, path }) => {
  const hub = await requireHub(db, path.slug);
  const rows = await listAgreement(db, hub.id);
  return { items: rows.map(agreementAnswer), total: rows.length, next: null };
});
