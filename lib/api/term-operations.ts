import { z } from "zod";
import { named } from "./named-schema";
import { operation } from "./operation";
import { NO_PATH, NO_QUERY } from "./path-parameters";
import { Vocabulary } from "./vocabulary-answer";

export const GET_ROOT = operation({
  id: "getRoot",
  at: "",
  tag: "Terms",
  summary: "What there is",
  description: "Where everything begins, and the licence of the labels.",
  path: NO_PATH,
  query: NO_QUERY,
  answer: named(
    "Root",
    "Where everything begins.",
    z.object({
      version: z.string(),
      labelLicence: z.string().describe("The licence under which labels are given to everybody (SPDX)."),
      documentation: z.url(),
      openapi: z.url(),
      hubs: z.url(),
      search: z.url(),
      vocabulary: z.url(),
    }),
  ),
});

export const GET_VOCABULARY = operation({
  id: "getVocabulary",
  at: "/vocabulary",
  tag: "Terms",
  summary: "The words of the labels",
  description:
    "Roles, polarities, evidence bases and states, with their definitions and their terms in CiTO.",
  path: NO_PATH,
  query: NO_QUERY,
  answer: Vocabulary,
});

export const GET_OPENAPI = operation({
  id: "getOpenApi",
  at: "/openapi.json",
  tag: "Terms",
  summary: "This document",
  description: "The description of the API for programs, in the words of OpenAPI 3.1.",
  path: NO_PATH,
  query: NO_QUERY,
  answer: named("OpenApi", "An OpenAPI document.", z.looseObject({ openapi: z.string() })),
});
