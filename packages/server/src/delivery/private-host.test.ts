import { expect, it } from 'vitest';
import { isPrivateHost } from './private-host.ts';

it.each([
  'localhost',
  'localhost:8080',
  '127.0.0.1:8080',
  '[::1]:8080',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.0.7:80',
  'studio.local',
  'api.localhost:1',
])('%s is private', (host) => {
  expect(isPrivateHost(host)).toBe(true);
});

it.each([
  'example.com',
  '8.8.8.8',
  '172.32.0.1',
  '[2001:db8::1]:80',
  'localhost.example.com',
  'localhost/evil',
  'a@localhost',
  '',
  'local',
  '127.0.0.1.example.com',
])('%j is not', (host) => {
  expect(isPrivateHost(host)).toBe(false);
});
