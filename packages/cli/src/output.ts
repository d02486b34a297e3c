import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { CommandError } from './failure.ts';

/** `sky.jpg` for the first of several becomes `sky-1.jpg`. */
export function numberedPath(path: string, index: number, count: number): string {
  if (count === 1) return path;
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${index + 1}${extension}`;
}

/** What a name must not end in, by what is saved. */
const OTHER_KIND = {
  picture: /\.(mp4|m4v|mov|webm|mkv|avi)$/i,
  video: /\.(jpe?g|png|webp|gif|avif)$/i,
} as const;
/** More pictures than this are refused by the server. */
const COUNT_MAX = 10;

/**
 * Finds out before anything is drawn and billed whether it can be saved.
 * @param kind What it is, where that is known: a picture is not saved as `a.mp4`.
 * @param count How many numbered files it will be.
 * @throws {CommandError} when a name is empty, of a folder or of another kind, or its folder is missing or cannot be written.
 */
export async function assertWritable(path: string, kind?: keyof typeof OTHER_KIND, count = 1): Promise<void> {
  if (path === '') throw new CommandError('--output must be the name of a file; it is empty.');
  if (kind !== undefined && OTHER_KIND[kind].test(path))
    throw new CommandError(`${path} cannot be written: the result is a ${kind}, and its name is of another kind.`);
  for (let index = 0; index < Math.min(count, COUNT_MAX); index++) await assertFile(numberedPath(path, index, count));
}

async function assertFile(path: string): Promise<void> {
  try {
    await access(dirname(resolve(path)), constants.W_OK);
    const isFolder = /[/\\]$/.test(path) || (await stat(path).catch(() => undefined))?.isDirectory();
    if (isFolder) throw new Error('it is a folder');
  } catch (cause) {
    throw new CommandError(`${path} cannot be written: ${(cause as Error).message}.`, { cause });
  }
}

/** A line that is redrawn on a terminal; elsewhere a line at each quarter. Nothing in between is lost by its absence. */
export interface ProgressLine {
  /**
   * @param percent Undefined: it goes on, but nobody knows how far it is.
   * @param position In the queue, while it waits there.
   */
  show(percent?: number, position?: number): void;
  done(): void;
}

export function progressLine(label: string, isQuiet: boolean): ProgressLine {
  if (isQuiet) return { show: () => undefined, done: () => undefined };
  const started = performance.now();
  let quarter = -1;
  return {
    show(percent, position) {
      if (process.stderr.isTTY) {
        const how =
          position !== undefined ? `waits, place ${position} ` : percent === undefined ? '' : `${bar(percent)} `;
        process.stderr.write(`\r\u001b[K${label} ${how}${Math.round((performance.now() - started) / 1000)} s `);
        return;
      }
      const reached = Math.floor((percent ?? 0) / 25);
      if (reached > quarter)
        process.stderr.write(percent === undefined ? `${label}\n` : `${label} ${Math.round(percent)} %\n`);
      quarter = Math.max(quarter, reached);
    },
    done() {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}

function bar(percent: number): string {
  const filled = Math.round(percent / 4);
  return `${'█'.repeat(filled)}${'░'.repeat(25 - filled)} ${String(Math.round(percent)).padStart(3)} %`;
}

/** Shows that something goes on until the work ends. */
export async function whileWorking<T>(line: ProgressLine, work: Promise<T>): Promise<T> {
  line.show();
  const ticking = setInterval(() => line.show(), 500);
  try {
    return await work;
  } finally {
    clearInterval(ticking);
    line.done();
  }
}

/** @throws {CommandError} unless the text is a whole number. */
export function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new CommandError(`${name} must be a whole number; got "${text}".`);
  return Number(text);
}
