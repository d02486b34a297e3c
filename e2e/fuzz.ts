import { parseArgs } from 'node:util';
import { findProgram } from './requirements.ts';
import { fuzzOpenApi } from './schemathesis.ts';
import { startServer } from './server-process.ts';

/** `npm run fuzz`: the long run of `openapi.test.ts`. */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, seed: { type: 'string', default: String(Date.now()) } },
});
const python = findProgram('python with schemathesis');
if (python === undefined) throw new Error('Schemathesis is missing; CONTRIBUTING.md says how to install it.');
await using server = await startServer({
  args: ['--emulate', '--latency', 'instant'],
  env: { OPENIMAGINE_POLLS_PER_SECOND: '0' },
});
const { cases, failures, summary } = await fuzzOpenApi(python, server, {
  cases: Number(values.cases),
  seed: Number(values.seed),
});
console.log(`${failures}\n${summary}\n${cases} cases, ${failures === '' ? 'no failure' : 'with failures'}`);
process.exitCode = failures === '' ? 0 : 1;
