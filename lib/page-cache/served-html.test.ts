import { expect, test } from "vitest";
import { withoutScript } from "./served-html.mjs";

test("Next's scripts and its copy of the page are taken out, and nothing else", () => {
  const page = (head: string, tail: string) =>
    `<html><head>${head}</head><body><p>Text</p>${tail}</body></html>`;
  expect(
    withoutScript(
      page(
        '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><script src="/_next/a.js" async=""></script>',
        '<script id="_R_">start()</script><script>self.__next_f.push([1,"<p>Text</p>"])</script>',
      ),
    ),
  ).toBe(page("", ""));
});

test("data for machines, style sheets and scripts that are not Next's stay", () => {
  const kept =
    '<link rel="preload" as="font" href="/a.woff2"/><script type="application/ld+json">{"a":1}</script><script src="/ours.js" defer=""></script>';
  expect(withoutScript(kept)).toBe(kept);
});

test("the nonce of the request that made a page is not kept with it", () => {
  const page =
    '<link rel="stylesheet" href="/a.css" nonce="x+/="/><script nonce="x+/=" id="_R_">start()</script><p> nonce=&quot;y&quot;</p><script src="/ours.js" nonce="x+/=" async=""></script>';
  expect(withoutScript(page)).toBe(
    '<link rel="stylesheet" href="/a.css"/><p> nonce=&quot;y&quot;</p><script src="/ours.js" async=""></script>',
  );
});

test("a page that is completed by script keeps its scripts", () => {
  const streamed = '<template id="B:0"></template><script>$RC("B:0","S:0")</script>';
  expect(withoutScript(streamed)).toBe(streamed);
});

test("a page with a form for a server action keeps its scripts", () => {
  const page = '<form><input name="$ACTION_ID_1"></form><script src="/_next/a.js"></script>';
  expect(withoutScript(page)).toBe(page);
});
