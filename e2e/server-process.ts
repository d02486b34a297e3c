import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@openimagine/sdk';

/** The command as a user runs it, on a free port, in a data folder of its own. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly apiKey: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly client: Client;
  /** What it has written to standard error so far. */
  log(): string;
  /** Stops reading what it writes, as a log reader does that has crashed. */
  closeOutput(): void;
  /**
   * Ends it by a signal. @returns Its exit code, or the signal that ended it.
   * @throws {Error} when its log, at level debug, holds a key of its own or the canary.
   */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

export interface ServerOptions {
  /** Kept after `stop`, so that another server can start on it. Default: a new folder that is deleted at the end. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const COMMAND = fileURLToPath(new URL('../packages/cli/bin/openimagine.mjs', import.meta.url));
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** Starts `openimagine serve` and waits until it is ready. @throws {Error} with what it printed when it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? (await newFolder());
  const child = run(['serve', '--json', '--port', '0', '--data', dataDir, ...(options.args ?? [])], {
    OPENIMAGINE_LOG: 'debug',
    ...options.env,
  });
  const errors: string[] = [];
  const output: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 1)),
  );
  const ready = await Promise.race([firstLine(child), ended]);
  if (typeof ready !== 'string' || !ready.startsWith('{'))
    throw new Error(`the server did not start: ${ready}\n${errors.join('')}`);
  const { url, key_file } = JSON.parse(ready) as { url: string; key_file: string };
  const apiKey = (await readFile(key_file, 'utf8')).trim();
  let isToEnd = false;
  void ended.then((how) => {
    // A test only sees refused connections then, and would not say why.
    if (!isToEnd) console.error(`the server ${child.pid} at ${url} ended by itself with ${how}:\n${errors.join('')}`);
  });
  const managementKey = (await readFile(join(dataDir, 'management-key'), 'utf8')).trim();
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals> => {
    isToEnd = true;
    child.kill(signal);
    const how = await ended;
    assertNoSecrets(errors.join('') + output.join(''), [apiKey, managementKey]);
    return how;
  };
  return {
    url,
    apiKey,
    dataDir,
    pid: child.pid!,
    client: createClient({ baseUrl: url, apiKey, retries: 0 }),
    log: () => errors.join(''),
    closeOutput: () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    stop,
    async [Symbol.asyncDispose]() {
      try {
        await stop();
      } finally {
        if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
      }
    },
  };
}

/** Stands in keys and prompts of tests: no log line may hold it. */
export const CANARY = 'CANARY-7f3a91';

/** Of no key at all, and of nothing that a caller sent. */
const NEVER_LOGGED = [/\bBearer [^…]/i, /\bdata:[\w.+/-]*[;,]/i, new RegExp(CANARY, 'i'), /\bwhsec_/, /\bxai-oi-/];

/** @throws {Error} with the line that tells what it should not. */
function assertNoSecrets(log: string, keys: readonly string[]): void {
  const line = log
    .split('\n')
    .find((each) => keys.some((key) => each.includes(key)) || NEVER_LOGGED.some((pattern) => pattern.test(each)));
  if (line !== undefined) throw new Error(`The log of the server holds what it must not: ${line}`);
}

export async function newFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'openimagine-'));
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string = REPOSITORY,
): Promise<CommandResult> {
  return await collect(run(args, env, cwd));
}

/** Runs any program to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<CommandResult> {
  return await collect(
    spawn(program, args, { cwd: options.cwd ?? REPOSITORY, env: { ...process.env, ...options.env } }),
  );
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string = REPOSITORY,
): ChildProcess {
  const {
    OPENIMAGINE_API_KEY: _key,
    XAI_API_KEY: _xai,
    PORT: _port,
    DATABASE_URL: _database,
    OPENIMAGINE_LOG_REDACT: _redact,
    ...inherited
  } = process.env;
  return spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function collect(child: ChildProcess): Promise<CommandResult> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  return { code, ...output };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  return await new Promise((resolve) => lines.once('line', resolve));
}
