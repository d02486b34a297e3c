import { expect, it } from 'vitest';
import { readKeyChange, readKeyOrder } from './keys.ts';

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
  [{ name: 'a', expireTime: '0000-01-01T00:00:00Z' }, 'invalid-argument'],
  [{ name: 'a', expireTime: '9999-12-31T23:59:59-14:00' }, 'invalid-argument'],
  [{ name: 'a', acls: 'all' }, 'unprocessable'],
  [{ name: ' ' }, 'invalid-argument'],
  [{ name: 'a'.repeat(101) }, 'invalid-argument'],
  [{ name: 'a', acls: ['everything'] }, 'invalid-argument'],
])('%j is refused with %s', (body, code) => {
  expect(() => readKeyOrder(body)).toThrow(expect.objectContaining({ code }));
});

it('reads a change: what is absent stays, and null takes back', () => {
  expect(readKeyChange({})).toEqual({});
  expect(readKeyChange({ name: ' b ', acls: [], disabled: false, expireTime: null, qps: '7', qpm: null })).toEqual({
    name: 'b',
    acls: [],
    disabled: false,
    expiresAt: null,
    settings: { requests_per_second: '7', requests_per_minute: null },
  });
  expect(readKeyChange({ name: null, acls: null, disabled: null, settings: null, tpm: '5' })).toEqual({});
});

it('reads a change by a field mask', () => {
  const apiKey = { name: 'b', qps: 5, aclStrings: ['api-key:model:*'], redactedApiKey: 'xai-…', disabled: true };
  expect(readKeyChange({ apiKey, fieldMask: 'qps, aclStrings' })).toEqual({
    acls: ['api-key:model:*'],
    settings: { requests_per_second: 5 },
  });
  expect(readKeyChange({ apiKey })).toMatchObject({ name: 'b', disabled: true });
  expect(readKeyChange({ apiKey, fieldMask: 'expireTime' })).toEqual({ expiresAt: null });
  expect(() => readKeyChange({ apiKey, fieldMask: 'teamId' })).toThrow(/`fieldMask` names "teamId".*name, acls/);
  expect(() => readKeyChange({ apiKey: { name: 7 } })).toThrow(expect.objectContaining({ code: 'unprocessable' }));
});
