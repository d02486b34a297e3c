/** Checks the import arrows between packages, and that the check saw the code at all. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

const MODULES_MIN = 60;

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../.dependency-cruiser.cjs');
const roots = readdirSync('packages').map((name) => `packages/${name}/src`);
const { output } = await cruise(roots, { ...options, ruleSet: { forbidden }, validate: true });
if (typeof output === 'string') throw new Error('expected a report object');

const { totalCruised, violations, error } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
if (totalCruised < MODULES_MIN) {
  console.error(`Expected at least ${MODULES_MIN} modules, saw ${totalCruised}: the check looked at the wrong place.`);
  process.exit(1);
}
console.log(`imports: ${totalCruised} modules, ${violations.length} violations`);
process.exit(error > 0 ? 1 : 0);
