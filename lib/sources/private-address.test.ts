import { describe, expect, test } from "vitest";
import { mayConnect } from "./private-address";

/** One of every range at least. */
const PRIVATE = (
  "0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 " +
  "192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 " +
  ":: ::1 fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe " +
  "64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:1ff:ffff::1 2001:db8::1 2002:a00:1:: 3fff::1 5f00::1 " +
  "::127.0.0.1 ::a00:1 ::ffff:0:a00:1"
).split(" ");

const PUBLIC =
  "1.1.1.1 100.63.255.255 172.15.0.1 172.32.0.1 192.169.0.1 2606:4700::1111 2001:200::1 ::ffff:1.1.1.1".split(
    " ",
  );

describe("addresses that a request may go to", () => {
  test.each(PRIVATE)("%s is refused", (address) => {
    expect(mayConnect(address, false)).toBe(false);
  });

  test.each(PUBLIC)("%s is public", (address) => {
    expect(mayConnect(address, false)).toBe(true);
  });

  test("allowing this machine allows no other private address", () => {
    expect(["127.0.0.1", "::1"].map((address) => mayConnect(address, true))).toEqual([true, true]);
    const others = PRIVATE.filter((address) => !/^127\.|^::1$|^::ffff:127\./.test(address));
    expect(others.filter((address) => mayConnect(address, true))).toEqual([]);
  });

  test("what is no IP address is refused", () => {
    expect(["", "localhost", "1.2.3", "0x7f.1"].map((text) => mayConnect(text, true))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
