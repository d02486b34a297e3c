import { lookup, Resolver } from 'node:dns/promises';

/** All addresses of a name, in the order in which to try them. Rejects, or gives none, when there is none. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>;

/** Three seconds for a name server that never answers: the rest of the time is for the transfer. */
const QUERY = { timeout: 1_000, tries: 2 };

/**
 * Asks the machine's name servers (or the given ones) directly. Not by the system's `getaddrinfo`: that holds one of four
 * threads, which files and the database need too, for as long as a stranger's name server likes to be silent.
 * @param servers `127.0.0.1:5353`
 */
export function createDnsResolver(servers?: readonly string[]): ResolveName {
  return async (hostname) => {
    const resolver = new Resolver(QUERY);
    if (servers !== undefined) resolver.setServers(servers);
    const [ipv4, ipv6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    // IPv4 first: many containers have no route for IPv6, and some only notice it by waiting.
    const addresses = [ipv4, ipv6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length === 0 && ipv4.status === 'rejected') throw ipv4.reason;
    return addresses;
  };
}

/** Asks the system, its hosts file included: for names that the operator chose. */
export async function resolveBySystem(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}
