/**
 * Gives the lockfile an entry for every platform's binary, also for those that the machine which wrote it could not
 * fetch. Without them `npm ci` refuses ("Missing: … from lock file") and other platforms install no binding at all.
 *
 * Run it after each change of dependencies: `npm run lock`. `npm run check` calls it with `--check`, which only reports.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const LOCKFILE = new URL('../package-lock.json', import.meta.url);
const OPERATING_SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'win32',
  'openharmony',
];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8')) as { packages: Record<string, LockEntry> };
const added: string[] = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolve(path, name) !== undefined) continue;
    lock.packages[`node_modules/${name}`] = stub(name, version, entry.dev === true);
    added.push(`${name}@${version}`);
  }
}

if (added.length > 0 && process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${added.length} optional packages (first: ${added[0]}). Run: npm run lock`);
  process.exit(1);
}
if (added.length > 0) {
  const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(LOCKFILE, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
}
console.log(`package-lock.json: ${added.length} entries added`);

/** Where `name` resolves to when required by the package at `path`, as Node would walk up. */
function resolve(path: string, name: string): string | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[candidate] !== undefined) return candidate;
    if (at === '') return undefined;
    if (!at.includes('/node_modules/')) at = '';
  }
}

/** An entry that npm skips here and installs by version on the platform that the package's name tells. */
function stub(name: string, range: string, dev: boolean): LockEntry {
  const words = name.split(/[/-]/);
  const os = OPERATING_SYSTEMS.filter((word) => words.includes(word));
  const cpu = PROCESSORS.filter((word) => words.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word === 'gnu' || word === 'gnueabihf') && os[0] === 'linux'
      ? ['glibc']
      : [];
  return {
    version: range.replace(/^[~^]/, ''),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
