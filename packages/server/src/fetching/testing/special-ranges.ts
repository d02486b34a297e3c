import { BlockList, isIP } from 'node:net';

/**
 * Every range that is not public unicast, from IANA's registries of special-purpose addresses; kept apart from the
 * guard's own list, which it judges. IPv6 outside 2000::/3 is listed by the ranges around it.
 */
export const SPECIAL_RANGES: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
  ...['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
];

/** Public ones that the namespace's own interface has: connecting there is connecting to oneself. */
export const OWN_ADDRESSES: readonly string[] = ['5.9.0.1', '2a01:4f8::1'];

// A list for each family: Node's takes every IPv4 address for a member of ::/3, by its mapped form.
const SPECIAL = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const range of SPECIAL_RANGES) {
  const [network = '', bits] = range.split('/');
  const family = familyOf(network);
  SPECIAL[family].addSubnet(network, Number(bits), family);
}

/** @param address As a socket says it. */
export function isSpecial(address: string): boolean {
  const family = familyOf(address);
  return SPECIAL[family].check(address, family);
}

/** Whether nobody who is guarded may come to an address of the namespace. */
export function isForbidden(address: string): boolean {
  return isSpecial(address) || OWN_ADDRESSES.includes(address);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
