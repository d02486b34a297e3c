import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderErrorPage } from './error-page.ts';

it('docs/ERRORS.md says what the catalogue says (npm run docs)', () => {
  expect(readFileSync(new URL('../docs/ERRORS.md', import.meta.url), 'utf8')).toBe(renderErrorPage());
});
