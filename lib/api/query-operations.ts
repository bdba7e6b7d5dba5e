import { z } from "zod";
import { CITER_SORTS } from "@/db/queries/citer-order";
import { CO_CITED_SORTS } from "@/db/queries/co-cited";
import { SEARCH_SORTS } from "@/db/queries/search";
import { SEARCH_KINDS } from "@/db/queries/search-conditions";
import { CoCitedAnswer } from "./cocited-answer";
import { fitsOrder, isWholeUnlessStrength, OTHER_ORDER } from "./cursor-value";
import { ListedCiter } from "./listed-citer";
import { ListedContext } from "./listed-context";
import { named } from "./named-schema";
import { operation } from "./operation";
import { cursorOf, Limit, pageOf } from "./paging";
import { HubPath, NO_PATH } from "./path-parameters";
import { QueryText } from "./query-parameter";
import { SEARCH_DESCRIPTION, SearchHit } from "./search-answer";

const oneOf = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be ${values.join(", ").replace(/, ([^,]*)$/, " or $1")}`);

const id = z.int().min(1);
const value = z.string().max(40);
const Place = z.object({ value, hubId: id, id });

export const LIST_CITERS = operation({
  id: "listCiters",
  at: "/hubs/{slug}/citers",
  tag: "Citations",
  summary: "The works that cite a hub",
  description: "The citers of a hub, all of them or those that a query asks for.",
  path: HubPath,
  query: z
    .strictObject({
      q: QueryText,
      sort: oneOf(CITER_SORTS).default("newest").describe("The order."),
      limit: Limit,
      cursor: cursorOf(z.object({ value, workId: id })),
    })
    .refine(fitsOrder, OTHER_ORDER),
  answer: named(
    "CiterPage",
    "A page of the list of citers.",
    pageOf(ListedCiter, "How many citers meet the query in all."),
  ),
});

export const LIST_CONTEXTS = operation({
  id: "listContexts",
  at: "/hubs/{slug}/contexts",
  tag: "Citations",
  summary: "The sentences that speak of a hub",
  description:
    "The sentences of a hub’s citers, those of the newest citers first. A query asks for sentences that say its words, of citations that meet its other terms.",
  path: HubPath,
  query: z
    .strictObject({ q: QueryText, limit: Limit, cursor: cursorOf(Place) })
    .refine(fitsOrder, OTHER_ORDER),
  answer: named(
    "ContextPage",
    "A page of the list of sentences.",
    pageOf(ListedContext, "How many there are in all; null: more than 10,000."),
  ),
});

export const LIST_COCITED = operation({
  id: "listCoCited",
  at: "/hubs/{slug}/cocited",
  tag: "Hubs",
  summary: "The works cited beside a hub",
  description: "Works that the citers of a hub cite too, with what those citers use the hub for.",
  path: HubPath,
  query: z
    .strictObject({
      sort: oneOf(CO_CITED_SORTS).default("together").describe("The order."),
      limit: Limit,
      cursor: cursorOf(z.object({ value: z.string().regex(/^-?\d{1,30}(?:\.\d{1,30})?$/), workId: id })),
    })
    .refine(isWholeUnlessStrength, OTHER_ORDER),
  answer: named(
    "CoCitedPage",
    "A page of the list of co-cited works.",
    pageOf(CoCitedAnswer, "How many works are cited beside the hub."),
  ),
});

export const SEARCH = operation({
  id: "search",
  at: "/search",
  tag: "Search",
  summary: "Search the whole site",
  description: SEARCH_DESCRIPTION,
  path: NO_PATH,
  query: z
    .strictObject({
      q: QueryText,
      kind: oneOf(SEARCH_KINDS).default("hubs").describe("What to look for."),
      sort: oneOf(SEARCH_SORTS).default("relevance").describe("The order."),
      limit: Limit,
      cursor: cursorOf(Place),
    })
    .refine(fitsOrder, OTHER_ORDER),
  answer: named(
    "SearchPage",
    "A page of what was found.",
    pageOf(SearchHit, "How many of this kind there are in all; null: more than 10,000."),
  ),
});
