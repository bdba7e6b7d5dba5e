import type { Route } from "next";
import type { UploadProblem } from "@/lib/import/upload-problem";

/** The address of an import's page. */
export const importHref = (id: number): Route => `/admin/imports/${id}` as Route;

/** The address of the page on the columns of an import's table. */
export const columnsHref = (id: number): Route => `/admin/imports/${id}/columns` as Route;

/** The address of the form that takes a file, with what was wrong with the one that was sent. */
export const newImportHref = (problem?: UploadProblem): Route =>
  `/admin/imports/new${problem === undefined ? "" : `?problem=${problem}`}` as Route;

/** The address of the list of the imports that an uploaded archive holds. */
export const archiveHref = (uploadId: number, after: number | null = null): Route =>
  `/admin/imports?archive=${uploadId}${after === null ? "" : `&after=${after}`}` as Route;

/** The address of the list of imports, from the one after `after` on. */
export const importsHref = (after: number | null = null): Route =>
  `/admin/imports${after === null ? "" : `?after=${after}`}` as Route;
