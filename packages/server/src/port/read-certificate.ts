import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { StartError } from '../db/start-error.ts';

export interface CertificateFiles {
  /** PEM: the certificate, then those between it and its authority. */
  readonly cert: string;
  /** PEM, not encrypted. */
  readonly key: string;
}

/**
 * Reads a certificate and its key, and sees that they belong together and are in force.
 * @returns Their texts.
 * @throws {StartError} `certificate`, with the file and what is wrong with it.
 */
export async function readCertificate(files: CertificateFiles, now: Date): Promise<{ cert: string; key: string }> {
  const cert = await read('certificate', files.cert);
  const key = await read('key', files.key);
  const certificate = parseCertificate(cert, files.cert);
  if (!certificate.checkPrivateKey(parseKey(key, files.key)))
    throw refusal(`The key in ${files.key} does not belong to the certificate in ${files.cert}.`);
  if (certificate.validToDate < now)
    throw refusal(`The certificate in ${files.cert} expired on ${certificate.validToDate.toISOString()}. Renew it.`);
  return { cert, key };
}

async function read(what: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw refusal(`The TLS ${what} ${file} is needed, but ${reason}.`, error);
  }
}

function parseCertificate(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (error) {
    throw refusal(`${file} holds no certificate in PEM: it must begin with "-----BEGIN CERTIFICATE-----".`, error);
  }
}

function parseKey(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refusal(
      code === 'ERR_MISSING_PASSPHRASE' || text.includes('ENCRYPTED')
        ? `The key in ${file} is encrypted. Decrypt it first: openssl pkey -in ${file} -out decrypted.pem`
        : `${file} holds no private key in PEM: it must begin with "-----BEGIN PRIVATE KEY-----" or the like.`,
      error,
    );
  }
}

function refusal(message: string, cause?: unknown): StartError {
  return new StartError('certificate', message, { cause });
}
