import { createRequire } from 'node:module';
import packageJson from '../package.json' with { type: 'json' };

/** A native package whose binary for this machine is not installed. */
export interface MissingBinding {
  readonly name: string;
  /** The line that installs it. */
  readonly install: string;
}

const NATIVE = ['@napi-rs/canvas', '@napi-rs/webcodecs'] as const;

/** Looks for the binaries without loading them: a binary may crash whoever loads it. */
export function missingBindings(platform: string = process.platform, arch: string = process.arch): MissingBinding[] {
  const names =
    platform === 'linux'
      ? ['gnu', 'musl'].map((libc) => `linux-${arch}-${libc}`)
      : platform === 'win32'
        ? [`win32-${arch}-msvc`]
        : [`${platform}-${arch}`];
  return NATIVE.filter((name) => !names.some((suffix) => isInstalled(name, suffix))).map((name) => ({
    name,
    install: `npm install --no-save ${name}-${names[0]}@${versionOf(name)}`,
  }));
}

/** The binary is a dependency of the package, so it is looked for from there. */
function isInstalled(name: string, suffix: string): boolean {
  try {
    const require = createRequire(import.meta.url);
    createRequire(require.resolve(name)).resolve(`${name}-${suffix}`);
    return true;
  } catch {
    return false;
  }
}

/** A binding has the version of its package, which this package pins. */
function versionOf(name: string): string {
  const { dependencies } = packageJson as { dependencies: Record<string, string> };
  return dependencies[name] ?? 'latest';
}
