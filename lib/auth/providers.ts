import "server-only";
import type { AuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { type Env, readEnv } from "@/lib/env";

/** Sites that vouch for people, and whether their word makes votes count. */
const PROVIDERS = {
  orcid: { name: "ORCID", approvedBy: "orcid" },
  github: { name: "GitHub", approvedBy: "github" },
  google: { name: "Google", approvedBy: null },
} as const;
export type ProviderId = keyof typeof PROVIDERS;

export interface Provider {
  id: ProviderId;
  name: string;
  approvedBy: "orcid" | "github" | null;
}

/** The providers whose variables are set, in the order in which they are shown. */
export function listProviders(): Provider[] {
  const env = readEnv(process.env);
  const set: Record<ProviderId, unknown> = {
    orcid: env.ORCID_ID,
    github: env.GITHUB_ID,
    google: env.GOOGLE_ID,
  };
  return (Object.keys(PROVIDERS) as ProviderId[])
    .filter((id) => set[id] !== undefined)
    .map((id) => ({ id, ...PROVIDERS[id] }));
}

/** The same providers as the library wants them. None is asked for an e-mail address. */
export function authProviders(env: Env): AuthOptions["providers"] {
  const found: AuthOptions["providers"] = [];
  if (env.ORCID_ID && env.ORCID_SECRET) found.push(orcid(env, env.ORCID_ID, env.ORCID_SECRET));
  if (env.GITHUB_ID && env.GITHUB_SECRET)
    found.push(
      GitHub({
        clientId: env.GITHUB_ID,
        clientSecret: env.GITHUB_SECRET,
        authorization: { params: { scope: "read:user" } },
      }),
    );
  if (env.GOOGLE_ID && env.GOOGLE_SECRET)
    found.push(
      Google({
        clientId: env.GOOGLE_ID,
        clientSecret: env.GOOGLE_SECRET,
        authorization: { params: { scope: "openid profile" } },
      }),
    );
  return found;
}

interface OrcidClaims {
  sub: string;
  given_name?: string;
  family_name?: string;
  name?: string;
}

/** ORCID by OpenID Connect. It takes the client's secret in the body alone, and tells no e-mail address. */
function orcid({ ORCID_ISSUER }: Env, clientId: string, clientSecret: string): OAuthConfig<OrcidClaims> {
  return {
    id: "orcid",
    name: "ORCID",
    type: "oauth",
    wellKnown: `${ORCID_ISSUER}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid" } },
    idToken: true,
    checks: ["pkce", "state"],
    client: { token_endpoint_auth_method: "client_secret_post" },
    clientId,
    clientSecret,
    profile: ({ sub, name, given_name: given, family_name: family }) => ({
      id: sub,
      name: name ?? [given, family].filter(Boolean).join(" "),
    }),
  };
}
