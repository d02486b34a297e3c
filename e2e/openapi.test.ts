import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from './requirements.ts';
import { fuzzOpenApi } from './schemathesis.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const python = findProgram('python with schemathesis');
const CASES = 2_000;
/** The same every time; `npm run fuzz` takes another. */
const SEED = 1;

describe.skipIf(python === undefined)('the OpenAPI document', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    const args = ['--emulate', '--latency', 'instant'];
    server = await startServer({ args, env: { OPENIMAGINE_POLLS_PER_SECOND: '0' } });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  it(`says what the server does: ${CASES} made-up requests, no reply that it does not describe`, async () => {
    const { cases, failures, summary } = await fuzzOpenApi(python!, server, { cases: CASES, seed: SEED });
    console.info(summary);
    expect(failures).toBe('');
    expect(cases).toBeGreaterThanOrEqual(CASES);
    expect((await server.client.images.generate({ prompt: 'a fox' })).data).toHaveLength(1);
  });
});
