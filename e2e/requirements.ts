import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './server-process.ts';

/**
 * Finds a program that a test needs beside Node.
 * @returns Its path; undefined, with a line that says so, where it is missing, and the test is to be skipped.
 * @throws {Error} where it is missing although `CI=true`: there everything must run.
 */
export function findProgram(
  what: 'chromium' | 'python with requests' | 'python with schemathesis' | 'curl' | 'ffprobe',
): string | undefined {
  const found = FINDERS[what]();
  if (found !== undefined) return found;
  if (process.env.CI === 'true') throw new Error(`${what} is missing, and CI=true asks for everything. See .ci/run.`);
  console.warn(`skipped: ${what} is not installed`);
  return undefined;
}

const FINDERS = {
  chromium: () => onPath(['chromium', 'chromium-browser', 'google-chrome']),
  curl: () => onPath(['curl']),
  ffprobe: () => onPath(['ffprobe']),
  'python with requests': () => pythonWith('requests'),
  'python with schemathesis': () => pythonWith('schemathesis'),
} as const;

function pythonWith(module: string): string | undefined {
  const pythons = [join(REPOSITORY, '.venv/bin/python'), 'python3', 'python'];
  return pythons.find((python) => works(python, ['-c', `import ${module}`]));
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function works(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
