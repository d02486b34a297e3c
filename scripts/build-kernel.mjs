/**
 * Compiles the renderer's kernels (AssemblyScript with SIMD) to packages/render/build/kernel.wasm. Runs on Node ≥ 20,
 * in about 2 s; part of `npm ci` through `prepare`. Relaxed SIMD fuses products and sums: equal pictures on every machine
 * that can, which are all but very old ones.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import binaryen from 'assemblyscript/binaryen';
import { CONSTANTS_END, loadConstants } from './load-constants.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = fileURLToPath(new URL('../packages/render/build/', import.meta.url));
const source = 'packages/render/src/kernel/index.ts';
const options = [
  '-O3',
  '--enable',
  'simd',
  '--enable',
  'relaxed-simd',
  '--runtime',
  'stub',
  '--noAssert',
  '--memoryBase',
  `${CONSTANTS_END}`,
];

let text = '';
const { error, stderr } = await asc.main([source, '--textFile', 'kernel.wat', ...options, '--baseDir', root], {
  writeFile: (_name, contents) => {
    text = contents;
  },
});
if (error) {
  console.error(stderr.toString());
  console.error(`The render kernels do not compile: ${error.message}`);
  process.exit(1);
}
const module = binaryen.parseText(loadConstants(text));
module.setFeatures(binaryen.Features.All);
// Written beside and renamed: a process that reads the kernel meanwhile sees the old one or the new one, whole.
const partial = `${folder}kernel.${process.pid}.wasm`;
mkdirSync(folder, { recursive: true });
writeFileSync(partial, module.emitBinary());
renameSync(partial, `${folder}kernel.wasm`);
