import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './server-process.ts';

/**
 * Finds a program that a test needs beside Node.
 * @returns Its path; undefined, with a line that says so, where it is missing, and the test is to be skipped.
 * @throws {Error} where it is missing although `CI=true`: there everything must run.
 */
export function findProgram(what: keyof typeof FINDERS): string | undefined {
  const found = FINDERS[what]();
  if (found !== undefined) return found;
  if (process.env.CI === 'true') throw new Error(`${what} is missing, and CI=true asks for everything. See .ci/run.`);
  console.warn(`skipped: ${what} is not installed`);
  return undefined;
}

const FINDERS = {
  chromium: () => onPath(['chromium', 'chromium-browser', 'google-chrome']),
  curl: () => onPath(['curl']),
  openssl: () => onPath(['openssl']),
  ffprobe: () => onPath(['ffprobe']),
  'python with requests': () => pythonWith('requests'),
  'python with schemathesis': () => pythonWith('schemathesis'),
  'python with xai-sdk': () => pythonWith('xai_sdk'),
  'python with the oldest xai-sdk': () => pythonWith('xai_sdk', ['.venv-oldest/bin/python']),
} as const;

/** @param pythons In the repository, or on the path. */
function pythonWith(
  module: string,
  pythons: readonly string[] = ['.venv/bin/python', 'python3', 'python'],
): string | undefined {
  const found = pythons.map((python) => (python.includes('/') ? join(REPOSITORY, python) : python));
  return found.find((python) => works(python, ['-c', `import ${module}`]));
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
