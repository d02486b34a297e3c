import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { nameEndpoints, requireEndpoints } from './endpoint-of-route.ts';

async function rowsOf(routes: readonly (readonly ['GET' | 'POST', string])[]): Promise<readonly unknown[]> {
  const app = fastify();
  const rows: unknown[] = [];
  nameEndpoints(app);
  app.addHook('onRoute', ({ method, config }) => {
    rows.push([method, config?.endpoint?.operationId]);
  });
  for (const [method, url] of routes) app.route({ method, url, handler: () => null });
  await app.ready();
  return rows;
}

it('finds the row of a route, whatever its parameters are called, and of its HEAD', async () => {
  expect(
    await rowsOf([
      ['POST', '/v1/videos/generations'],
      ['GET', '/v1/videos/:id'],
      ['GET', '/v1/models/:name([a-z.]+)'],
    ]),
  ).toEqual([
    ['POST', 'createVideo'],
    ['GET', 'getVideo'],
    ['HEAD', 'getVideo'],
    ['GET', 'getModel'],
    ['HEAD', 'getModel'],
  ]);
});

it('finds none for what the contract does not have', async () => {
  expect(await rowsOf([['POST', '/v1/models']])).toEqual([['POST', undefined]]);
});

it('lets no route without a row be registered where keys are asked', () => {
  const app = fastify();
  nameEndpoints(app);
  requireEndpoints(app);
  app.get('/v1/models', () => null);
  expect(() => app.get('/v1/secrets', () => null)).toThrow('GET /v1/secrets has no row');
});
