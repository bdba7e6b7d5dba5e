import { ROLE_LABELS } from "@/lib/citation/role";
import type { ListedCiter } from "./exported-citer";

/** What a reference manager shows as tags: the fields of study, and what people say the paper uses the hub for. */
export function citerKeywords({ fields, label }: ListedCiter): string[] {
  return [
    ...fields.map((field) => field.replace(/[,;]/gu, " ")),
    ...label.roles.map((role) => `role: ${ROLE_LABELS[role]}`),
    ...(label.polarity === null ? [] : [`polarity: ${label.polarity}`]),
  ];
}
