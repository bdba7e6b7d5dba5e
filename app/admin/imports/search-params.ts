import { z } from "zod";
import { UPLOAD_PROBLEMS, type UploadProblem } from "@/lib/import/upload-problem";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const Id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** The import after which the page of the list begins; null at its front. What is malformed counts as not given. */
export function readAfter(params: Params): number | null {
  return Id.nullable().catch(null).parse([params.after].flat()[0]);
}

/** The uploaded archive of which the list holds the files; null where it holds all imports. */
export function readArchiveId(params: Params): number | null {
  return Id.nullable().catch(null).parse([params.archive].flat()[0]);
}

/** The number of an import in its address; null when it is none. */
export function readImportId(text: string): number | null {
  return Id.nullable().catch(null).parse(text);
}

/** What was wrong with the file that was sent last, in words; null when nothing is said. */
export function readProblem(params: Params): string | null {
  const name = [params.problem].flat()[0] ?? "";
  return Object.hasOwn(UPLOAD_PROBLEMS, name) ? UPLOAD_PROBLEMS[name as UploadProblem] : null;
}
