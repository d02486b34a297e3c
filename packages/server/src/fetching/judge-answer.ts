import { FetchError } from './fetch-error.ts';
import type { Answer } from './open-answer.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * @returns where a redirect points to, as it says it; undefined when the answer is none.
 * @throws {FetchError} `bad_status` for a redirect to nowhere.
 */
export function locationOf(answer: Answer, site: string): string | undefined {
  if (!REDIRECTS.has(answer.status)) return undefined;
  const [location, ...others] = answer.headers('location');
  if (location === undefined || others.length > 0)
    throw new FetchError(
      'bad_status',
      `${site} answered with status ${answer.status}, but not with one place to go to.`,
    );
  return location;
}

/**
 * Whether the body is the file itself, as it lies there. A compressed transfer is refused before its first byte: we asked
 * for none, pictures and videos gain nothing by it, and unpacking what a stranger packed is no work for this process.
 * @throws {FetchError} `bad_status`, `bad_encoding`
 */
export function assertPlainFile(answer: Answer, site: string): void {
  if (answer.status !== 200)
    throw new FetchError(
      'bad_status',
      `${site} answered with status ${answer.status}; expected 200. Check that the URL opens without signing in.`,
      { status: answer.status },
    );
  for (const [name, plain] of [
    ['content-encoding', 'identity'],
    ['transfer-encoding', 'chunked'],
  ] as const) {
    const isPlain = (value: string): boolean => ['', plain].includes(value.trim().toLowerCase());
    if (!answer.headers(name).every(isPlain))
      throw new FetchError(
        'bad_encoding',
        `${site} sent the file compressed, though it was asked for it as it is. Serve it without ${name}.`,
      );
  }
}

/** The length that the answer claims. What really comes is counted all the same. */
export function claimedBytes(answer: Answer): number | undefined {
  const [length] = answer.headers('content-length');
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

/** `image/png` of `Image/PNG; q=1`. */
export function claimedMime(answer: Answer): string | undefined {
  const mime = answer.headers('content-type')[0]?.split(';')[0]?.trim().toLowerCase();
  return mime !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : undefined;
}
