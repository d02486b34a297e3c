import { expect, it } from 'vitest';
import { FAULTS, readFaults, readLatency, readPromptTag } from './scenario.ts';

it('reads every name with its own examples', () => {
  for (const [name, { parameters }] of Object.entries(FAULTS)) {
    const text = [name, ...Object.entries(parameters).map(([key, value]) => `${key}=${value}`)].join(';');
    expect(readFaults(text)).toMatchObject([{ name }]);
    expect(readFaults(name)).toMatchObject([{ name }]);
  }
});

it('reads several, with and without spaces', () => {
  expect(readFaults(' rate-limited; retry_after=2 ;times=1, slow;seconds=30,')).toEqual([
    { name: 'rate-limited', retryAfterSeconds: 2, times: 1 },
    { name: 'slow', seconds: 30 },
  ]);
  expect(readFaults('')).toEqual([]);
});

it.each([
  ['explode', /names "explode"; the names are moderated-prompt, .*empty-202/],
  ['constructor', /names "constructor"/],
  ['stuck;seconds=3', /stuck takes no parameters; got "seconds=3"/],
  ['slow;seconds=-1', /seconds must be a whole number from 0 to \d+; got "-1"/],
  ['failed;code=teapot', /code must be one of invalid_argument, .*; got "teapot"/],
  ['http-503;times=0', /times must be a whole number from 1/],
  ['stuck,stuck,stuck,stuck,stuck,stuck', /6 scenarios/],
])('refuses %s, and says what there is', (text, message) => {
  expect(() => readFaults(text)).toThrow(message);
});

it('takes its tag out of a prompt, and leaves a prompt without one as it is', () => {
  expect(readPromptTag('a fox [[scenario: failed;code=permission_denied]] runs')).toEqual({
    prompt: 'a fox   runs',
    faults: [{ name: 'failed', code: 'permission_denied' }],
  });
  expect(readPromptTag(' a [[fox]] ')).toEqual({ prompt: ' a [[fox]] ', faults: [] });
});

it('names the latencies that there are', () => {
  expect(readLatency('grok')).toBe('grok');
  expect(() => readLatency('warp')).toThrow(/instant, draft, grok/);
});
