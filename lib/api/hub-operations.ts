import { z } from "zod";
import { AgreementAnswer } from "./agreement-answer";
import { ClaimAnswer } from "./claim-answer";
import { HubAnswer, ListedHub } from "./hub-answer";
import { named } from "./named-schema";
import { operation } from "./operation";
import { cursorOf, Limit, pageOf } from "./paging";
import { HubPath, NO_PATH, NO_QUERY } from "./path-parameters";

const HubPlace = z.object({ citers: z.int().min(0).max(2_147_483_647), id: z.int().min(1) });

export const LIST_HUBS = operation({
  id: "listHubs",
  at: "/hubs",
  tag: "Hubs",
  summary: "All hubs",
  description: "Every published hub, the one with most citers first.",
  path: NO_PATH,
  query: z.strictObject({ limit: Limit, cursor: cursorOf(HubPlace) }),
  answer: named(
    "HubPage",
    "A page of the list of hubs.",
    pageOf(ListedHub, "How many hubs there are in all."),
  ),
});

export const GET_HUB = operation({
  id: "getHub",
  at: "/hubs/{slug}",
  tag: "Hubs",
  summary: "One hub",
  description:
    "A hub: the work, how much is known of its citers, how they judge it and what they use it for.",
  path: HubPath,
  query: NO_QUERY,
  answer: HubAnswer,
});

export const LIST_CLAIMS = operation({
  id: "listClaims",
  at: "/hubs/{slug}/claims",
  tag: "Hubs",
  summary: "The claims of a hub",
  description: "The numbered statements that a hub makes, each with the verdicts of its citers.",
  path: HubPath,
  query: NO_QUERY,
  answer: named("ClaimList", "The claims of a hub.", pageOf(ClaimAnswer, "How many claims there are.")),
});

export const LIST_AGREEMENT = operation({
  id: "listAgreement",
  at: "/hubs/{slug}/agreement",
  tag: "Hubs",
  summary: "How well people agree on a hub",
  description: "Krippendorff’s alpha and its interval, on each axis. Empty until it was computed.",
  path: HubPath,
  query: NO_QUERY,
  answer: named(
    "AgreementList",
    "How well people agree on a hub, one entry an axis.",
    pageOf(AgreementAnswer, "How many axes are told."),
  ),
});
