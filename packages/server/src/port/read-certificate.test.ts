import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeCertificate } from '../../test/certificates.ts';
import { readCertificate } from './read-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'openimagine-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NOW = new Date();
const { ca, cert, key } = makeCertificate(folder);

it('reads a certificate and its key', async () => {
  expect(await readCertificate({ cert, key }, NOW)).toEqual({
    cert: readFileSync(cert, 'utf8'),
    key: readFileSync(key, 'utf8'),
  });
});

it('says which file is missing, unreadable, no PEM, encrypted or of another pair', async () => {
  const junk = join(folder, 'junk.pem');
  writeFileSync(junk, 'junk');
  const locked = join(folder, 'locked.pem');
  execFileSync('openssl', ['pkey', '-in', key, '-aes256', '-passout', 'pass:secret', '-out', locked]);
  const missing = join(folder, 'missing.pem');
  for (const [files, message] of [
    [{ cert: missing, key }, /certificate .*missing\.pem is needed, but there is no such file/],
    [{ cert, key: missing }, /key .*missing\.pem is needed, but there is no such file/],
    [{ cert: folder, key }, /cannot be read \(EISDIR\)/],
    [{ cert: junk, key }, /junk\.pem holds no certificate in PEM/],
    [{ cert, key: junk }, /junk\.pem holds no private key in PEM/],
    [{ cert, key: locked }, /locked\.pem is encrypted\. Decrypt it first/],
    [{ cert: ca, key }, /does not belong to the certificate/],
  ] as const)
    await expect(readCertificate(files, NOW)).rejects.toMatchObject({
      name: 'StartError',
      code: 'certificate',
      message: expect.stringMatching(message),
    });
});

it('refuses a certificate that has expired', async () => {
  const later = new Date(NOW.getTime() + 3 * 86_400_000);
  await expect(readCertificate({ cert, key }, later)).rejects.toThrow(/expired on/);
});
