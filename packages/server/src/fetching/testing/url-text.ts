import * as fc from 'fast-check';

/** Any text, URLs to any address and of any shape, and known ones with a piece cut out, doubled or put in. */
export function urlText(known: readonly string[]): fc.Arbitrary<string> {
  const host = fc.oneof(
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.ipV4().map((address) => `[::ffff:${address}]`),
    fc.ipV4().map((address) => `[64:ff9b::${address}]`),
    fc.nat({ max: 2 ** 32 }).map(String),
    fc.domain(),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const port = fc.constantFrom('', ':80', ':8080', ':443', ':0', ':99999');
  const built = fc
    .tuple(fc.constantFrom('http://', 'https://', 'http:', '//', 'HTTP:\\\\'), host, port, fc.webPath())
    .map((parts) => parts.join(''));
  const mutated = fc
    .tuple(fc.constantFrom(...known), fc.nat(60), fc.nat(6), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([url, at, length, text]) => url.slice(0, at) + text + url.slice(at + length));
  return fc.oneof(
    { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 1 },
    { arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }), weight: 1 },
    { arbitrary: built, weight: 4 },
    { arbitrary: mutated, weight: 4 },
  );
}
