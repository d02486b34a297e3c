export type FetchErrorKind =
  | 'bad_url'
  | 'forbidden_address'
  | 'unresolved'
  | 'unreachable'
  | 'too_many_redirects'
  | 'bad_status'
  | 'too_large'
  | 'too_slow'
  | 'bad_encoding'
  /** Ours, not the other side's: too much is fetched already, or we are stopping. */
  | 'busy';

/**
 * Why a URL could not be fetched. The message is one for the API's user: what was expected, what came, what to do. It
 * names hosts only as the user wrote them, and no address that a name stands for. `cause` is for the log alone.
 */
export class FetchError extends Error {
  readonly kind: FetchErrorKind;
  /** Of a `bad_status`. */
  readonly status: number | undefined;

  constructor(kind: FetchErrorKind, message: string, options?: ErrorOptions & { readonly status?: number }) {
    super(message, options);
    this.name = 'FetchError';
    this.kind = kind;
    this.status = options?.status;
  }
}

const NOT_HTTP = 'did not answer in valid HTTP. Check that the URL names a web server.';
const NOT_TRUSTED = 'has a TLS certificate that cannot be verified. Use a host with a valid one.';

/** What the codes of sockets, of TLS and of undici mean to somebody who only gave a URL. */
const EXPLANATIONS: readonly (readonly [RegExp, (site: string) => readonly [FetchErrorKind, string]])[] = [
  [/^ECONNREFUSED$/, (site) => ['unreachable', `${site} refused the connection. Check its host and port.`]],
  [/^E(NET|HOST)UNREACH|^EADDRNOTAVAIL$|^EAFNOSUPPORT$/, (site) => ['unreachable', `${site} cannot be reached.`]],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, (site) => ['unreachable', `${site} did not take the connection in time.`]],
  [/^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, (site) => ['too_large', `${site} sent too many headers.`]],
  [/^HPE_|^UND_ERR_RES_/, (site) => ['unreachable', `${site} ${NOT_HTTP}`]],
  [/^(ERR_SSL_|EPROTO$)/, (site) => ['unreachable', `${site} does not speak TLS as expected. Check the URL's scheme.`]],
  [/^ERR_TLS_CERT|CERT|SIGNATURE|^CRL_|^HOSTNAME_/, (site) => ['unreachable', `${site} ${NOT_TRUSTED}`]],
];

/**
 * Translates what the layers below threw.
 * @param site The host as the user wrote it, or a description of it.
 */
export function toFetchError(error: unknown, site: string): FetchError {
  if (error instanceof FetchError) return error;
  const code = codeOf(error);
  for (const [pattern, explain] of EXPLANATIONS) {
    if (code !== undefined && pattern.test(code)) {
      const [kind, message] = explain(site);
      return new FetchError(kind, message, { cause: error });
    }
  }
  return new FetchError('unreachable', `${site} closed the connection before it had answered. Try again later.`, {
    cause: error,
  });
}

/** When several addresses were tried, the first one's code stands for all. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
