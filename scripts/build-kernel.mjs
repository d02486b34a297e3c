/**
 * Compiles the renderer's kernels (AssemblyScript with SIMD) to packages/render/build/kernel.wasm. Runs on Node ≥ 20,
 * in about 2 s; part of `npm ci` through `prepare`. Plain SIMD, no relaxed one: equal pictures on every machine.
 */
import { mkdirSync, renameSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = fileURLToPath(new URL('../packages/render/build/', import.meta.url));
const source = 'packages/render/src/kernel/index.ts';
// Written beside and renamed: a process that reads the kernel meanwhile sees the old one or the new one, whole.
const partial = `${relative(root, folder)}/kernel.${process.pid}.wasm`;

mkdirSync(folder, { recursive: true });
const { error, stderr } = await asc.main(
  [source, '--outFile', partial, '-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--baseDir', root],
  {},
);
if (error) {
  console.error(stderr.toString());
  console.error(`The render kernels do not compile: ${error.message}`);
  process.exit(1);
}
renameSync(`${root}${partial}`, `${folder}kernel.wasm`);
