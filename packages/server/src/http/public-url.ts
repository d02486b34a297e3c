import type { FastifyRequest } from 'fastify';
import { isPrivateHost } from '../delivery/private-host.ts';

/** Puts a host before a path: the configured one, else the one the caller came to when it can only be this machine or its network. */
export type PublicUrl = (request: FastifyRequest, path: string) => string;

export function createPublicUrl(options: {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
}): PublicUrl {
  const configured = options.publicUrl === undefined ? undefined : originOf(options);
  return (request, path) => {
    if (configured !== undefined) return configured + path;
    const asked = request.headers.host;
    // A stranger's Host header must not end up in links that others follow.
    if (asked !== undefined && isPrivateHost(asked)) return `http://${asked}${path}`;
    return originOf({ ...options, port: request.socket.localPort ?? options.port }) + path;
  };
}

/** What results are reached by where no request tells where its caller came to. Without a trailing slash. */
export function originOf({ host, port, publicUrl }: Parameters<typeof createPublicUrl>[0]): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '');
  return `http://${isPrivateHost(host) ? host : 'localhost'}:${port}`;
}
