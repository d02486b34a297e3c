import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { EngineError } from '../engine.ts';

/** This machine, private networks, link-local (where clouds keep their credentials), shared and unspecified. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
PRIVATE.addSubnet('::', 127, 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** @param address An IPv4 or IPv6 address; an IPv4 address in IPv6 notation counts as what it stands for. */
function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Refuses addresses that only this machine or its network can reach: the upstream chooses the URL, and we would fetch for
 * it. The upstream's own host is where the operator pointed us, wherever that is.
 * @throws {EngineError} `bad_response` for such a host, or another protocol than HTTP; `unavailable` for an unknown name.
 */
export async function assertDownloadable(url: URL, upstreamHost: string): Promise<void> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new EngineError('bad_response', 'the upstream named its file by no usable URL');
  }
  if (url.hostname === upstreamHost) return;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) === 0 ? await addressesOf(name) : [name];
  if (addresses.some(isPrivateAddress)) {
    throw new EngineError('bad_response', `the upstream named a file on ${name}, which is in a private network`);
  }
}

async function addressesOf(name: string): Promise<string[]> {
  try {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw new EngineError('unavailable', `${name}, where the upstream keeps its file, has no address`, {
      cause: error,
    });
  }
}
