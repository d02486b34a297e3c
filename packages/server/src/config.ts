import { resolve } from 'node:path';
import { LATENCY_PROFILES, type LatencyProfile, LIMITS } from '@openimagine/contract';

/** Everything an operator can set. Flags of the command win over the environment, which wins over the defaults. */
export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** What clients reach the server by; undefined: the private host they came to. */
  readonly publicUrl: string | undefined;
  /** Files in PEM: everything on the port is encrypted then. Undefined: clear text. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** PostgreSQL to use instead of the one inside the process. */
  readonly databaseUrl: string | undefined;
  readonly presetApiKey: string | undefined;
  /** How long results can be downloaded. */
  readonly assetLifeSeconds: number;
  /** An upstream that speaks this API; when set, it makes everything instead of the draft engine. */
  readonly upstream: { readonly url: string; readonly apiKey: string } | undefined;
  /** Development: URLs in requests may name this machine and private networks. */
  readonly allowPrivateFetch: boolean;
  /** What a key that is unknown or has expired is answered: xAI's documentation says 400. */
  readonly wrongKeyStatus: 400 | 401;
  /** Reading calls of one key in any second; undefined: as many as come. */
  readonly pollsPerSecond: number | undefined;
  /** For test suites: scenarios, a clock that jumps, and this latency where a request asks for no other. */
  readonly emulate: { readonly latency: LatencyProfile } | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** False: for finding a fault, the log may hold prompts, keys and whatever else callers sent. */
  readonly isLogRedacted: boolean;
}

export interface ConfigFlags {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  readonly allowPrivateFetch?: boolean | undefined;
  readonly wrongKeyStatus?: string | undefined;
  readonly emulate?: boolean | undefined;
  readonly latency?: string | undefined;
}

/** A setting that cannot be used. The message says which, what was expected and what came. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

const DEFAULT_PORT = 8080;
const DEFAULT_DATA_DIR = '.openimagine';
const DAY_SECONDS = 86_400;

/**
 * Reads the settings: the only reader of the environment.
 * @throws {ConfigError} for a value that cannot be used.
 */
export function readConfig(
  flags: ConfigFlags,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const setting = (name: string): string | undefined => environment[name]?.trim() || undefined;
  return {
    dataDir: resolve(folder('--data', flags.data) ?? setting('OPENIMAGINE_DATA') ?? DEFAULT_DATA_DIR),
    host: flags.host ?? setting('OPENIMAGINE_HOST') ?? '127.0.0.1',
    port: wholeNumber(
      flags.port === undefined ? 'PORT' : '--port',
      flags.port ?? setting('PORT') ?? String(DEFAULT_PORT),
      0,
      65_535,
    ),
    publicUrl: httpUrl('--public-url', flags.publicUrl ?? setting('OPENIMAGINE_PUBLIC_URL')),
    tls: readTls(flags, setting),
    databaseUrl: setting('DATABASE_URL'),
    presetApiKey: setting('OPENIMAGINE_API_KEY'),
    assetLifeSeconds: wholeNumber(
      'OPENIMAGINE_ASSET_LIFE_SECONDS',
      setting('OPENIMAGINE_ASSET_LIFE_SECONDS') ?? String(DAY_SECONDS),
      1,
      365 * DAY_SECONDS,
    ),
    upstream: readUpstream(setting),
    allowPrivateFetch:
      flags.allowPrivateFetch ??
      oneOf('OPENIMAGINE_ALLOW_PRIVATE_FETCH', setting('OPENIMAGINE_ALLOW_PRIVATE_FETCH') ?? '0', ['0', '1']) === '1',
    emulate: readEmulate(flags, setting),
    wrongKeyStatus:
      oneOf(
        flags.wrongKeyStatus === undefined ? 'OPENIMAGINE_WRONG_KEY_STATUS' : '--wrong-key-status',
        flags.wrongKeyStatus ?? setting('OPENIMAGINE_WRONG_KEY_STATUS') ?? '401',
        ['400', '401'],
      ) === '400'
        ? 400
        : 401,
    pollsPerSecond:
      wholeNumber(
        'OPENIMAGINE_POLLS_PER_SECOND',
        setting('OPENIMAGINE_POLLS_PER_SECOND') ?? String(LIMITS.pollsPerSecond),
        0,
        LIMITS.requestsPerWindow,
      ) || undefined,
    logLevel: oneOf('OPENIMAGINE_LOG', setting('OPENIMAGINE_LOG') ?? 'info', ['debug', 'info', 'warn', 'error']),
    isLogRedacted: oneOf('OPENIMAGINE_LOG_REDACT', setting('OPENIMAGINE_LOG_REDACT') ?? '1', ['0', '1']) === '1',
  };
}

function readTls(flags: ConfigFlags, setting: (name: string) => string | undefined): Config['tls'] {
  const cert = file('--tls-cert', flags.tlsCert) ?? setting('OPENIMAGINE_TLS_CERT');
  const key = file('--tls-key', flags.tlsKey) ?? setting('OPENIMAGINE_TLS_KEY');
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new ConfigError(
      `A ${cert === undefined ? 'key' : 'certificate'} alone encrypts nothing. Set both --tls-cert and --tls-key (or OPENIMAGINE_TLS_CERT and OPENIMAGINE_TLS_KEY).`,
    );
  return { cert: resolve(cert), key: resolve(key) };
}

function readEmulate(flags: ConfigFlags, setting: (name: string) => string | undefined): Config['emulate'] {
  const latency = oneOf('--latency', flags.latency ?? setting('OPENIMAGINE_LATENCY') ?? 'draft', LATENCY_PROFILES);
  const isOn = oneOf('OPENIMAGINE_EMULATE', setting('OPENIMAGINE_EMULATE') ?? '0', ['0', '1']) === '1';
  return (flags.emulate ?? isOn) ? { latency } : undefined;
}

function readUpstream(setting: (name: string) => string | undefined): Config['upstream'] {
  const url = httpUrl('OPENIMAGINE_UPSTREAM_URL', setting('OPENIMAGINE_UPSTREAM_URL'));
  const apiKey = setting('OPENIMAGINE_UPSTREAM_API_KEY');
  if (url === undefined) return undefined;
  if (apiKey === undefined)
    throw new ConfigError('OPENIMAGINE_UPSTREAM_URL is set, but OPENIMAGINE_UPSTREAM_API_KEY is not. Set both.');
  return { url, apiKey };
}

/** An empty flag is a variable that was not set in somebody's script; the folder they are in is not what they meant. */
function folder(name: string, text: string | undefined): string | undefined {
  if (text?.trim() === '') throw new ConfigError(`${name} needs a folder; got "${text}".`);
  return text;
}

function file(name: string, text: string | undefined): string | undefined {
  if (text?.trim() === '') throw new ConfigError(`${name} needs a file; got "${text}".`);
  return text;
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}; got "${text}".`);
  return value;
}

function httpUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigError(`${name} must be an http or https URL; got "${text}".`);
  return text.replace(/\/+$/, '');
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}; got "${text}".`);
  return found;
}
