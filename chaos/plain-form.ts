/** A form of a page as a browser without script has it: where it goes, and what the page put into its fields. */
export interface PlainForm {
  address: string;
  fields: ReadonlyMap<string, string>;
}

/**
 * Reads a form from a page.
 * @param holding a field that the form has, where the page has several.
 */
export async function readForm(address: string, holding: string, cookie: string): Promise<PlainForm> {
  const html = await (await fetch(address, { headers: { cookie } })).text();
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`name="${holding}"`));
  if (!form) throw new Error(`${address} has no form with the field ${holding}`);
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(
    ([input]) =>
      [
        decoded(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
        decoded(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
      ] as const,
  );
  return { address, fields: new Map(hidden) };
}

/** Sends a form with what a person chose and wrote. */
export async function sendForm(
  { address, fields }: PlainForm,
  written: Readonly<Record<string, string>>,
  cookie: string,
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of [...fields, ...Object.entries(written)]) body.set(name, value);
  const headers = { cookie, origin: new URL(address).origin };
  return fetch(address, { method: "POST", body, headers, redirect: "manual" });
}

const decoded = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
