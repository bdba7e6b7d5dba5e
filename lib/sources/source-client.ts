import { count, withThousands } from "@/lib/citation/count";
import { type JsonReading, readJson } from "@/lib/import/json";
import { backOff, readRetryAfter } from "./back-off";
import { type Clock, Pace } from "./clock";
import { RefusedAddressError, type SourceAnswer, type SourceFetch } from "./guarded-fetch";
import { readLimited, saidIn, TooLargeError } from "./read-answer";
import { SourceFailure } from "./source-failure";

/** `timeout` is for one attempt with its whole answer, `wait` the longest that a service may ask for; milliseconds. */
const LIMITS = { timeout: 60_000, bytes: 32 * 1024 * 1024, attempts: 4, wait: 120_000, redirects: 3 };

export interface ClientSettings {
  /** What all addresses begin with. Requests go to this origin alone, redirects too. */
  base: string;
  /** Milliseconds between the beginnings of two requests. */
  interval: number;
  headers: Readonly<Record<string, string>>;
  /** Parameters of every request. */
  params: Readonly<Record<string, string>>;
  /** What stands among headers and parameters and must be in no message. */
  keys: readonly string[];
}

export interface ClientWorld {
  fetch: SourceFetch;
  clock: Clock;
  /** Ends what is under way, with its reason. */
  stop: AbortSignal;
  limits?: Partial<typeof LIMITS>;
}

type Attempt = JsonReading | { failure: string; isFinal: boolean; after: number | null };
type Read = (text: string) => JsonReading;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Asks one service, at its pace, again when it fails for a moment. */
export class SourceClient {
  private readonly pace: Pace;
  private readonly limits: typeof LIMITS;

  constructor(
    private readonly settings: ClientSettings,
    private readonly world: ClientWorld,
  ) {
    this.pace = new Pace(settings.interval, world.clock);
    this.limits = { ...LIMITS, ...world.limits };
  }

  /**
   * The JSON at a path below the base; undefined when the service says that there is nothing (404).
   * @throws SourceFailure when no attempt succeeds; the reason of `stop` when it is aborted.
   */
  getJson(path: string, params: Readonly<Record<string, string>>): Promise<unknown> {
    return this.get(path, params, readJson);
  }

  /** The same for an answer that is no JSON. */
  async getText(path: string, params: Readonly<Record<string, string>>): Promise<string | undefined> {
    const text = await this.get(path, params, (value) => ({ value }));
    return typeof text === "string" ? text : undefined;
  }

  private async get(path: string, params: Readonly<Record<string, string>>, read: Read): Promise<unknown> {
    const { clock, stop } = this.world;
    const address = new URL(this.settings.base + path);
    for (const [name, value] of Object.entries({ ...params, ...this.settings.params }))
      address.searchParams.set(name, value);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(address, read);
      if ("value" in outcome) return outcome.value;
      const { failure, isFinal, after } = this.judged(outcome);
      if (isFinal) throw new SourceFailure(this.withoutKeys(failure));
      if (attempt === this.limits.attempts)
        throw new SourceFailure(`${this.withoutKeys(failure)} (${count(attempt, "attempt")})`);
      await clock.sleep(Math.max(after ?? 0, backOff(attempt, clock.random())), stop);
    }
  }

  /** A service may repeat a key that it refuses. */
  private withoutKeys(failure: string): string {
    return this.settings.keys.reduce((text, key) => text.replaceAll(key, "…"), failure);
  }

  /** JSON that ends in its middle may come whole the next time; a wait that is too long ends the matter. */
  private judged(outcome: Exclude<Attempt, { value: unknown }>) {
    if ("problem" in outcome)
      return { failure: `sent JSON that cannot be read: ${outcome.problem}`, isFinal: false, after: null };
    if (outcome.isFinal || (outcome.after ?? 0) <= this.limits.wait) return outcome;
    const seconds = Math.ceil((outcome.after ?? 0) / 1000);
    return {
      ...outcome,
      isFinal: true,
      failure: `${outcome.failure} and asks to wait ${withThousands(seconds)} seconds; try again then`,
    };
  }

  private async attempt(address: URL, read: Read): Promise<Attempt> {
    const { fetch, stop } = this.world;
    let target = address;
    for (let redirects = 0; redirects <= this.limits.redirects; redirects += 1) {
      await this.pace.turn(stop);
      const timeout = AbortSignal.timeout(this.limits.timeout);
      const signal = AbortSignal.any([timeout, stop]);
      try {
        const answer = await fetch(target, { headers: this.settings.headers, signal });
        if (!REDIRECTS.has(answer.status)) return await this.readAnswer(answer, read);
        await readLimited(answer.body, 0).catch(() => undefined);
        const next = this.redirectOf(target, answer);
        if (typeof next === "string") return { failure: next, isFinal: true, after: null };
        target = next;
      } catch (error) {
        stop.throwIfAborted();
        return this.failureOf(error, timeout.aborted);
      }
    }
    return { failure: "redirects again and again", isFinal: true, after: null };
  }

  private async readAnswer(answer: SourceAnswer, read: Read): Promise<Attempt> {
    const { status } = answer;
    if (status === 404) {
      await readLimited(answer.body, 0).catch(() => undefined);
      return { value: undefined };
    }
    if (status >= 200 && status < 300) return read(await readLimited(answer.body, this.limits.bytes));
    const after = readRetryAfter(answer.headers.get("retry-after"), this.world.clock.now());
    const said = saidIn(await readLimited(answer.body, 64 * 1024).catch(() => ""));
    const failure = `answered with status ${status}${said === null ? "" : `: ${said}`}`;
    return { failure, isFinal: !PASSING.has(status) && after === null, after };
  }

  /** Where a redirect leads, or why it is not followed. */
  private redirectOf(from: URL, answer: SourceAnswer): URL | string {
    const location = answer.headers.get("location") ?? "";
    if (!URL.canParse(location, from.href)) return "redirects to nowhere";
    const target = new URL(location, from.href);
    return target.origin === from.origin ? target : `redirects to ${target.host}, which is not followed`;
  }

  private failureOf(error: unknown, isLate: boolean): Attempt {
    if (error instanceof RefusedAddressError)
      return { failure: `is not asked: ${error.message}`, isFinal: true, after: null };
    if (error instanceof TooLargeError)
      return { failure: `sent an answer of ${error.message}`, isFinal: true, after: null };
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
    const late = `did not answer within ${count(Math.ceil(this.limits.timeout / 1000), "second")}`;
    return { failure: isLate ? late : `cannot be reached (${code})`, isFinal: false, after: null };
  }
}
