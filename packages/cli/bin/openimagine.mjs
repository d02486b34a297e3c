#!/usr/bin/env node
// Starts the command under the Node that comes with the project, also where the machine has an older one.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
// V8's optimising compiler takes 0.6 GB for a moment over the largest functions of the PostgreSQL in WebAssembly, and
// gains a fifth of a query. The flag counts only from the command line.
const SERVE_FLAG = '--liftoff-only';

if (Number(process.versions.node.split('.', 1)[0]) < 24) {
  const node = join(dirname(module.createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; a supervisor signals only this process.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {});
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
} else if (process.argv[2] === 'serve' && process.platform !== 'win32' && !process.execArgv.includes(SERVE_FLAG)) {
  process.execve(
    process.execPath,
    [process.execPath, SERVE_FLAG, ...process.execArgv, ...process.argv.slice(1)],
    process.env,
  );
} else {
  // Parsed and type-stripped modules are kept for the next start.
  module.enableCompileCache();
  await import(main);
}
