import type { APIRequestContext, APIResponse } from "@playwright/test";

/**
 * Sends the form of a page as a browser without script does, with headers of one's choice; what the page put into its
 * hidden fields goes along.
 *
 * @param holding a field that the form has, where the page has several.
 */
export async function sendForm(
  request: APIRequestContext,
  address: string,
  {
    holding,
    fields,
    headers,
  }: { holding: string; fields: Record<string, string>; headers: Record<string, string> },
): Promise<APIResponse> {
  const html = await (await request.get(address)).text();
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`name="${holding}"`));
  if (!form) throw new Error(`${address} has no form with the field ${holding}`);
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
    decoded(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
    decoded(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
  ]);
  return request.post(address, {
    multipart: { ...Object.fromEntries(hidden), ...fields },
    headers,
    maxRedirects: 0,
  });
}

const decoded = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
