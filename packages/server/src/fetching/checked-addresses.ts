import { isIP } from 'node:net';
import { isLocalName, isNearbyAddress, isOwnAddress, isPublicAddress } from './address-policy.ts';
import { FetchError } from './fetch-error.ts';
import { socketHost } from './target-url.ts';

/** Of each family. A name with thousands of addresses would have us try them all. */
const TRIED_MAX = 3;

export interface AddressRules {
  /** Whether this machine and its network may be reached under this URL. */
  readonly isNearbyAllowed: (url: URL) => boolean;
  readonly resolve: (url: URL) => Promise<readonly string[]>;
}

/**
 * Finds the addresses that a connection for `url` may be opened to: the only ones, whatever the name says a moment later.
 * One forbidden address among several refuses the name altogether. An honest public name has none, and a name that mixes
 * them is how a stranger would have us choose the wrong one.
 * @throws {FetchError} `forbidden_address`, `unresolved`
 */
export async function findCheckedAddresses(url: URL, site: string, rules: AddressRules): Promise<readonly string[]> {
  assertAllowedAsWritten(url, site, rules);
  const host = socketHost(url);
  const addresses = isIP(host) === 0 ? await resolveAll(url, site, rules.resolve) : [host];
  if (!addresses.every((address) => isAllowed(address, rules.isNearbyAllowed(url)))) throw forbidden(site);
  return [4, 6].flatMap((family) => addresses.filter((address) => isIP(address) === family).slice(0, TRIED_MAX));
}

/**
 * What can be told without asking anybody: an address, or a name that is never public.
 * @throws {FetchError} `forbidden_address`
 */
export function assertAllowedAsWritten(url: URL, site: string, rules: Pick<AddressRules, 'isNearbyAllowed'>): void {
  const host = socketHost(url);
  const isNearbyAllowed = rules.isNearbyAllowed(url);
  const isFine = isIP(host) === 0 ? isNearbyAllowed || !isLocalName(host) : isAllowed(host, isNearbyAllowed);
  if (!isFine) throw forbidden(site);
}

function isAllowed(address: string, isNearbyAllowed: boolean): boolean {
  if (isPublicAddress(address)) return isNearbyAllowed || !isOwnAddress(address);
  return isNearbyAllowed && isNearbyAddress(address);
}

async function resolveAll(url: URL, site: string, resolve: AddressRules['resolve']): Promise<readonly string[]> {
  const unresolved = (cause?: unknown): FetchError =>
    new FetchError('unresolved', `${site} has no address in the DNS. Check how its name is spelt.`, { cause });
  try {
    const addresses = await resolve(url);
    if (addresses.length > 0) return addresses;
  } catch (error) {
    throw unresolved(error);
  }
  throw unresolved();
}

function forbidden(site: string): FetchError {
  return new FetchError(
    'forbidden_address',
    `${site} is not on the public internet, and nothing else is fetched. Send the file itself as a data URL; ` +
      'in development, the server can be started with --allow-private-fetch.',
  );
}
