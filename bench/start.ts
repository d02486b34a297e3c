/** From the command to the line that says it is ready: first start, and later ones on the same data. */
import { rm } from 'node:fs/promises';
import { newFolder, startServer } from '../e2e/server-process.ts';
import { median, report, seconds } from './report.ts';

const ROUNDS = 3;

export async function benchStart(): Promise<void> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const dataDir = await newFolder();
    for (const times of [first, later, later]) {
      const started = performance.now();
      const server = await startServer({ dataDir });
      times.push(performance.now() - started);
      await server.stop();
    }
    await rm(dataDir, { recursive: true });
  }
  report(`first start to ready, median of ${first.length}`, seconds(median(first)), '≤ 5 s');
  report(`later start to ready, median of ${later.length}`, seconds(median(later)), '≤ 2 s');
}
