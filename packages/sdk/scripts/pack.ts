/**
 * Makes the tarball that would be published: JavaScript and types by TypeScript's own emit, without dependencies.
 * `npm run pack -w packages/sdk -- <folder>` writes it there; nothing of it is kept in the repository.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const REPOSITORY = join(PACKAGE, '../..');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [into = '.'] = process.argv.slice(2);
  console.log(await packSdk(into));
}

/** @param into A folder that exists. @returns Path of the tarball. */
export async function packSdk(into: string): Promise<string> {
  const staging = await mkdtemp(join(tmpdir(), 'openimagine-pack-'));
  try {
    const tsc = join(REPOSITORY, 'node_modules/.bin/tsc');
    const dist = join(staging, 'dist');
    await run(tsc, ['-p', join(PACKAGE, 'tsconfig.pack.json'), '--outDir', dist]);
    await nameTypesByOutput(dist);
    await cp(join(PACKAGE, 'README.md'), join(staging, 'README.md'));
    await cp(join(REPOSITORY, 'LICENSE'), join(staging, 'LICENSE'));
    await writeFile(join(staging, 'package.json'), JSON.stringify(await manifest(), undefined, 2));
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', resolve(into)], { cwd: staging });
    return join(into, readFilename(stdout));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The compiler rewrites imports of JavaScript alone; not every version of it finds `client.d.ts` by `./client.ts`. */
async function nameTypesByOutput(dist: string): Promise<void> {
  for (const name of (await readdir(dist)).filter((file) => file.endsWith('.d.ts'))) {
    const path = join(dist, name);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(/(['"]\.\/[\w-]+)\.ts(['"])/g, '$1.js$2'));
  }
}

async function manifest(): Promise<object> {
  const own = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, description, license, type } = own;
  return {
    name,
    version,
    description,
    license,
    type,
    sideEffects: false,
    engines: { node: '>=20.3' },
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './package.json': './package.json' },
    types: './dist/index.d.ts',
    files: ['dist'],
  };
}

/** npm 12 answers with an object by name, those before with a list. */
function readFilename(stdout: string): string {
  const packed = Object.values(JSON.parse(stdout) as Record<string, { readonly filename: string }>);
  return packed[0]!.filename;
}
