import type { Logger } from '@openimagine/engines';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

export interface LogOptions {
  /** Keys, prompts and what callers sent are left out. Default true. */
  readonly isRedacted?: boolean;
  /** Keys that were chosen by the operator, and so look like anything. */
  readonly secrets?: readonly string[];
  readonly write?: (line: string) => void;
}

/**
 * One line of JSON an event, on standard error; errors with their stack and cause. Unless it is told otherwise, it holds
 * nothing that a caller sent: no key, no prompt, no `data:` URL.
 */
export function createLog(level: LogLevel, options: LogOptions = {}): Logger {
  const { isRedacted = true, secrets = [], write = (line) => process.stderr.write(line) } = options;
  const clean = isRedacted ? createRedactor(secrets) : (text: string) => text;
  const plain = (_key: string, value: unknown): unknown => {
    if (value instanceof Error) return plainError(value, clean);
    if (typeof value === 'string') return clean(value);
    return typeof value === 'bigint' ? String(value) : value;
  };
  const at =
    (lineLevel: LogLevel) =>
    (message: string, fields: object = {}) => {
      if (LEVELS.indexOf(lineLevel) < LEVELS.indexOf(level)) return;
      write(
        `${JSON.stringify({ time: new Date().toISOString(), level: lineLevel, event: message, ...fields }, plain)}\n`,
      );
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * Lets this process live on when nobody reads its output any more: a pipe that was closed, a terminal that is gone.
 * Without it the next line would end the server, and whatever it renders.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** In this order. Field names in messages stand in backticks, and stay. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\bdata:[\w.+-]*(?:\/[\w.+-]+)?[;,][^\s"']*/gi, 'data:…'],
  [/\bBearer\s+[^\s"']+/gi, 'Bearer …'],
  [/\b(?:xai-|oi-manage-|whsec_)[\w+/=-]+/g, '[key]'],
  // Of a URL its host tells enough: names and passwords stand before it, tokens and signatures behind it.
  [/\b(\w+:\/\/)[^\s"'/@]*@/g, '$1'],
  [/(\w:\/\/[^\s"'?#/]*)[?#/][^\s"']+/g, '$1/…'],
  // Others may answer with the prompt that they refuse.
  [/(\bthe upstream \w+ \(?\w+\)?): .*/s, '$1: …'],
  // What came is quoted in double quotes: by our messages, by JSON.parse, by PostgreSQL.
  [/".*"/s, '"…"'],
];

function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== '');
  return (text) => {
    const hidden = known.reduce((rest, secret) => rest.replaceAll(secret, '[key]'), text);
    return RULES.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), hidden);
  };
}

function plainError(error: Error, clean: (text: string) => string): object {
  const message = clean(error.message);
  return {
    name: error.name,
    message,
    // The message stands in it, too, and may have many lines.
    stack: `${error.name}: ${message}${framesOf(error)}`,
    ...(error.cause === undefined ? {} : { cause: error.cause }),
  };
}

function framesOf({ stack = '', message }: Error): string {
  const from = stack.indexOf(message);
  const rest = from === -1 ? stack : stack.slice(from + message.length);
  const frames = rest.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.map((frame) => `\n${frame}`).join('');
}
