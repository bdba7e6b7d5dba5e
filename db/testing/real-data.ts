import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../../../shared/data");

/** Whether the collection of real files lies beside the project; tests on it are skipped, and say so, where not. */
export const hasRealData = existsSync(ROOT);

export const NO_REAL_DATA = "the real files (../shared/data) are not beside the project";

/** The text of a real file. */
export const readReal = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** The bytes of a real file, for those that are packed or not UTF-8. */
export const readRealBytes = (file: string) => readFileSync(path.join(ROOT, file));

/** The names of the files in a folder of real files. */
export const listReal = (folder: string) => readdirSync(path.join(ROOT, folder)).sort();
