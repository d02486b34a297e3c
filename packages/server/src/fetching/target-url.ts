import { FetchError } from './fetch-error.ts';

const SHOWN_CHARACTERS_MAX = 80;

/**
 * Parses what is to be fetched. Octal, hexadecimal, percent-encoded and full-width spellings of an address are plain
 * addresses afterwards, as WHATWG's URL makes them; a trailing dot of the name and the fragment are gone.
 * @param base Of a redirect: what the URL is relative to.
 * @throws {FetchError} `bad_url`
 */
export function readTargetUrl(text: string, charactersMax: number, base?: URL): URL {
  if (text.length > charactersMax)
    throw badUrl(`Expected a URL of at most ${charactersMax} characters; got ${text.length}.`, base);
  const url = URL.parse(text, base?.href);
  if (url === null) throw badUrl('Expected a complete http or https URL; what came is not a valid one.', base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw badUrl(`Expected an http or https URL; got one that begins with ${shorten(url.protocol)}.`, base);
  if (url.username !== '' || url.password !== '')
    throw badUrl('Expected a URL without a user name and password; use a signed URL instead.', base);
  if (url.port === '0') throw badUrl('Expected a port from 1 to 65535; got 0.', base);
  url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (/^\.|\.\.|\.$/.test(url.hostname)) throw badUrl('Expected a host name without empty parts.', base);
  // Whoever redirects so could have named the http URL to begin with; the caller, who gave https, did not agree to it.
  if (base !== undefined && base.protocol === 'https:' && url.protocol === 'http:')
    throw badUrl('It goes from https to http, where anybody on the way could change what comes.', base);
  return url;
}

/** The host of a URL as a socket takes it: an IPv6 address without brackets. */
export function socketHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** How a message calls the other side: the user's own host by name, whatever it redirected to only as such. */
export function siteOf(url: URL, redirects: number): string {
  return redirects === 0 ? shorten(url.host) : 'The place that the URL redirects to';
}

function badUrl(problem: string, base: URL | undefined): FetchError {
  const where = base === undefined ? '' : 'The URL redirects to another one that cannot be fetched. ';
  return new FetchError('bad_url', `${where}${problem}`);
}

function shorten(text: string): string {
  return text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}…` : text;
}
