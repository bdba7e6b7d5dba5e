import { escapeXml } from "./xml";

export interface AtomEntry {
  /** Where it leads. */
  href: string;
  /** Its name, an address that stays. */
  id: string;
  title: string;
  updated: Date;
  /** Plain text. */
  content: string;
}

/** A feed in Atom (RFC 4287). `updated` is that of the newest entry, or of the feed where it has none. */
export function atomFeed(feed: {
  /** Its own address, which is its name too. */
  href: string;
  page: string;
  title: string;
  subtitle: string;
  author: string;
  updated: Date;
  entries: readonly AtomEntry[];
}): string {
  const { href, page, title, subtitle, author, updated, entries } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escapeXml(href)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<subtitle>${escapeXml(subtitle)}</subtitle>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(href)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    ...entries.map(entryLines),
    "</feed>",
    "",
  ].join("\n");
}

function entryLines({ href, id, title, updated, content }: AtomEntry): string {
  return [
    "<entry>",
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    `<content type="text">${escapeXml(content)}</content>`,
    "</entry>",
  ].join("\n");
}
