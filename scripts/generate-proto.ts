/**
 * Makes the TypeScript of `packages/server/src/grpc/gen` from the protos of `packages/contract/proto`, by buf.
 *
 * buf and its plugin weigh more than a hundred megabytes and are needed only when a proto changes, so npm fetches them
 * then. `--check` fails where what is committed is not what the protos give.
 */
import { execFileSync } from 'node:child_process';

const CONTRACT = 'packages/contract';
const GENERATED = 'packages/server/src/grpc/gen';
const TOOLS = ['@bufbuild/buf@1.75.0', '@bufbuild/protoc-gen-es@2.17.0'];

const run = (command: string, args: readonly string[], cwd = '.'): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const buf = (command: string): string =>
  run('npm', ['exec', '--yes', ...TOOLS.map((tool) => `--package=${tool}`), '--', 'buf', command], CONTRACT);

buf('lint');
buf('generate');
if (process.argv.includes('--check')) {
  const changed = run('git', ['status', '--porcelain', '--', GENERATED]);
  if (changed !== '') {
    console.error(`The protos give something else than what is committed. Run: npm run proto\n${changed}`);
    process.exitCode = 1;
  }
}
