import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, type ServerProcess } from './server-process.ts';

/** What a run against our own OpenAPI document came to. */
export interface FuzzResult {
  /** Requests that were made up and sent. */
  readonly cases: number;
  /** Of all parts; empty when every check passed. */
  readonly failures: string;
  /** One line a part and round. */
  readonly summary: string;
}

/**
 * Checks that are not made, each with its reason. All others are, on every operation.
 */
const EXCLUDED_CHECKS: Readonly<Record<string, string>> = {
  positive_data_acceptance:
    'Whether a URL can be fetched, a model has a resolution or two fields agree is beyond JSON Schema: what fits the schema may still be refused with 400.',
  ensure_resource_availability:
    'With an Idempotency-Key that was used before, a creating call is answered as the first one was, whose file may have been deleted since.',
};

/**
 * Management comes last and apart: it may revoke the key of the others. The clock, too: after a jump of years, what the
 * others made has expired.
 */
const PARTS = [
  { name: 'API', share: 0.8, filter: ['--exclude-tag', 'Teams', '--exclude-tag', 'Keys', '--exclude-tag', 'Emulator'] },
  { name: 'clock', share: 0.02, filter: ['--include-tag', 'Emulator'] },
  { name: 'management', share: 0.18, filter: ['--include-tag', 'Teams', '--include-tag', 'Keys'] },
] as const;

/**
 * Makes up requests, good and bad, from the OpenAPI document of a server that emulates, and checks every reply against it.
 * @param options.cases At least so many, unless a part ends by itself.
 * @param options.seed The same seed, server and version send the same requests.
 */
export async function fuzzOpenApi(
  python: string,
  server: ServerProcess,
  options: { readonly cases: number; readonly seed: number },
): Promise<FuzzResult> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-fuzz-'));
  try {
    await writeFile(join(folder, 'schemathesis.toml'), CONFIG);
    const env = {
      FUZZ_KEY: server.apiKey,
      FUZZ_MANAGEMENT_KEY: (await readFile(join(server.dataDir, 'management-key'), 'utf8')).trim(),
    };
    const rounds: Round[] = [];
    for (const part of PARTS) {
      const wanted = options.cases * part.share;
      let made = 0;
      for (let index = 0; made < wanted; index++) {
        const round = await runRound(python, server, {
          part,
          folder,
          env,
          seed: options.seed + index,
          examples: examplesFor(wanted - made),
        });
        rounds.push(round);
        made += round.cases;
        if (round.failure !== undefined || round.cases === 0) break;
      }
    }
    return {
      cases: rounds.reduce((sum, { cases }) => sum + cases, 0),
      failures: rounds.flatMap(({ failure }) => failure ?? []).join('\n'),
      summary: rounds.map(({ summary }) => summary).join('\n'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** For each operation; there are some dozens, and as many requests again are made from the schema's own edges. */
function examplesFor(cases: number): number {
  return Math.min(100, Math.max(5, Math.ceil(cases / 200)));
}

interface Round {
  readonly cases: number;
  readonly failure: string | undefined;
  readonly summary: string;
}

async function runRound(
  python: string,
  { url }: ServerProcess,
  {
    part,
    folder,
    env,
    seed,
    examples,
  }: {
    readonly part: (typeof PARTS)[number];
    readonly folder: string;
    readonly env: Readonly<Record<string, string>>;
    readonly seed: number;
    readonly examples: number;
  },
): Promise<Round> {
  const startMs = performance.now();
  const { code, stdout, stderr } = await runProgram(
    python,
    [
      ...['-m', 'schemathesis.cli', '--config-file', 'schemathesis.toml', 'run', `${url}/openapi.json`, ...part.filter],
      ...['--seed', String(seed), '--max-examples', String(examples), '--no-color'],
    ],
    { cwd: folder, env },
  );
  const cases = Number(/([\d,]+) generated/.exec(stdout)?.[1]?.replaceAll(',', '') ?? 0);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  return {
    cases,
    failure:
      code === 0 && cases > 0 ? undefined : `${part.name}, seed ${seed}, exit code ${code}:\n${stdout}\n${stderr}`,
    summary: `${part.name}, seed ${seed}: ${cases} cases in ${seconds} s`,
  };
}

const CONFIG = `
request-timeout = 30
continue-on-failure = true

[auth.openapi]
key = { bearer = "\${FUZZ_KEY}" }
managementKey = { bearer = "\${FUZZ_MANAGEMENT_KEY}" }

[generation]
database = "none"

[checks]
${Object.keys(EXCLUDED_CHECKS)
  .map((check) => `${check}.enabled = false`)
  .join('\n')}
`;
