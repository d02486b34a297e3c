import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { makeSecret, rotateSecrets, signingSecrets } from './secrets.ts';
import { signMessage } from './sign.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
const first = [{ secret: 'whsec_one', until: null }];

describe('secrets', () => {
  it('are of 32 random bytes', () => {
    expect(makeSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(makeSecret()).not.toBe(makeSecret());
  });

  it('sign together for the overlap, the newest first, and then it alone', () => {
    const secrets = rotateSecrets(first, { now: NOW, overlapSeconds: 60, secret: 'whsec_two' });
    expect(signingSecrets(secrets, later(59))).toEqual(['whsec_two', 'whsec_one']);
    expect(signingSecrets(secrets, later(60))).toEqual(['whsec_two']);
    expect(rotateSecrets(first, { now: NOW, overlapSeconds: 0, secret: 'whsec_two' })).toEqual([
      { secret: 'whsec_two', until: null },
    ]);
  });

  it('never sign longer than an earlier rotation said, and never grow without bound', () => {
    const twice = rotateSecrets(rotateSecrets(first, { now: NOW, overlapSeconds: 60, secret: 'whsec_two' }), {
      now: later(1),
      overlapSeconds: 3_600,
      secret: 'whsec_three',
    });
    expect(signingSecrets(twice, later(61))).toEqual(['whsec_three', 'whsec_two']);
    let many = twice;
    for (let count = 0; count < 20; count++)
      many = rotateSecrets(many, { now: NOW, overlapSeconds: 60, secret: `whsec_${count}` });
    expect(many).toHaveLength(4);
  });
});

describe('a signed message', () => {
  it('passes the official verifier by each secret, in any script, and by no other secret', () => {
    const secrets = [makeSecret(), makeSecret()];
    const text = '{"type":"video.completed","data":{"prompt":"ein Füchslein 🦊"}}';
    const { headers, body } = signMessage({ id: 'a-b', body: text, secrets, at: new Date() });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    const sent = Buffer.from(body).toString();
    for (const secret of secrets) expect(new Webhook(secret).verify(sent, { ...headers })).toEqual(JSON.parse(text));
    expect(() => new Webhook(makeSecret()).verify(sent, { ...headers })).toThrow('No matching signature');
  });
});
