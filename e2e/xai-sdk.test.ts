import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../packages/server/test/certificates.ts';
import { clientSuite } from './compatibility.ts';
import { findProgram } from './requirements.ts';
import { newFolder, REPOSITORY, runCommand, runProgram, type ServerProcess, startServer } from './server-process.ts';

const CASES = join(REPOSITORY, 'e2e/python/xai_sdk_cases.py');
const PHOTO = join(REPOSITORY, 'examples/inputs/cat.jpg');

interface Outcome {
  readonly feature: string;
  /** The traceback; null where it went well. */
  readonly error: string | null;
}

/** The newest SDK, and the oldest that makes videos, each with the place of its sections in the document. */
const SDKS = [
  { python: findProgram('python with xai-sdk'), order: { sync: 11, async: 12 } },
  { python: findProgram('python with the oldest xai-sdk'), order: { sync: 13, async: 14 } },
] as const;
const CLIENTS = { sync: 'its synchronous client', async: 'its asynchronous client' } as const;
type ClientKind = keyof typeof CLIENTS;

for (const { python, order } of SDKS) {
  if (python === undefined) continue;
  const { version, features } = JSON.parse(execFileSync(python, [CASES, 'list'], { encoding: 'utf8' })) as {
    version: string;
    features: string[];
  };

  describe(`xai-sdk ${version}`, () => {
    let server: ServerProcess;
    const outcomes = new Map<string, string | null>();
    const runCases = async (client: ClientKind, apiKey: string): Promise<void> => {
      const { stdout, stderr } = await runProgram(python, [CASES, 'run', client], {
        env: {
          OPENIMAGINE_HOST: `localhost:${new URL(server.url).port}`,
          XAI_API_KEY: apiKey,
          OPENIMAGINE_PHOTO: PHOTO,
        },
      });
      const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
      if (lines.length !== features.length) throw new Error(`the cases ended early:\n${stderr}`);
      for (const { feature, error } of lines.map((line) => JSON.parse(line) as Outcome))
        outcomes.set(`${client} ${feature}`, error);
    };
    beforeAll(async () => {
      server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
      // They count what their team has.
      const team = await runCommand([
        'team',
        'create',
        'async',
        '--url',
        server.url,
        '--data',
        server.dataDir,
        '--json',
      ]);
      const { teamId } = JSON.parse(team.stdout) as { teamId: string };
      const key = await runCommand([
        'key',
        'create',
        'async',
        '--team',
        teamId,
        '--url',
        server.url,
        '--data',
        server.dataDir,
        '--json',
      ]);
      const { apiKey } = JSON.parse(key.stdout) as { apiKey: string };
      await Promise.all([runCases('sync', server.apiKey), runCases('async', apiKey)]);
    }, 300_000);
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
    });

    for (const client of ['sync', 'async'] as const) {
      describe(CLIENTS[client], () => {
        const title = `xAI's Python SDK (\`xai-sdk\` ${version}) over gRPC, ${CLIENTS[client]}`;
        const { works, end } = clientSuite(order[client], title);
        for (const feature of features)
          works(feature, async () => {
            expect(outcomes.get(`${client} ${feature}`)).toBeNull();
          });
        end();
      });
    }
  });
}

/** What the SDK chooses for every name that does not begin with `localhost:`. */
const OVER_TLS = `
import os
import xai_sdk

client = xai_sdk.Client(api_host=os.environ["OPENIMAGINE_HOST"])
image = client.image.sample(prompt="A red kite", model="grok-imagine-image")
file = client.files.upload(b"content", filename="a.txt")
print(image.url, client.files.content(file.id).decode())
`;

const newest = SDKS[0].python;
describe.skipIf(newest === undefined || findProgram('openssl') === undefined)('xai-sdk over TLS', () => {
  it('needs nothing but an authority that it knows', async () => {
    const folder = await newFolder();
    const { ca, cert, key } = makeCertificate(folder);
    await using server = await startServer({
      args: ['--tls-cert', cert, '--tls-key', key, '--emulate', '--latency', 'instant'],
    });
    const host = new URL(server.url).host;
    const { stdout, stderr } = await runProgram(newest!, ['-c', OVER_TLS], {
      env: { XAI_API_KEY: server.apiKey, OPENIMAGINE_HOST: host, GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: ca },
    });
    expect(stderr).toBe('');
    const [url, content] = stdout.trim().split(' ');
    expect([url!.startsWith(`https://${host}/assets/`), content]).toEqual([true, 'content']);
  });
});
