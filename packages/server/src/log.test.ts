import { EngineError } from '@openimagine/engines';
import { describe, expect, it } from 'vitest';
import { createLog, type LogOptions } from './log.ts';

function linesOf(work: (log: ReturnType<typeof createLog>) => void, options: LogOptions = {}): string {
  let lines = '';
  work(createLog('debug', { ...options, write: (line) => (lines += line) }));
  return lines;
}

function parseError(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was JSON');
}

/** Everything that a message has been seen to carry. */
const SECRETIVE: readonly (readonly [what: string, value: unknown])[] = [
  ['a key', 'the key xai-oi-CANARY1234 is unknown'],
  ['the management key', 'oi-manage-CANARY'],
  ['the secret of a webhook', { secret: 'whsec_CANARY+/=' }],
  ['an Authorization header', { headers: ['authorization: Bearer CANARY'] }],
  ['a data URL', new Error('cannot read data:image/png;base64,CANARYCANARY=')],
  ['a data URL without a type', 'data:,CANARY'],
  ['a signed URL', new Error('PUT https://bucket.example/a.mp4?X-Signature=CANARY failed')],
  ['the path of a webhook', 'POST https://hooks.example/services/CANARY'],
  ['the password of a database', 'postgres://user:CANARY@host:5432/db'],
  ['what a message quotes', new RangeError('expected a whole number, got "CANARY\nthe second line"')],
  ['the snippet of a parser', parseError('{"prompt": CANARY of a "fox"}')],
  ['the words of an upstream', new EngineError('invalid_request', 'the upstream answered 400: no CANARY\nplease')],
  ['the words of a job', new EngineError('internal', 'the upstream failed (internal_error): CANARY')],
  ['a cause', new Error('outer', { cause: new Error('inner: "CANARY"', { cause: 'innermost "CANARY"' }) })],
  ['a key that the operator chose', new Error('CANARY-of-the-operator is not a key')],
];

describe('the log', () => {
  it.each(SECRETIVE)('leaves out %s', (_, value) => {
    const options = { secrets: ['CANARY-of-the-operator'] };
    const lines = linesOf((log) => log.error('failed', { value }), options);
    expect(lines).not.toContain('CANARY');
    expect(JSON.parse(lines)).toMatchObject({ level: 'error', event: 'failed' });
    expect(linesOf((log) => log.error('failed', { value }), { ...options, isRedacted: false })).toContain('CANARY');
  });

  it('keeps what tells where it happened: names, codes, fields, frames and hosts', () => {
    const error = new TypeError('`image.url`: https://example.com/a.png?token=1 gave "x"');
    const lines = linesOf((log) => log.warn('request failed', { path: '/v1/videos/:id', generationId: 'g-1', error }));
    expect(lines).toContain('/v1/videos/:id');
    expect(lines).toContain('g-1');
    const { name, message, stack } = (JSON.parse(lines) as { error: Record<string, string> }).error;
    expect({ name, message }).toEqual({
      name: 'TypeError',
      message: '`image.url`: https://example.com/… gave "…"',
    });
    expect(stack).toMatch(/^TypeError: `image.url`.*\n\s+at .*log\.test\.ts/);
  });

  it('writes nothing below its level', () => {
    let lines = '';
    const log = createLog('warn', { write: (line) => (lines += line) });
    log.debug('a');
    log.info('b');
    log.warn('c');
    expect(lines.trim().split('\n')).toHaveLength(1);
  });
});
