import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature vouches for. The host is no part of it: the same link works under every name of the server. */
export interface SignedAsset {
  readonly assetId: string;
  readonly expiresAt: Date;
}

const FOLDER = '/assets/';
const PATH = /^\/assets\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[a-z0-9]{2,4}$/;

/** @returns Path and query, to be put behind whatever host the caller came to. Equal arguments give equal paths. */
export function signAssetPath(secret: string, asset: SignedAsset & { readonly extension: string }): string {
  const path = `${FOLDER}${asset.assetId}.${asset.extension}`;
  const expires = Math.floor(asset.expiresAt.getTime() / 1000);
  return `${path}?expires=${expires}&signature=${signatureOf(secret, path, expires)}`;
}

/**
 * Recognises what `signAssetPath` made, as a path or as a URL of any host; whether it has expired is for the reader.
 * @returns undefined for everything else.
 */
export function verifyAssetUrl(secret: string, url: string): SignedAsset | undefined {
  if (url.length > 2_048 || !url.includes(FOLDER)) return undefined;
  const parsed = URL.parse(url, 'http://localhost');
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return undefined;
  const match = PATH.exec(parsed.pathname);
  const expires = parsed.searchParams.get('expires') ?? '';
  const signature = parsed.searchParams.get('signature') ?? '';
  if (match?.[1] === undefined || !/^\d{1,12}$/.test(expires)) return undefined;
  const expected = Buffer.from(signatureOf(secret, parsed.pathname, Number(expires)));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return { assetId: match[1], expiresAt: new Date(Number(expires) * 1000) };
}

function signatureOf(secret: string, path: string, expires: number): string {
  return createHmac('sha256', secret).update(`${path}\n${expires}`).digest('base64url');
}
