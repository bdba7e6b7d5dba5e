import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** A row's own number, given by the database. */
export const id = () => bigint("id", { mode: "number" }).generatedAlwaysAsIdentity();

export const at = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

/** Words prepared for search; written by SQL, never read by a page. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => "bytea" });
