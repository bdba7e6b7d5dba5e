import { BlockList, isIP } from "node:net";

/** What IANA's registries of special-purpose addresses keep out of the public Internet; each with its prefix. */
const PRIVATE: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  // The two that IANA names, and IPv4 addresses as they were once written within IPv6.
  ["::", 96],
  ["::ffff:0:0:0", 96],
  // What leads on to an IPv4 address by translation or through a tunnel.
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 23],
  ["2002::", 16],
  ["100::", 64],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const LOOPBACK: readonly (readonly [string, number])[] = [
  ["127.0.0.0", 8],
  ["::1", 128],
];

function blockList(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, net.includes(":") ? "ipv6" : "ipv4");
  return list;
}

const privateAddresses = blockList(PRIVATE);
const loopbackAddresses = blockList(LOOPBACK);

/**
 * Whether a request may go to an IP address: only to public ones, and to this machine where that is allowed. An IPv4
 * address within an IPv6 one (`::ffff:10.0.0.1`) counts as what it is. False for anything that is no IP address.
 */
export function mayConnect(address: string, allowLoopback: boolean): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  if (allowLoopback && loopbackAddresses.check(address, family)) return true;
  return !privateAddresses.check(address, family);
}
