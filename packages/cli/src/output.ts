import { rename, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { CommandError } from './failure.ts';

/** `sky.jpg` for the first of several becomes `sky-1.jpg`. */
export function numberedPath(path: string, index: number, count: number): string {
  if (count === 1) return path;
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${index + 1}${extension}`;
}

/** Writes a whole file or none. @throws {CommandError} when the place cannot be written. */
export async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  } catch (cause) {
    throw new CommandError(`${path} cannot be written: ${(cause as Error).message}.`, { cause });
  }
}

/** A line that is redrawn on a terminal, and left out where there is none. */
export function progressLine(label: string): { show(percent: number): void; done(): void } {
  const isShown = process.stderr.isTTY;
  return {
    show(percent) {
      if (!isShown) return;
      const filled = Math.round(percent / 4);
      process.stderr.write(
        `\r${label} ${'█'.repeat(filled)}${'░'.repeat(25 - filled)} ${String(Math.round(percent)).padStart(3)} %`,
      );
    },
    done() {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}

/** @throws {CommandError} unless the text is a whole number. */
export function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new CommandError(`${name} must be a whole number; got "${text}".`);
  return Number(text);
}
