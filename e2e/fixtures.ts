import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/** The hubs of the demonstration data. */
export const CARBON_HUB = "/hubs/carbon-emissions-and-large-neural-network-training";
export const INVENTED_HUB = "/hubs/demonstration";

const THEMES = ["light", "dark"] as const;

interface Fixtures {
  /** Fails with every violation that axe finds on the page that is open, in light and in dark. */
  expectAccessible: () => Promise<void>;
  /** Fails every test during which the browser had to keep a page from what its policy forbids. */
  policyKept: undefined;
}

export const test = base.extend<Fixtures>({
  policyKept: [
    async ({ context }, use) => {
      const broken: string[] = [];
      context.on("console", (message) => {
        if (/Content Security Policy|TrustedScript/.test(message.text()))
          broken.push(`${message.page()?.url()}: ${message.text()}`);
      });
      await use(undefined);
      expect(broken, "what a page does, its policy must allow (lib/front-door/answer-headers.mjs)").toEqual(
        [],
      );
    },
    { auto: true },
  ],
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join("; ")})`,
        );
        expect(found, `${new URL(page.url()).pathname} in ${theme}`).toEqual([]);
      }
    });
  },
});

export { expect };

/** The addresses of the papers in the list that is open, in its order. */
export async function listedCiters(page: Page): Promise<string[]> {
  const links = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  // In a list that was asked for, the addresses name the list too.
  return addresses.flatMap((address) => /\/citers\/\d+/.exec(address)?.[0] ?? []);
}

/** The whole number at the end of a text such as "12 of 1,036 citers": the one before the last word. */
export function totalIn(text: string): number {
  const numbers = text.match(/\d[\d,]*/g) ?? [];
  return Number(numbers.at(-1)?.replaceAll(",", ""));
}

/** One address of every kind of page, also of the pages that show that something is missing. */
export async function everyKindOfPage(page: Page): Promise<string[]> {
  await page.goto(`${INVENTED_HUB}/citers`);
  const invented = await listedCiters(page);
  await page.goto(`${CARBON_HUB}/citers`);
  const real = await listedCiters(page);
  return [
    "/",
    "/hubs",
    "/about",
    "/guidelines",
    "/api",
    "/search",
    "/search?q=pencil&kind=citers",
    "/search?q=nobodywrotethis",
    CARBON_HUB,
    INVENTED_HUB,
    `${CARBON_HUB}/citers`,
    `${INVENTED_HUB}/citers?q=pencil+year:2020..+rol:method`,
    `${INVENTED_HUB}/citers?q=nobodywrotethis`,
    `${INVENTED_HUB}/sentences?q=pencil`,
    `${INVENTED_HUB}/cocited`,
    `${CARBON_HUB}/cocited`,
    ...invented.slice(0, 3),
    ...real.slice(0, 1),
    "/nothing-is-here",
  ];
}
