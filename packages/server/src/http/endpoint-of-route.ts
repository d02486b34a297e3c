import { ENDPOINTS, type Endpoint } from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route's row in the contract; absent on routes that are no part of it. */
    endpoint?: Endpoint;
  }
}

/** Gives each route that is registered from now on its row in the contract, for the hooks that ask what it needs. */
export function nameEndpoints(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method];
    const endpoint = BY_ROUTE.get(`${methods.includes('HEAD') ? 'GET' : methods[0]} ${shapeOfRoute(route.url)}`);
    if (endpoint !== undefined) route.config = { ...route.config, endpoint };
  });
}

/**
 * What a key needs for a route is told by its row: from now on a route without one cannot be registered.
 * @throws {Error} at the registration of such a route.
 */
export function requireEndpoints(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.endpoint === undefined) throw new Error(`${method} ${url} has no row in the contract's ENDPOINTS`);
  });
}

/** A path with its parameters unnamed: `/v1/batches/*:cancel`. */
function shapeOfEndpoint({ path }: Endpoint): string {
  return path.replaceAll(/\{\w+\}/g, '*');
}

/** A doubled colon stands for itself; a parameter may carry a pattern. */
function shapeOfRoute(url: string): string {
  return url.replaceAll(/::|:\w+(?:\([^)]*\))?/g, (part) => (part === '::' ? ':' : '*'));
}

const BY_ROUTE = new Map(
  ENDPOINTS.map((endpoint) => [`${endpoint.method.toUpperCase()} ${shapeOfEndpoint(endpoint)}`, endpoint]),
);
