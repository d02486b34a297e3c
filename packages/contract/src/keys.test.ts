import { expect, it } from 'vitest';
import { readKeyOrder } from './keys.ts';

it('reads a key order', () => {
  expect(readKeyOrder({ name: ' ci ' })).toEqual({ name: 'ci' });
  expect(
    readKeyOrder({
      name: 'ci',
      acls: ['api-key:endpoint:image', 'api-key:model:grok-imagine-image-2.0'],
      expireTime: '2027-01-01T00:00:00Z',
    }),
  ).toEqual({
    name: 'ci',
    acls: ['api-key:endpoint:image', 'api-key:model:grok-imagine-image-2.0'],
    expiresAt: new Date('2027-01-01T00:00:00Z'),
  });
});

it.each([
  [{}, 'unprocessable'],
  [{ name: 1 }, 'unprocessable'],
  [{ name: 'a', expireTime: 'soon' }, 'unprocessable'],
  [{ name: 'a', acls: 'all' }, 'unprocessable'],
  [{ name: ' ' }, 'invalid-argument'],
  [{ name: 'a'.repeat(101) }, 'invalid-argument'],
  [{ name: 'a', acls: ['everything'] }, 'invalid-argument'],
])('%j is refused with %s', (body, code) => {
  expect(() => readKeyOrder(body)).toThrow(expect.objectContaining({ code }));
});
