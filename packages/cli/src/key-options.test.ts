import { describe, expect, it } from 'vitest';
import { aclsOf, expiryOf } from './key-options.ts';

const EVERYTHING = ['api-key:model:*', 'api-key:endpoint:*'];

describe('the options of a key', () => {
  it('name models and endpoints, and leave what is not named', () => {
    expect(aclsOf({}, EVERYTHING)).toBeUndefined();
    expect(aclsOf({ models: ['grok-imagine-image', 'grok-imagine-image-pro'] }, EVERYTHING)).toEqual([
      'api-key:model:grok-imagine-image',
      'api-key:model:grok-imagine-image-pro',
      'api-key:endpoint:*',
    ]);
    expect(aclsOf({ endpoints: ['image', 'files'] }, ['api-key:model:grok-imagine-image'])).toEqual([
      'api-key:model:grok-imagine-image',
      'api-key:endpoint:image',
      'api-key:endpoint:files',
    ]);
    expect(aclsOf({ endpoints: [] }, EVERYTHING)).toEqual(['api-key:model:*']);
    expect(aclsOf({ acl: ['api-key:endpoint:chat'] }, EVERYTHING)).toEqual(['api-key:endpoint:chat']);
  });

  it('say what there is when a name is wrong', () => {
    expect(() => aclsOf({ models: ['grok'] }, [])).toThrow(/no model "grok".*grok-imagine-image, /);
    expect(() => aclsOf({ endpoints: ['images'] }, [])).toThrow(/no endpoint "images".*image, video, files/);
    expect(() => aclsOf({ acl: ['x'], endpoints: ['image'] }, [])).toThrow(/give it alone/);
  });

  it('take a time, a span, or never', () => {
    const now = new Date('2026-11-22T10:00:00Z');
    expect(expiryOf('30d', now)).toBe('2026-12-22T10:00:00.000Z');
    expect(expiryOf('90m', now)).toBe('2026-11-22T11:30:00.000Z');
    expect(expiryOf('2027-01-31', now)).toBe('2027-01-31T00:00:00.000Z');
    expect(expiryOf('2027-01-31T12:00:00+02:00', now)).toBe('2027-01-31T10:00:00.000Z');
    expect([expiryOf('never', now), expiryOf(undefined, now)]).toEqual([null, undefined]);
    for (const text of ['soon', '30', '5 d', '2027', '2027-13-01'])
      expect(() => expiryOf(text, now)).toThrow(/--expires must be a time .* got/);
  });
});
