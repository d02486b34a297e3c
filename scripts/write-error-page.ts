/** Writes `docs/ERRORS.md` from the catalogue. */
import { writeFileSync } from 'node:fs';
import { renderErrorPage } from './error-page.ts';

writeFileSync(new URL('../docs/ERRORS.md', import.meta.url), renderErrorPage());
