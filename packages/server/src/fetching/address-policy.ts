import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** Everything that IANA has given out for the public IPv6 internet lies in here; the exceptions within are `range()`'s. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Where clouds keep the machine's credentials, beside the link-local 169.254.169.254 and fe80::: no development needs
 * them, and one of them (Azure's) looks like a public address. AWS, Google, Alibaba, Azure.
 */
const METADATA: ReadonlySet<string> = new Set(['fd00:ec2::254', 'fd20:ce::254', '100.100.100.200', '168.63.129.16']);

/** Ranges that development may reach. Link-local is not one of them: see `METADATA`. */
const NEARBY: ReadonlySet<string> = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal']);

/** Names that no public DNS answers for: RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN's `internal`. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|onion|home\.arpa)$/;

/**
 * Whether an address belongs to the public internet: ordinary unicast, nothing that is private, local, shared, reserved,
 * for documentation or benchmarks, or that carries an IPv4 address to a translator (mapped, NAT64, 6to4, Teredo).
 * @param address As a resolver gives it. What does not parse, and what has a zone, is not public.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed === undefined || parsed.range() !== 'unicast' || METADATA.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/** Whether an address is this machine's or its private network's, which development may reach. */
export function isNearbyAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed === undefined || METADATA.has(parsed.toString())) return false;
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress())
    return isNearbyAddress(parsed.toIPv4Address().toString());
  return NEARBY.has(parsed.range()) || ['0.0.0.0', '::'].includes(parsed.toString());
}

/**
 * Whether an address is one of this machine's interfaces. A public one leads past the firewall, to whatever listens here
 * for the network alone.
 */
export function isOwnAddress(address: string): boolean {
  const text = parse(address)?.toString();
  const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses);
  return text !== undefined && own.some((candidate) => parse(candidate.address)?.toString() === text);
}

/**
 * Whether a name is one of this machine or its network, whatever it resolves to; names without a dot are.
 * @param hostname As in a parsed URL, without a trailing dot; not an address.
 */
export function isLocalName(hostname: string): boolean {
  return !hostname.includes('.') || LOCAL_NAME.test(hostname);
}

/** `ipaddr.js` alone reads octal and short forms too, which a socket may read otherwise. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(address) === 0 || address.includes('%') ? undefined : ipaddr.parse(address);
}
