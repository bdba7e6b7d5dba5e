import "server-only";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { isSecure, readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { ownPath } from "./own-path";
import { authProviders, type ProviderId } from "./providers";
import { failureOf } from "./vouching-failure";

/** Whom a provider vouches for. */
export interface Vouched {
  subject: string;
  name: string;
}

interface Heard {
  vouched: Vouched | null;
  from: string;
}

/**
 * The library speaks the protocol with the provider and nothing more: it hands over whom the provider vouches for and
 * never makes a session. Sessions are ours, whatever way somebody signed in.
 */
function options(heard: Heard): NextAuthOptions {
  const env = readEnv(process.env);
  return {
    secret: env.AUTH_SECRET,
    providers: authProviders(env),
    callbacks: {
      redirect: ({ url }) => {
        heard.from = ownPath(url);
        return heard.from;
      },
      signIn: ({ account, user }) => {
        if (account) heard.vouched = { subject: account.providerAccountId, name: user.name ?? "" };
        // An address in place of yes ends the library's part before it would sign anybody in.
        return "/sign-in";
      },
    },
    logger: {
      error: (code, detail) => {
        const error = detail instanceof Error ? detail : detail.error;
        log().warn({ code, ...failureOf(error) }, "signing in with an account elsewhere failed");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

type Handler = (
  request: NextRequest,
  context: { params: { nextauth: string[] } },
  options: NextAuthOptions,
) => Promise<Response>;
const speak = NextAuth as unknown as Handler;

/**
 * The answer that leads a browser to a provider. Only in route handlers.
 *
 * @param from the path of this site to come back to.
 */
export async function leadToProvider(provider: ProviderId, from: string): Promise<Response> {
  const heard: Heard = { vouched: null, from: "/" };
  const env = readEnv(process.env);
  const base = `${env.SITE_URL ?? "http://localhost:3000"}/api/auth`;
  // The library wants its own token against forged requests, from its cookie and its form; the route that calls us
  // has made sure that the request comes from a page of ours.
  const asked = await speak(
    new NextRequest(`${base}/csrf`),
    { params: { nextauth: ["csrf"] } },
    options(heard),
  );
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const jar = await cookies();
  for (const line of asked.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (pair.includes("csrf-token"))
      jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
        ...CSRF,
        secure: isSecure(env),
      });
  }
  const body = new URLSearchParams({ csrfToken, callbackUrl: from });
  const request = new NextRequest(`${base}/signin/${provider}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return speak(request, { params: { nextauth: ["signin", provider] } }, options(heard));
}

const CSRF = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/**
 * What a provider says when it sends the browser back. Only in route handlers.
 *
 * @returns whom it vouches for, or null; the path to go on to; and the cookies with which the library ends its part.
 */
export async function hearProvider(
  request: NextRequest,
  provider: ProviderId,
): Promise<Heard & { cookies: string[] }> {
  const heard: Heard = { vouched: null, from: "/" };
  const answer = await speak(request, { params: { nextauth: ["callback", provider] } }, options(heard));
  return { ...heard, cookies: answer.headers.getSetCookie() };
}
