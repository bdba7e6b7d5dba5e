import { createServer, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiClient } from "./api-client";
import { test as base, CARBON_HUB, expect, INVENTED_HUB, listedCiters } from "./fixtures";

const test = base.extend<{ api: ApiClient }>({
  api: async ({ request }, use) => use(new ApiClient(request)),
});

interface List<Item> {
  items: Item[];
  total: number | null;
  next: string | null;
}

/** The path below the API of an absolute address that an answer gives. */
function below(address: string | null): string {
  const { pathname, search } = new URL(address ?? "");
  return `${pathname.replace("/api/v1", "")}${search}`;
}

test("the root, the vocabulary and the document answer as the document says", async ({ api }) => {
  const root = await api.get<{ hubs: string; openapi: string }>("");
  expect(below(root.hubs)).toBe("/hubs");
  const words = await api.get<{ roles: { value: string; cito: { iri: string } }[] }>("/vocabulary");
  expect(words.roles).toHaveLength(12);
  expect(words.roles[0]).toMatchObject({
    value: "background",
    cito: { iri: "http://purl.org/spar/cito/obtainsBackgroundFrom" },
  });
  await api.get("/openapi.json");
});

test("hubs come page by page, each once, and all of them", async ({ api }) => {
  const whole = await api.get<List<{ slug: string; citers: number }>>("/hubs");
  expect(whole.next).toBeNull();
  const seen: string[] = [];
  for (let path = "/hubs?limit=1"; path !== ""; ) {
    const page = await api.get<List<{ slug: string }>>(path);
    expect(page.total).toBe(whole.total);
    seen.push(...page.items.map(({ slug }) => slug));
    path = page.next === null ? "" : below(page.next);
  }
  expect(seen).toEqual(whole.items.map(({ slug }) => slug));
  expect(seen.length).toBe(whole.total);
});

test("a hub has the figures of its page, its claims and its agreement", async ({ api, page }) => {
  const hub = await api.get<{ title: string; coverage: { citers: number }; links: Record<string, string> }>(
    INVENTED_HUB,
  );
  await page.goto(INVENTED_HUB);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(hub.title);
  await expect(page.getByRole("main")).toContainText(`${hub.coverage.citers} citers`);
  const claims = await api.get<List<{ number: number }>>(below(hub.links.claims ?? ""));
  expect(claims.items.length).toBeGreaterThan(0);
  await api.get(below(hub.links.agreement ?? ""));
});

test("a citation has the sentences of its page, each with an address of its own", async ({ api, page }) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  for (const address of (await listedCiters(page)).slice(0, 4)) {
    const citation = await api.get<{
      citer: { title: string };
      contexts: { text: string; links: { self: string; page: string } }[];
    }>(`${INVENTED_HUB}${address}`);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(citation.citer.title);
    for (const context of citation.contexts) {
      await expect(page.locator(new URL(context.links.page).hash)).toContainText(context.text);
      expect(await api.get(below(context.links.self))).toEqual(context);
    }
  }
});

test("citers are found by the language of the explorer, page by page in every order", async ({ api }) => {
  const list = `${INVENTED_HUB}/citers`;
  const all = await api.get<List<{ id: number }>>(list);
  for (const sort of ["newest", "oldest", "most_cited", "most_contested", "relevance"]) {
    const seen: number[] = [];
    for (let path = `${list}?q=pencil&sort=${sort}&limit=7`; path !== ""; ) {
      const page = await api.get<List<{ id: number }>>(path);
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBeLessThan(all.total ?? 0);
      path = page.next === null ? "" : below(page.next);
      if (path === "") expect(seen, sort).toHaveLength(page.total ?? -1);
    }
    expect(new Set(seen).size, sort).toBe(seen.length);
  }
  const some = await api.get<List<{ label: { suggestedRoles: string[] } }>>(`${list}?q=role:method`);
  expect(some.items.every(({ label }) => label.suggestedRoles.includes("method"))).toBe(true);
});

test("a mistake in a query is told with its place and what could stand there", async ({ api }) => {
  for (const path of [`${INVENTED_HUB}/citers`, `${INVENTED_HUB}/contexts`, "/search"]) {
    const { errors } = await api.problem(`${path}?q=pencil%20role:metod`, 400, "invalid-query");
    expect(errors).toMatchObject([{ parameter: "q", start: 12, end: 17, suggestion: "method" }]);
    await api.problem(`${path}?q=${"a".repeat(2000)}`, 400, "invalid-parameter");
    await api.problem(`${path}?cursor=eyJ2YWx1ZSI6IngifQ`, 400, "invalid-parameter");
  }
  await api.problem("/search?kind=people", 400, "invalid-parameter");
  await api.problem("/search?sort=worst", 400, "invalid-parameter");
  await api.problem(`${INVENTED_HUB}/citers?sort=worst`, 400, "invalid-parameter");
  await api.problem(`${INVENTED_HUB}/cocited?sort=worst`, 400, "invalid-parameter");
  // A cursor of the order by date is none of the order by count.
  const page = await api.get<List<unknown>>(`${INVENTED_HUB}/citers?limit=1`);
  await api.problem(`${below(page.next)}&sort=most_cited`, 400, "invalid-parameter");
});

test("sentences and co-cited works come page by page, each once", async ({ api }) => {
  for (const list of [
    `${INVENTED_HUB}/contexts?limit=50`,
    `${INVENTED_HUB}/cocited?sort=strength&limit=20`,
  ]) {
    const seen: number[] = [];
    let total: number | null = null;
    for (let path = list; path !== ""; ) {
      const page = await api.get<List<{ id: number }>>(path);
      seen.push(...page.items.map(({ id }) => id));
      total = page.total;
      path = page.next === null ? "" : below(page.next);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
  }
});

test("the search finds hubs, citers and sentences, each page once", async ({ api }) => {
  for (const kind of ["hubs", "citers", "sentences"])
    for (const sort of ["relevance", "newest"]) {
      let found = 0;
      for (let path = `/search?q=pencil&kind=${kind}&sort=${sort}&limit=10`; path !== ""; ) {
        const page = await api.get<List<{ kind: string; about: { slug: string } }>>(path);
        found += page.items.length;
        expect(page.items.every((item) => item.kind === kind)).toBe(true);
        path = page.next === null ? "" : below(page.next);
        if (path === "") expect(found, `${kind} ${sort}`).toBe(page.total);
      }
      expect(found, kind).toBeGreaterThan(0);
    }
});

test("an answer that the reader has already is not sent again", async ({ request }) => {
  for (const path of ["/api/v1/hubs", `/api/v1${INVENTED_HUB}`, "/api/v1/openapi.json"]) {
    const first = await request.get(path);
    expect(first.headers()["cache-control"]).toBe("public, max-age=0, s-maxage=1, must-revalidate");
    const tag = first.headers().etag ?? "";
    expect(tag).toMatch(/^W\/"/);
    const again = await request.get(path, { headers: { "If-None-Match": tag } });
    expect(again.status()).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers().etag).toBe(tag);
    expect((await request.get(path, { headers: { "If-None-Match": '"other"' } })).status()).toBe(200);
  }
});

test("a page of another site may read, and nobody may write", async ({ api, page, request }) => {
  const asked = await request.fetch("/api/v1/hubs", {
    method: "OPTIONS",
    headers: { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "GET" },
  });
  expect(asked.status()).toBe(204);
  expect(asked.headers()["access-control-allow-methods"]).toBe("GET, HEAD, OPTIONS");
  const head = await request.head("/api/v1/hubs");
  expect([head.status(), head.headers()["access-control-allow-origin"]]).toEqual([200, "*"]);
  const elsewhere = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end("<title>Another site</title>");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const read = await page.evaluate(
    async (url) => (await fetch(url, { headers: { "If-None-Match": '"x"' } })).headers.get("etag"),
    `${process.env.SPOKES_URL}/api/v1/hubs`,
  );
  elsewhere.close();
  expect(read).toMatch(/^W\/"/);
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    await api.problem("/hubs", 405, "method-not-allowed", method);
    await api.problem("/nothing", 405, "method-not-allowed", method);
  }
});

test("whatever is wrong is told as a problem", async ({ api }) => {
  for (const path of [
    "/nothing",
    "/hubs/none",
    "/hubs/No%20Slug",
    "/hubs/none/claims",
    "/hubs/none/agreement",
    `${INVENTED_HUB}/citers/999999999`,
    `${INVENTED_HUB}/citers/x`,
    "/contexts/999999999",
    "/contexts/0",
    "/hubs/%ff",
  ])
    await api.problem(path, 404, "not-found");
  for (const parameter of ["limit=0", "limit=201", "limit=x", "limit=1&limit=1", "cursor=x", "page=2"]) {
    const { errors } = await api.problem(`/hubs?${parameter}`, 400, "invalid-parameter");
    expect(errors?.map((error) => error.parameter)).toEqual([parameter.replace(/=.*/, "")]);
  }
  for (const path of ["", "/vocabulary", INVENTED_HUB, `${INVENTED_HUB}/claims`, "/contexts/1"])
    await api.problem(`${path}?extra=1`, 400, "invalid-parameter");
});

test("a citation is found under its own hub only", async ({ api, page }) => {
  await page.goto(`${CARBON_HUB}/citers`);
  const [address = ""] = await listedCiters(page);
  await api.get(`${CARBON_HUB}${address}`);
  await api.problem(`${INVENTED_HUB}${address}`, 404, "not-found");
});

/** The status of an answer to a request from one of the addresses of this machine. */
const statusFrom = (localAddress: string, path: string) =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const { hostname, port } = new URL(process.env.SPOKES_URL ?? "");
    const host = hostname === "localhost" ? "127.0.0.1" : hostname;
    sendRequest({ host, port, path, localAddress }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    })
      .on("error", reject)
      .end();
  });

test("a network that asks too often has to wait, and no other", async () => {
  const first = await statusFrom("127.0.0.9", "/api/v1");
  const [, quota = ""] = /^"reads";q=(\d+);w=60$/.exec(String(first.headers["ratelimit-policy"])) ?? [];
  const batch = () => Promise.all(Array.from({ length: 20 }, () => statusFrom("127.0.0.9", "/api/v1")));
  let refused: Awaited<ReturnType<typeof statusFrom>> | undefined;
  // Twice as many as one span of time lets through, because a new one may begin meanwhile.
  for (let sent = 0; sent < 2 * Number(quota) && !refused; sent += 20)
    refused = (await batch()).find(({ status }) => status === 429);
  expect(Number(quota)).toBeGreaterThan(100);
  expect(refused?.headers["content-type"]).toBe("application/problem+json");
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
  expect(String(refused?.headers.ratelimit)).toMatch(/^"reads";r=0;t=\d+$/);
  expect((await statusFrom("127.0.0.10", "/api/v1")).status).toBe(200);
});
