import { notFound } from "next/navigation";
import { type NextRequest, NextResponse } from "next/server";
import type { VouchingProblem } from "@/app/sign-in/vouching-problem";
import { signInVouched } from "@/db/commands/sign-in";
import { beginSession } from "@/lib/auth/begin-session";
import { handleFrom } from "@/lib/auth/handle";
import { listProviders, type Provider } from "@/lib/auth/providers";
import { spend } from "@/lib/auth/rate-limits";
import { hearProvider, type Vouched } from "@/lib/auth/vouching";
import { database } from "@/lib/database";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";

/** Where a site that vouches for people sends them back to. */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/auth/callback/[provider]">) {
  const { provider: named } = await params;
  const provider = listProviders().find(({ id }) => id === named);
  if (!provider) notFound();
  const heard = await hearProvider(request, provider.id);
  const address = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "";
  const problem = heard.vouched ? await letIn(provider, heard.vouched, address) : whyNot(request);
  const path = problem === null ? heard.from : `/sign-in?problem=${problem}`;
  const answer = NextResponse.redirect(new URL(path, readEnv(process.env).SITE_URL ?? request.nextUrl), 303);
  for (const cookie of heard.cookies) answer.headers.append("set-cookie", cookie);
  return answer;
}

/** Signs the person in; what keeps them out, when something does. */
async function letIn(provider: Provider, vouched: Vouched, address: string): Promise<VouchingProblem | null> {
  try {
    await spend("sign_in", [`address:${address}`]);
  } catch (error) {
    if (error instanceof UserError) return "often";
    throw error;
  }
  const name = vouched.name.slice(0, 80);
  const userId = await signInVouched(
    database(),
    {
      provider: provider.id,
      subject: vouched.subject,
      name,
      handle: handleFrom(name),
      approvedBy: provider.approvedBy,
    },
    { signUpOpen: readEnv(process.env).SIGN_UP === "open", address },
  );
  if (typeof userId === "string") return userId;
  await beginSession(userId);
  return null;
}

const whyNot = (request: NextRequest): VouchingProblem =>
  request.nextUrl.searchParams.has("error") ? "refused" : "lost";
