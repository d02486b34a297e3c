import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

it('needs nothing: everything has a default', () => {
  expect(readConfig({}, {})).toEqual({
    dataDir: resolve('.openimagine'),
    host: '127.0.0.1',
    port: 8080,
    publicUrl: undefined,
    databaseUrl: undefined,
    presetApiKey: undefined,
    assetLifeSeconds: 86_400,
    upstream: undefined,
    allowPrivateFetch: false,
    wrongKeyStatus: 401,
    pollsPerSecond: 1_000,
    logLevel: 'info',
    isLogRedacted: true,
  });
});

it('takes flags before the environment, and treats an empty variable as absent', () => {
  const environment = {
    PORT: '9000',
    OPENIMAGINE_DATA: '/data',
    OPENIMAGINE_HOST: '',
    OPENIMAGINE_PUBLIC_URL: 'https://imagine.example/',
  };
  expect(readConfig({}, environment)).toMatchObject({
    port: 9000,
    dataDir: '/data',
    host: '127.0.0.1',
    publicUrl: 'https://imagine.example',
  });
  expect(readConfig({ port: '0', data: '/other', publicUrl: 'http://localhost:1' }, environment)).toMatchObject({
    port: 0,
    dataDir: '/other',
    publicUrl: 'http://localhost:1',
  });
});

it('reads an upstream whole or not at all', () => {
  expect(
    readConfig({}, { OPENIMAGINE_UPSTREAM_URL: 'https://api.x.ai', OPENIMAGINE_UPSTREAM_API_KEY: 'xai-1' }).upstream,
  ).toEqual({ url: 'https://api.x.ai', apiKey: 'xai-1' });
  expect(() => readConfig({}, { OPENIMAGINE_UPSTREAM_URL: 'https://api.x.ai' })).toThrow(
    /OPENIMAGINE_UPSTREAM_API_KEY is not/,
  );
});

it('takes a certificate and its key together', () => {
  expect(readConfig({ tlsCert: 'cert.pem' }, { OPENIMAGINE_TLS_KEY: '/keys/key.pem' }).tls).toEqual({
    cert: resolve('cert.pem'),
    key: '/keys/key.pem',
  });
  expect(() => readConfig({ tlsCert: 'cert.pem' }, {})).toThrow(/A certificate alone encrypts nothing/);
  expect(() => readConfig({}, { OPENIMAGINE_TLS_KEY: 'key.pem' })).toThrow(/A key alone encrypts nothing/);
  expect(() => readConfig({ tlsCert: '' }, {})).toThrow(/--tls-cert needs a file/);
});

it.each([
  [{ PORT: '80a' }, /PORT must be a whole number from 0 to 65535; got "80a"/],
  [{ PORT: '-1' }, /PORT must be/],
  [{ OPENIMAGINE_PUBLIC_URL: 'ftp://x' }, /--public-url must be an http or https URL/],
  [{ OPENIMAGINE_ASSET_LIFE_SECONDS: '0' }, /OPENIMAGINE_ASSET_LIFE_SECONDS must be/],
  [{ OPENIMAGINE_ALLOW_PRIVATE_FETCH: 'yes' }, /OPENIMAGINE_ALLOW_PRIVATE_FETCH must be one of 0, 1; got "yes"/],
  [{ OPENIMAGINE_WRONG_KEY_STATUS: '403' }, /OPENIMAGINE_WRONG_KEY_STATUS must be one of 400, 401; got "403"/],
  [{ OPENIMAGINE_POLLS_PER_SECOND: '1e9' }, /OPENIMAGINE_POLLS_PER_SECOND must be a whole number from 0 to 100000/],
  [{ OPENIMAGINE_LOG_REDACT: 'no' }, /OPENIMAGINE_LOG_REDACT must be one of 0, 1/],
  [{ OPENIMAGINE_LOG: 'loud' }, /OPENIMAGINE_LOG must be one of debug, info, warn, error/],
])('says what is wrong with %j', (environment, message) => {
  expect(() => readConfig({}, environment)).toThrow(ConfigError);
  expect(() => readConfig({}, environment)).toThrow(message);
});

it('fetches from private addresses only when told to, by the flag or by the environment', () => {
  expect(readConfig({ allowPrivateFetch: true }, {}).allowPrivateFetch).toBe(true);
  expect(readConfig({}, { OPENIMAGINE_ALLOW_PRIVATE_FETCH: '1' }).allowPrivateFetch).toBe(true);
  expect(readConfig({}, { OPENIMAGINE_ALLOW_PRIVATE_FETCH: '0' }).allowPrivateFetch).toBe(false);
});

it('refuses an empty --data, which would have been the folder one happens to be in', () => {
  for (const data of ['', '  ']) expect(() => readConfig({ data }, {})).toThrow(/^--data needs a folder/);
});

it('answers a wrong key as xAI documents it only when told to', () => {
  expect(readConfig({ wrongKeyStatus: '400' }, { OPENIMAGINE_WRONG_KEY_STATUS: '401' }).wrongKeyStatus).toBe(400);
  expect(readConfig({}, { OPENIMAGINE_WRONG_KEY_STATUS: '400' }).wrongKeyStatus).toBe(400);
  expect(() => readConfig({ wrongKeyStatus: '500' }, {})).toThrow(/^--wrong-key-status must be one of 400, 401/);
});

it('limits how often one key may read, unless that is 0', () => {
  expect(readConfig({}, { OPENIMAGINE_POLLS_PER_SECOND: '50' }).pollsPerSecond).toBe(50);
  expect(readConfig({}, { OPENIMAGINE_POLLS_PER_SECOND: '0' }).pollsPerSecond).toBeUndefined();
});
