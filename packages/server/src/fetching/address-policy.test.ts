import { BlockList, isIP } from 'node:net';
import * as fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, it } from 'vitest';
import { isLocalName, isNearbyAddress, isPublicAddress } from './address-policy.ts';
import { isSpecial, SPECIAL_RANGES } from './testing/special-ranges.ts';

it.each(SPECIAL_RANGES)('%s is not public, from its first address to its last', (range) => {
  const [first, last] = edgesOf(range);
  expect(isPublicAddress(first)).toBe(false);
  expect(isPublicAddress(last)).toBe(false);
});

it.each([
  '1.0.0.0',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '168.63.129.15',
  '168.63.129.17',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::',
  '2001:4860:4860::8888',
  '2003::',
  '2606:4700:4700::1111',
  '3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
])('%s, at the edge of what is special or well known, is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it('agrees with the registries on any address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const address = ipaddr.parse(text).toString();
      expect(isPublicAddress(address)).toBe(!isSpecial(address));
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

it('takes nothing for public that is not an address in its plain form', () => {
  for (const text of ['', '8.8.8', '134744072', '0x8.8.8.8', '010.8.8.8', '8.8.8.8.', '[2003::1]', '2003::1%eth0', 'x'])
    expect(isPublicAddress(text), text).toBe(false);
});

it('lets development reach this machine and private networks, mapped ones too', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '0.0.0.0', '::', '10.0.0.1', '172.16.0.1', '192.168.1.1'])
    expect(isNearbyAddress(address), address).toBe(true);
  for (const address of ['100.64.0.1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'])
    expect(isNearbyAddress(address), address).toBe(true);
});

it('keeps the places where clouds keep credentials from development too', () => {
  const places = ['169.254.169.254', '169.254.170.2', 'fe80::1', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16'];
  for (const address of [...places, '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::1']) {
    expect(isNearbyAddress(address), address).toBe(false);
    expect(isPublicAddress(address), address).toBe(false);
  }
});

it('development gets no address that is neither public nor near', () => {
  const near = new BlockList();
  for (const [network, bits] of [
    ['0.0.0.0', 32],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ] as const)
    near.addSubnet(network, bits, 'ipv4');
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isNearbyAddress(address)).toBe(near.check(address) && address !== '100.100.100.200');
    }),
    { numRuns: 5_000, seed: 2 },
  );
});

it('knows names of this machine and its network, whatever they resolve to', () => {
  for (const name of [
    'localhost',
    'a.localhost',
    'printer.local',
    'metadata.google.internal',
    'redis',
    'nas.home.arpa',
  ])
    expect(isLocalName(name), name).toBe(true);
  for (const name of ['example.com', 'localhost.com', 'mylocalhost.net', 'internal.example.com', 'notlocal.org'])
    expect(isLocalName(name), name).toBe(false);
});

function edgesOf(range: string): [string, string] {
  const [network = '', bits] = range.split('/');
  const bytes = ipaddr.parse(network).toByteArray();
  const last = bytes.map((byte, index) => byte | (0xff >> Math.min(8, Math.max(0, Number(bits) - index * 8))));
  const text = ipaddr.fromByteArray(last).toString();
  expect(isIP(text)).toBeGreaterThan(0);
  return [network, text];
}
