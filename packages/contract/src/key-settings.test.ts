import { expect, it } from 'vitest';
import { DEFAULT_KEY_SETTINGS, encodeKeySettings, KEY_SETTING_NAMES, readKeySettings } from './key-settings.ts';

it('has defaults, and keeps what is not named', () => {
  expect(readKeySettings({})).toEqual(DEFAULT_KEY_SETTINGS);
  const before = readKeySettings({ failure_word: 'error', requests_per_second: 5 });
  expect(before).toEqual({ failureWord: 'error', strict: false, requestsPerSecond: 5 });
  expect(readKeySettings({ strict: true }, before)).toEqual({ ...before, strict: true });
});

it('reads numbers and truth values from text too, and leaves text alone where text is meant', () => {
  expect(readKeySettings({ strict: 'true', requests_per_minute: '300', scenario: 'slow;seconds=30' })).toEqual({
    failureWord: 'failed',
    strict: true,
    requestsPerMinute: 300,
    scenario: 'slow;seconds=30',
  });
  expect(readKeySettings({ scenario: 'stuck' }).scenario).toBe('stuck');
});

it('takes a setting back by null or by nothing', () => {
  const before = readKeySettings({ failure_word: 'error', latency: 'grok', generations_at_once: 2 });
  expect(readKeySettings({ failure_word: null, latency: '', generations_at_once: null }, before)).toEqual(
    DEFAULT_KEY_SETTINGS,
  );
});

it('is written as it is read, without what is default', () => {
  const given = {
    failure_word: 'error',
    strict: true,
    requests_per_second: 1,
    requests_per_minute: 60,
    generations_at_once: 3,
    polls_per_second: 50,
    scenario: 'stuck',
    latency: 'instant',
  } as const;
  expect(Object.keys(given)).toEqual(KEY_SETTING_NAMES);
  expect(encodeKeySettings(readKeySettings(given))).toEqual(given);
  expect(encodeKeySettings(DEFAULT_KEY_SETTINGS)).toEqual({});
});

it.each([
  [{ failure_word: 'kaputt' }, 'failure_word must be failed or error; got "kaputt"'],
  [{ strict: 'yes' }, 'strict must be true or false; got "yes"'],
  [{ requests_per_second: 0 }, 'requests_per_second must be a whole number from 1 to 100000; got 0'],
  [{ requests_per_second: '1.5' }, 'requests_per_second must be a whole number'],
  [{ polls_per_second: 100_001 }, 'polls_per_second must be a whole number from 1 to 100000; got 100001'],
  [{ scenario: 'x'.repeat(201) }, 'scenario must be a scenario, 1 to 200 characters'],
  [{ scenario: 'happy' }, 'names "happy"; the names are moderated-prompt'],
  [{ latency: ['grok'] }, 'latency must be instant, draft, grok; got ["grok"]'],
  [{ toString: 1 }, 'There is no key setting "toString". The settings are: failure_word, strict, requests_per_second'],
])('%j is refused, with what would do', (given, message) => {
  expect(() => readKeySettings(given)).toThrow(
    expect.objectContaining({ code: 'invalid-argument', message: expect.stringContaining(message) }),
  );
});
