import { escapeXml } from "./xml";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const listed = (element: string, addresses: readonly string[]) =>
  addresses.map((address) => `<${element}><loc>${escapeXml(address)}</loc></${element}>\n`).join("");

/** The sitemap that leads to the others (sitemaps.org). */
export const sitemapIndex = (addresses: readonly string[]): string =>
  `${HEAD}<sitemapindex ${SPACE}>\n${listed("sitemap", addresses)}</sitemapindex>\n`;

/** A sitemap of at most 50,000 addresses. */
export const sitemapPart = (addresses: readonly string[]): string =>
  `${HEAD}<urlset ${SPACE}>\n${listed("url", addresses)}</urlset>\n`;
