import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files in PEM. */
export interface TestCertificate {
  /** Of the authority; in nobody's store. */
  readonly ca: string;
  /** For `localhost`, 127.0.0.1 and ::1. */
  readonly cert: string;
  readonly key: string;
}

/** Makes an authority and a certificate of it, valid for two days. @throws {Error} where there is no `openssl`. */
export function makeCertificate(folder: string): TestCertificate {
  const [ca, caKey, cert, key, request, names] = ['ca.pem', 'ca.key', 'cert.pem', 'cert.key', 'cert.csr', 'names'].map(
    (name) => join(folder, name),
  ) as [string, string, string, string, string, string];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...curve, '-days', '2', '-subj', '/CN=Test CA', '-keyout', caKey, '-out', ca);
  openssl('req', ...curve, '-subj', '/CN=localhost', '-keyout', key, '-out', request);
  writeFileSync(names, 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n');
  const signed = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', names];
  openssl('x509', '-req', '-in', request, ...signed, '-out', cert);
  return { ca, cert, key };
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
