import { expect, test } from "vitest";
import { readSubject } from "./act-subject";

test.each([
  ["user:7", { kind: "user", id: 7, text: "account 7" }],
  ["context:12", { kind: "context", id: 12, text: "sentence 12" }],
  ["citation:3-41", { kind: "citation", id: 41, text: "the citation by paper 41" }],
  ["import_run:5", { kind: "import_run", id: 5, text: "import 5" }],
  ["everything", { kind: "", id: 0, text: "everything" }],
  ["", { kind: "", id: 0, text: "" }],
])("%s", (subject, read) => expect(readSubject(subject)).toEqual(read));
