import fc from "fast-check";
import { expect, test } from "vitest";
import { atomFeed } from "./atom";
import { sitemapIndex, sitemapPart } from "./sitemap";
import { textsIn } from "./testing/xml-texts";

const at = new Date("2026-11-28T10:00:00Z");

test("a feed holds its name, its address, when it changed, and an entry for each event", () => {
  const feed = atomFeed({
    href: "https://spokes.example.org/hubs/wheels/feed.xml",
    page: "https://spokes.example.org/hubs/wheels",
    title: "How “Wheels & Roads” is received",
    subtitle: "New citing papers.",
    author: "Spokes",
    updated: at,
    entries: [
      {
        id: "https://x.org/1#c-2",
        href: "https://x.org/1",
        title: "Agreed: <i>",
        updated: at,
        content: "a < b",
      },
    ],
  });
  expect(feed).toContain("<id>https://spokes.example.org/hubs/wheels/feed.xml</id>");
  expect(feed).toContain("<title>How “Wheels &amp; Roads” is received</title>");
  expect(feed.match(/<updated>2026-11-28T10:00:00.000Z<\/updated>/gu)).toHaveLength(2);
  expect(feed).toContain("<title>Agreed: &lt;i&gt;</title>");
});

test("whatever text stands in it, a feed is well-formed and gives the text back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const feed = atomFeed({
        href: "https://x.org/f",
        page: "https://x.org/",
        title: `T${text}T`,
        subtitle: "",
        author: "Spokes",
        updated: at,
        entries: [],
      });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
      const kept = `T${text}T`.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "");
      expect((await textsIn(feed, "title"))[0]).toBe(kept.replace(/\r\n?/gu, "\n"));
    }),
  );
});

test("a sitemap lists addresses, and its index lists sitemaps", () => {
  expect(sitemapPart(["https://x.org/?a=1&b=2"])).toContain(
    "<url><loc>https://x.org/?a=1&amp;b=2</loc></url>",
  );
  expect(sitemapIndex(["https://x.org/sitemap/pages.xml"])).toContain(
    "<sitemap><loc>https://x.org/sitemap/pages.xml</loc></sitemap>",
  );
});
