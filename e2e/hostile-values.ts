/** A source of choices that gives the same ones for the same seed. */
export interface Chance {
  /** A whole number from 0 up to below `end`. */
  below: (end: number) => number;
  pick: <T>(from: readonly T[]) => T;
}

/** Mulberry32: small, and good enough to choose by. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}

const NUMBERS = [
  ..."-1 0 1 2 007 1.5 1e3 1e309 -0 0x10 1_000 NaN Infinity 2147483647 2147483648 4294967296".split(" "),
  ..."9007199254740993 9223372036854775807 9223372036854775808 99999999999999999999999999".split(" "),
];
const WORDS = [
  ..."null undefined true __proto__ constructor toString hasOwnProperty [object%20Object] [] {} admin".split(
    " ",
  ),
  ..."2023-99-99 0000 9999-12-31 year:2023..9999999999 year:..  role:nothing -is:self NOT AND OR".split(" "),
  ..."context-0 context-99999999999999999999 paper-1-1 paper-0-0 context-1e5 NaN.1 2026-05.9 .1 17.0".split(
    " ",
  ),
];
const SIGNS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\t\n\r\v",
  "\r\nset-cookie: planted=1",
  "%",
  "_",
  "\\",
  "\\x00",
  "'",
  '"',
  "`",
  ";",
  "=1+1",
  "\u2028",
  "\u202e",
  "\ufeff",
  "\u{10ffff}",
  "İﬃß",
  "e\u0301".repeat(50),
  "\ud800",
  "x\udfff",
];
const ATTACKS = [
  "' or '1'='1",
  "1'; drop table hub; --",
  '1) union select handle, password_hash from "user" --',
  "1 and pg_sleep(9)",
  "%' escape '!",
  "$" + "{7*7}",
  "{{7*7}}",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "//evil.test",
  "../../../../etc/passwd",
  "..\\..\\windows",
  "file:///etc/passwd",
  "http://127.0.0.1:1/",
  "a'||(select 1)||'",
  "$ACTION_ID_x",
  "!@#$^&*()",
  "!:*",
  "a:* & !b | (c",
  "*".repeat(60),
];
const HUGE = [
  "a".repeat(3000),
  "(".repeat(800),
  '"'.repeat(801),
  "a ".repeat(1000),
  "role:".repeat(300),
  "😀".repeat(300),
  "-".repeat(1000),
  "9".repeat(1000),
  "[".repeat(500),
];

/** Something that no form or link of ours would hold. */
export function hostile(chance: Chance): string {
  const one = () => chance.pick(chance.pick([NUMBERS, WORDS, SIGNS, ATTACKS, HUGE]));
  return chance.below(6) === 0 ? `${one()}${one()}` : one();
}

/** Pieces of an address that stand in it as they are. */
const RAW = ["%ff", "%", "%c0%af", "%ed%a0%80", "%00", "%u0041", "+", "%2f", "%2e%2e", "%5c", "%0d%0a"];

/** Text as it stands in an address; a lone surrogate as the bytes that a careless program would write. */
const encoded = (text: string) =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\u0001")).replaceAll("%01", "%ed%a0%80");

/** A hostile piece of an address. */
export const hostilePiece = (chance: Chance): string =>
  chance.below(4) === 0 ? chance.pick(RAW) : encoded(hostile(chance));
