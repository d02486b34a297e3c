import { describe, expect, it } from 'vitest';
import { toStorableText } from './storable-text.ts';

describe('toStorableText', () => {
  it('drops zero bytes, replaces half characters and cuts what is too long, also within a character', () => {
    expect(toStorableText('a\0 fox \ud83d')).toBe('a fox \ufffd');
    const long = toStorableText(`${'x'.repeat(1_999)}🦊`);
    expect(long).toHaveLength(2_000);
    expect(long.isWellFormed()).toBe(true);
    expect(toStorableText('a fox 🦊')).toBe('a fox 🦊');
  });
});
