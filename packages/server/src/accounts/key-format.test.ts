import { describe, expect, it } from 'vitest';
import { hashKey, isPossibleKey, KEY_PREFIX, makeKey, redactKey } from './key-format.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('API keys', () => {
  it('have a prefix that clients of the original accept, 32 random characters and a checksum', () => {
    const key = makeKey();
    expect(key).toMatch(/^xai-oi-[0-9A-Za-z]{38}$/);
    expect(isPossibleKey(key)).toBe(true);
    expect(makeKey()).not.toBe(key);
  });

  it('with any one character changed are known to be wrong without asking a database', () => {
    const key = makeKey();
    let typos = 0;
    for (let at = KEY_PREFIX.length; at < key.length; at++) {
      for (const letter of BASE62) {
        if (letter === key[at]) continue;
        typos++;
        expect(isPossibleKey(key.slice(0, at) + letter + key.slice(at + 1))).toBe(false);
      }
    }
    expect(typos).toBe(38 * 61);
  });

  it('that are cut, lengthened or hold foreign characters are wrong', () => {
    const key = makeKey();
    for (const other of [key.slice(0, -1), `${key}0`, `${key} `, key.replace('xai-oi-', 'xai-oi-é'), KEY_PREFIX, '']) {
      expect(isPossibleKey(other), other).toBe(false);
    }
  });

  it('of the operator’s own choice are possible from 16 characters on', () => {
    expect(isPossibleKey('ci-key-1234567')).toBe(false);
    expect(isPossibleKey('ci-key-123456789')).toBe(true);
  });

  it('use all letters alike: no letter is favoured by the way bytes become letters', () => {
    const counts = new Map<string, number>();
    let state = 1;
    const random = (count: number): Uint8Array =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 24;
      });
    for (let index = 0; index < 2_000; index++) {
      for (const letter of makeKey(random).slice(KEY_PREFIX.length, -6))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(62);
    const mean = (2_000 * 32) / 62;
    for (const [letter, count] of counts) expect(Math.abs(count - mean) / mean, letter).toBeLessThan(0.2);
  });

  it('are kept as a hash and shown redacted', () => {
    const key = makeKey();
    expect(hashKey(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(redactKey(key)).toBe(`xai-oi-…${key.slice(-4)}`);
    expect(redactKey('my-own-key-for-ci-0001')).toBe('my-o…0001');
  });
});
