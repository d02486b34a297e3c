import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signAssetPath, verifyAssetUrl } from './signed-paths.ts';

const assetId = '0b0e7a0e-7c52-4b50-8a6f-0d3b2f9f8a11';
const expiresAt = new Date('2030-01-01T00:00:00Z');
const path = signAssetPath('secret', { assetId, expiresAt, extension: 'mp4' });

describe('signed asset paths', () => {
  it('say what they are about, and are equal for equal arguments', () => {
    expect(path).toMatch(/^\/assets\/0b0e7a0e-[-0-9a-f]+\.mp4\?expires=1893456000&signature=[-_A-Za-z0-9]{43}$/);
    expect(signAssetPath('secret', { assetId, expiresAt, extension: 'mp4' })).toBe(path);
  });

  it('are recognised with and without a host, with other parameters behind', () => {
    for (const url of [
      path,
      `http://localhost:8080${path}`,
      `https://x.example${path}&download=1`,
      `HTTP://[::1]${path}`,
    ]) {
      expect(verifyAssetUrl('secret', url), url).toEqual({ assetId, expiresAt });
    }
  });

  it('are not recognised when any part differs, or under another secret', () => {
    const others = [
      path.replace('expires=1', 'expires=2'),
      path.replace('.mp4', '.jpg'),
      path.replace('/assets/0', '/assets/1'),
      path.replace('/assets/', '/files/'),
      path.replace('signature=', 'signature=A'),
      path.replace(/signature=.*/, 'signature='),
      path.replace(/\?.*/, ''),
      `http://x.example/redirect?to=${encodeURIComponent(path)}`,
      `file://${path}`,
      `http://x.example/prefix${path}`,
      'http://',
      `${path}${'&a=1'.repeat(1_000)}`,
    ];
    for (const url of others) expect(verifyAssetUrl('secret', url), url.slice(0, 200)).toBeUndefined();
    expect(verifyAssetUrl('another', path)).toBeUndefined();
    expect(signAssetPath('secret', { assetId: randomUUID(), expiresAt, extension: 'mp4' })).not.toBe(path);
  });
});
