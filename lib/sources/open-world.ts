import type { Env } from "@/lib/env";
import { SYSTEM_CLOCK } from "./clock";
import { guardedFetch } from "./guarded-fetch";
import { openServices } from "./open-services";
import type { Services } from "./services";

/** The real services, until `stop`. */
export function openWorld(env: Env, stop: AbortSignal): Services {
  const fetch = guardedFetch({ allowLoopback: env.SERVICES_ON_LOOPBACK === "on" });
  return openServices(env, { fetch, clock: SYSTEM_CLOCK, stop });
}
