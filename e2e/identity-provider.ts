import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** A site on the loopback that vouches for whomever it is told to, by OpenID Connect. */
export interface IdentityProvider {
  issuer: string;
  /** Whom it vouches for from now on; null: it turns everybody away. */
  vouchFor: (claims: Record<string, string> | null) => void;
  close: () => Promise<void>;
}

const CLIENT = { id: "spokes-test", secret: "spokes-test-secret" };

/** The variables with which the site takes it for ORCID. */
export const orcidVariables = (issuer: string) => ({
  ORCID_ID: CLIENT.id,
  ORCID_SECRET: CLIENT.secret,
  ORCID_ISSUER: issuer,
});

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; claims: Record<string, string> }>();
  let claims: Record<string, string> | null = null;
  let issuer = "";
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const idToken = (about: Record<string, string>) => {
    const now = Math.floor(Date.now() / 1000);
    const body = { ...about, iss: issuer, aud: CLIENT.id, iat: now, exp: now + 60 };
    const signed = `${part({ alg: "RS256", kid: "one" })}.${part(body)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
  };
  const authorize = (asked: URLSearchParams): string => {
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    if (claims === null) back.searchParams.set("error", "access_denied");
    else {
      const code = randomBytes(8).toString("hex");
      codes.set(code, { challenge: asked.get("code_challenge") ?? "", claims });
      back.searchParams.set("code", code);
    }
    return back.href;
  };
  const exchange = async (request: IncomingMessage) => {
    const sent = new URLSearchParams(await text(request));
    const given = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    const known = sent.get("client_id") === CLIENT.id && sent.get("client_secret") === CLIENT.secret;
    if (!given || !known || challenge !== given.challenge) return { error: "invalid_grant" };
    return { access_token: "unused", token_type: "bearer", id_token: idToken(given.claims) };
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    const send = (body: object) => {
      const status = "error" in body ? 400 : 200;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (pathname === "/authorize") response.writeHead(302, { location: authorize(searchParams) }).end();
    else if (pathname === "/token") send(await exchange(request));
    else if (pathname === "/jwks")
      send({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] });
    else
      send({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  issuer = `http://127.0.0.1:${address.port}`;
  return {
    issuer,
    vouchFor: (about) => {
      claims = about;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
