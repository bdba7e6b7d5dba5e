import { ROLES } from "@/lib/citation/role";
import { ROLE_GUIDES } from "@/lib/citation/role-guide";
import type { RoleDefinitions } from "./role-choice";

/** The definitions without the examples, so that the browser is sent no more. */
export const ROLE_DEFINITIONS = Object.fromEntries(
  ROLES.map((role) => [role, ROLE_GUIDES[role].definition]),
) as RoleDefinitions;
