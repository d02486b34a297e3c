/** `npm ci` in an empty folder, and the size of what it brings. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../e2e/server-process.ts';
import { report, seconds } from './report.ts';

export async function benchInstall(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-install-'));
  const files = execFileSync('git', ['ls-files'], { cwd: REPOSITORY, encoding: 'utf8' }).trim().split('\n');
  for (const file of files) await cp(join(REPOSITORY, file), join(folder, file), { recursive: true });
  const started = performance.now();
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  const time = performance.now() - started;
  const megabytes = Number(
    execFileSync('du', ['-sm', join(folder, 'node_modules')], { encoding: 'utf8' }).split('\t')[0],
  );
  await rm(folder, { recursive: true });
  report(`npm ci in an empty folder, in ${dirname(folder)}`, `${seconds(time)}, ${megabytes} MB`, '≤ 900 MB');
}
