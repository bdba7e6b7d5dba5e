import { capital } from "@/app/_ui/capital";
import { Moment } from "@/app/_ui/moment";
import type { ImportDetail } from "@/db/queries/import-runs";
import { count, withThousands } from "@/lib/citation/count";
import type { ImportPhase, ImportProgress } from "@/lib/import/progress";
import { fileSize } from "../file-size";
import { STATUS_WORDS } from "../import-status";
import { Follow } from "./follow";
import { paceOf } from "./pace";

const PHASES: Readonly<Record<ImportPhase, string>> = {
  gathering: "Asking the open services",
  reading: "Reading the file",
  works: "Matching works",
  citations: "Writing citations",
};

/** How far the work is, as it goes on; without script the browser loads the page again by itself. */
export function UnderWay({ run }: { run: ImportDetail }) {
  const { progress, failure, notBefore, leaseUntil } = run;
  return (
    <div className="max-w-[42rem]">
      <Follow />
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p className="text-list font-medium">
        {progress === null ? `${capital(STATUS_WORDS[run.status])} …` : `${PHASES[progress.phase]} …`}
      </p>
      {progress === null ? null : <Progress progress={progress} />}
      {failure === null || leaseUntil !== null ? null : (
        <p className="mt-2 text-ui">
          The last try failed ({failure}). It is tried again at <Moment at={notBefore} />.
        </p>
      )}
    </div>
  );
}

/** Drawn by us, because what browsers draw by themselves is of a colour of theirs once it has a size. */
const BAR = [
  "mt-2 block h-2 w-full appearance-none overflow-hidden rounded-full bg-line motion-safe:indeterminate:animate-pulse",
  "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent",
].join(" ");

function Progress({ progress }: { progress: ImportProgress }) {
  const { phase, done, total } = progress;
  const { rate, secondsLeft } = paceOf(progress);
  const amount = phase === "reading" ? fileSize : withThousands;
  const unit = { gathering: " records", reading: "", works: " works", citations: " citing works" }[phase];
  return (
    <>
      <progress
        aria-label={PHASES[phase]}
        className={BAR}
        value={total === null ? undefined : done}
        max={total ?? undefined}
      />
      <p className="mt-1 text-small text-soft tabular-nums">
        {amount(done)}
        {total === null ? "" : ` of ${amount(total)}`}
        {unit}
        {rate === null ? "" : ` · ${amount(rate)}${unit} a second`}
        {secondsLeft === null ? "" : ` · about ${count(secondsLeft, "second")} left in this part`}
      </p>
    </>
  );
}
