import { type Browser, chromium } from 'playwright-core';
import { findProgram } from './requirements.ts';

/** @throws {Error} where no Chromium is installed. */
export function openChromium(args: readonly string[]): Promise<Browser> {
  const executablePath = findProgram('chromium');
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
}
