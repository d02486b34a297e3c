import { isPrivateHost } from './private-host.ts';

/** Of a request, over either door: where its caller came to. */
export interface Asked {
  /** Of the `Host` header or `:authority`; empty where there was none. */
  readonly host: string;
  readonly protocol: 'http' | 'https';
  readonly socket: { readonly localPort?: number | undefined };
}

/** Puts a host before a path: the configured one, else the one the caller came to when it can only be this machine or its network. */
export type PublicUrl = (asked: Asked, path: string) => string;

export interface PublicUrlOptions {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  /** What a server speaks on its port. Default: `http`. */
  readonly protocol?: 'http' | 'https' | undefined;
}

export function createPublicUrl(options: PublicUrlOptions): PublicUrl {
  const configured = options.publicUrl === undefined ? undefined : originOf(options);
  return ({ host, protocol, socket }, path) => {
    if (configured !== undefined) return configured + path;
    // A stranger's Host header must not end up in links that others follow.
    if (host !== '' && isPrivateHost(host)) return `${protocol}://${host}${path}`;
    return originOf({ ...options, protocol, port: socket.localPort ?? options.port }) + path;
  };
}

/** What results are reached by where no request tells where its caller came to. Without a trailing slash. */
export function originOf({ host, port, publicUrl, protocol = 'http' }: PublicUrlOptions): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '');
  return `${protocol}://${isPrivateHost(host) ? host : 'localhost'}:${port}`;
}
