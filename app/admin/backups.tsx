import { Moment } from "@/app/_ui/moment";
import type { BackupState } from "@/db/queries/backups";

const MEGABYTE = 1_000_000;

/** How the backups of the worker stand, for an admin. */
export function Backups({ state, scheduled }: { state: BackupState; scheduled: boolean }) {
  const { lastAt, bytes, failure, failedAt } = state;
  return (
    <section className="mt-10 max-w-[860px]">
      <h2 className="font-serif text-lede leading-snug font-semibold">
        {failure === null ? "Backups" : "The last backup failed"}
      </h2>
      {failure !== null && failedAt && (
        <p className="mt-1 wrap-anywhere">
          <Moment at={failedAt} />: {failure}
        </p>
      )}
      <p className="mt-1 text-small text-soft">
        {lastAt ? (
          <>
            The newest is of <Moment at={lastAt} />, {((bytes ?? 0) / MEGABYTE).toFixed(1)}&nbsp;MB.
          </>
        ) : (
          "None has been made by itself so far."
        )}
        {!scheduled && !lastAt && " Set BACKUP_DIR to have one made every day, or run npm run backup."}
      </p>
    </section>
  );
}
