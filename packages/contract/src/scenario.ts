import { ApiError, JOB_ERRORS, type JobErrorCode } from './errors.ts';

/** How fast the emulator answers: at once with a placeholder, as the draft engine draws, or as people report of Grok. */
export const LATENCY_PROFILES = ['instant', 'draft', 'grok'] as const;
export type LatencyProfile = (typeof LATENCY_PROFILES)[number];

/** One thing that is to go wrong. */
export type Fault =
  | { readonly name: 'moderated-prompt'; readonly times?: number }
  | { readonly name: 'payment-required'; readonly times?: number }
  | { readonly name: 'rate-limited'; readonly retryAfterSeconds: number; readonly times?: number }
  | { readonly name: 'http-503'; readonly on: 'submit' | 'poll'; readonly times?: number }
  /** Absent `index`: all outputs. */
  | { readonly name: 'moderated-output'; readonly index?: number }
  | { readonly name: 'slow'; readonly seconds: number }
  | { readonly name: 'stuck' }
  | { readonly name: 'expired' }
  | { readonly name: 'failed'; readonly code: JobErrorCode }
  | { readonly name: 'dead-url' }
  | { readonly name: 'truncated-video' }
  | { readonly name: 'empty-202' };

export type FaultName = Fault['name'];

/** What the emulator does with one request; kept with its generation. */
export interface Scenario {
  readonly faults: readonly Fault[];
  /** Absent: the server's own. */
  readonly latency?: LatencyProfile;
}

type Values = Readonly<Record<string, string>>;

interface Grammar {
  /** The parameters that the name takes, with an example for messages and the documentation. */
  readonly parameters: Readonly<Record<string, string>>;
  read(values: Values): Fault;
}

const SECONDS_MAX = 30 * 86_400;
const TIMES = { times: '1' } as const;

/** Every name of a scenario, with what it takes. The documentation is written from it. */
export const FAULTS: Readonly<Record<FaultName, Grammar>> = {
  'moderated-prompt': { parameters: TIMES, read: (values) => ({ name: 'moderated-prompt', ...timesOf(values) }) },
  'moderated-output': {
    parameters: { index: '0' },
    read: ({ index }) => ({
      name: 'moderated-output',
      ...(index === undefined ? {} : { index: whole('index', index, 0, 9) }),
    }),
  },
  'payment-required': { parameters: TIMES, read: (values) => ({ name: 'payment-required', ...timesOf(values) }) },
  'rate-limited': {
    parameters: { retry_after: '2', ...TIMES },
    read: (values) => ({
      name: 'rate-limited',
      retryAfterSeconds: whole('retry_after', values.retry_after ?? '2', 0, 3_600),
      ...timesOf(values),
    }),
  },
  'http-503': {
    parameters: { ...TIMES, on: 'submit' },
    read: (values) => ({
      name: 'http-503',
      on: oneOf('on', values.on ?? 'submit', ['submit', 'poll']),
      ...timesOf(values),
    }),
  },
  slow: {
    parameters: { seconds: '30' },
    read: ({ seconds = '30' }) => ({ name: 'slow', seconds: whole('seconds', seconds, 0, SECONDS_MAX) }),
  },
  stuck: { parameters: {}, read: () => ({ name: 'stuck' }) },
  expired: { parameters: {}, read: () => ({ name: 'expired' }) },
  failed: {
    parameters: { code: 'internal_error' },
    read: ({ code = 'internal_error' }) => ({
      name: 'failed',
      code: oneOf('code', code, Object.keys(JOB_ERRORS) as JobErrorCode[]),
    }),
  },
  'dead-url': { parameters: {}, read: () => ({ name: 'dead-url' }) },
  'truncated-video': { parameters: {}, read: () => ({ name: 'truncated-video' }) },
  'empty-202': { parameters: {}, read: () => ({ name: 'empty-202' }) },
};

/** More than any test needs. */
const FAULTS_MAX = 5;

/**
 * Reads `rate-limited;retry_after=2;times=1`; several, separated by commas, all happen.
 * @throws {ApiError} `invalid-argument`, listing the names or parameters that there are.
 */
export function readFaults(text: string): readonly Fault[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > FAULTS_MAX) throw wrong(`it holds ${parts.length} scenarios; at most ${FAULTS_MAX} are read`);
  return parts.map(readFault);
}

/** @throws {ApiError} `invalid-argument`. */
export function readLatency(text: string): LatencyProfile {
  return oneOf('latency', text.trim(), LATENCY_PROFILES);
}

const TAG = /\[\[\s*scenario:([^\]]{0,300})\]\]/gi;

/**
 * Takes `[[scenario: failed;code=internal_error]]` out of a prompt.
 * @returns The prompt without its tags, and what they asked for.
 * @throws {ApiError} As `readFaults`.
 */
export function readPromptTag(prompt: string): { readonly prompt: string; readonly faults: readonly Fault[] } {
  const faults = [...prompt.matchAll(TAG)].flatMap((match) => readFaults(match[1] ?? ''));
  return { prompt: faults.length === 0 ? prompt : prompt.replaceAll(TAG, ' ').trim(), faults };
}

function readFault(text: string): Fault {
  const [name = '', ...rest] = text.split(';').map((part) => part.trim());
  const grammar = Object.hasOwn(FAULTS, name) ? FAULTS[name as FaultName] : undefined;
  if (grammar === undefined)
    throw wrong(`it names "${name.slice(0, 40)}"; the names are ${Object.keys(FAULTS).join(', ')}`);
  const values: Record<string, string> = {};
  for (const part of rest.filter((each) => each !== '')) {
    const [key = '', value = ''] = part.split('=').map((each) => each.trim());
    if (!Object.hasOwn(grammar.parameters, key)) {
      const known = Object.entries(grammar.parameters).map(([each, example]) => `${each}=${example}`);
      throw wrong(
        `${name} takes ${known.length === 0 ? 'no parameters' : known.join(', ')}; got "${part.slice(0, 40)}"`,
      );
    }
    values[key] = value;
  }
  return grammar.read(values);
}

function timesOf({ times }: Values): { times?: number } {
  return times === undefined ? {} : { times: whole('times', times, 1, 1_000) };
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw wrong(`${name} must be a whole number from ${min} to ${max}; got "${text.slice(0, 40)}"`);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw wrong(`${name} must be one of ${allowed.join(', ')}; got "${text.slice(0, 40)}"`);
}

function wrong(what: string): ApiError {
  return new ApiError('invalid-argument', `The scenario cannot be read: ${what}.`);
}
