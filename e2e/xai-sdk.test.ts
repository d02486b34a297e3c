import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clientSuite } from './compatibility.ts';
import { findProgram } from './requirements.ts';
import { REPOSITORY, runProgram, type ServerProcess, startServer } from './server-process.ts';

const CASES = join(REPOSITORY, 'e2e/python/xai_sdk_cases.py');
const PHOTO = join(REPOSITORY, 'examples/inputs/cat.jpg');

interface Outcome {
  readonly feature: string;
  /** The traceback; null where it went well. */
  readonly error: string | null;
}

/** The newest SDK, and the oldest that makes videos. */
const SDKS = [
  { python: findProgram('python with xai-sdk'), order: 11, client: 'sync' },
  { python: findProgram('python with xai-sdk'), order: 12, client: 'async' },
  { python: findProgram('python with the oldest xai-sdk'), order: 13, client: 'sync' },
  { python: findProgram('python with the oldest xai-sdk'), order: 14, client: 'async' },
] as const;

for (const { python, order, client } of SDKS) {
  if (python === undefined) continue;
  const { version, features } = JSON.parse(execFileSync(python, [CASES, 'list'], { encoding: 'utf8' })) as {
    version: string;
    features: string[];
  };

  describe(`xai-sdk ${version}, ${client}`, () => {
    let server: ServerProcess;
    let outcomes: ReadonlyMap<string, Outcome>;
    beforeAll(async () => {
      server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
      const { stdout, stderr } = await runProgram(python, [CASES, 'run', client], {
        env: {
          OPENIMAGINE_HOST: new URL(server.url).host.replace('127.0.0.1', 'localhost'),
          XAI_API_KEY: server.apiKey,
          OPENIMAGINE_PHOTO: PHOTO,
        },
      });
      const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
      const told = lines.map((line) => JSON.parse(line) as Outcome);
      if (told.length !== features.length) throw new Error(`it ended early:\n${stderr}`);
      outcomes = new Map(told.map((outcome) => [outcome.feature, outcome]));
    }, 300_000);
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
    });

    const clientName = client === 'sync' ? 'its synchronous client' : 'its asynchronous client';
    const { works, end } = clientSuite(order, `xAI's Python SDK (\`xai-sdk\` ${version}) over gRPC, ${clientName}`);
    for (const feature of features)
      works(feature, async () => {
        expect(outcomes.get(feature)?.error).toBeNull();
      });
    end();
  });
}
