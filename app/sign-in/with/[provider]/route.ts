import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { ownPath } from "@/lib/auth/own-path";
import { listProviders } from "@/lib/auth/providers";
import { leadToProvider } from "@/lib/auth/vouching";

/** Leads to a site that vouches for people. A link, so that it needs no script; followed from our own pages alone. */
export async function GET(request: NextRequest, { params }: RouteContext<"/sign-in/with/[provider]">) {
  const { provider: wanted } = await params;
  const provider = listProviders().find(({ id }) => id === wanted);
  if (!provider) notFound();
  const sentFrom = request.headers.get("sec-fetch-site");
  if (sentFrom !== null && sentFrom !== "same-origin") redirect("/sign-in");
  return leadToProvider(provider.id, ownPath(request.nextUrl.searchParams.get("from")));
}
