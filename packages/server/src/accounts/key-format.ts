import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Clients of the original API check for `xai-`; what follows tells ours from theirs to people and secret scanners. */
export const KEY_PREFIX = 'xai-oi-';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 32 × log2(62) = 190 bits. */
const SECRET_CHARACTERS = 32;
/** 62^6 > 2^32. */
const CHECK_CHARACTERS = 6;
const FORM = new RegExp(`^${KEY_PREFIX}[0-9A-Za-z]{${SECRET_CHARACTERS + CHECK_CHARACTERS}}$`);

/** @param random Gives n random bytes; an argument so that tests can repeat themselves. */
export function makeKey(random: (byteCount: number) => Uint8Array = randomBytes): string {
  let secret = '';
  while (secret.length < SECRET_CHARACTERS) {
    for (const byte of random(64)) {
      // 248 is the largest multiple of 62 in a byte: without the cut the first letters would come more often.
      if (byte < 248 && secret.length < SECRET_CHARACTERS) secret += BASE62[byte % 62];
    }
  }
  return `${KEY_PREFIX}${secret}${checkOf(secret)}`;
}

/**
 * False for a key of our form with a wrong checksum: a typo, told without asking the database. Keys of any other form
 * may have been preset by the operator and are possible.
 */
export function isPossibleKey(key: string): boolean {
  if (!key.startsWith(KEY_PREFIX)) return key.length >= PRESET_KEY_CHARACTERS_MIN && key.length <= 256;
  if (!FORM.test(key)) return false;
  const body = key.slice(KEY_PREFIX.length);
  return checkOf(body.slice(0, SECRET_CHARACTERS)) === body.slice(SECRET_CHARACTERS);
}

/** A preset key is the operator's own choice; shorter ones can be guessed. */
export const PRESET_KEY_CHARACTERS_MIN = 16;

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Enough to tell one's keys apart: `xai-oi-…ab12`. */
export function redactKey(key: string): string {
  return `${key.startsWith(KEY_PREFIX) ? KEY_PREFIX : key.slice(0, 4)}…${key.slice(-4)}`;
}

function checkOf(secret: string): string {
  let value = crc32(KEY_PREFIX + secret);
  let text = '';
  for (let index = 0; index < CHECK_CHARACTERS; index++) {
    text = BASE62[value % 62] + text;
    value = Math.floor(value / 62);
  }
  return text;
}
