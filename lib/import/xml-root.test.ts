import { expect, test } from "vitest";
import { rootName } from "./xml-root";

test.each([
  ["<article>", "article"],
  ['\uFEFF<?xml version="1.0"?>\n<!-- <no> -->\n<tei:TEI xmlns:tei="x">', "TEI"],
  ['<!DOCTYPE article PUBLIC "-//NLM//DTD" "JATS.dtd"><article dtd-version="1">', "article"],
  ['<!DOCTYPE article [<!ENTITY a "]b"> <!-- [ --> ] ><article>', "article"],
  ["<!DOCTYPE article [<!ENTITY", null],
  ["Wheels", null],
])("the root of %j is %j", (head, name) => {
  expect(rootName(head)).toBe(name);
});
