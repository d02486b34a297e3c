/** Prints every figure beside its limit: `npm run bench [-- video image render modes wire grpc emulator generations memory start install]`. Takes about an hour; `submits` is a part of `emulator`, `extension` of `modes`. `render` takes `--trial=FOLDER` and `--pictures=FOLDER`. */
import { cpus } from 'node:os';
import { benchEmulator, benchGenerations } from './emulator.ts';
import { benchGrpc } from './grpc.ts';
import { benchImage } from './image.ts';
import { benchInstall } from './install.ts';
import { benchMemory } from './memory.ts';
import { benchExtension, benchModes } from './modes.ts';
import { benchRender } from './render.ts';
import { benchStart } from './start.ts';
import { benchVideo } from './video.ts';
import { benchWire } from './wire.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  start: benchStart,
  image: benchImage,
  video: benchVideo,
  render: benchRender,
  modes: benchModes,
  wire: benchWire,
  grpc: benchGrpc,
  emulator: () => benchEmulator(),
  generations: () => benchGenerations(),
  memory: benchMemory,
  install: benchInstall,
};

/** Parts of others, for who asks for them. */
const PARTS: Record<string, () => Promise<void>> = {
  submits: () => benchEmulator(['submits']),
  extension: benchExtension,
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = asked.find((name) => BENCHES[name] === undefined && PARTS[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}; there are: ${Object.keys({ ...BENCHES, ...PARTS }).join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}\n`);
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench();
for (const [name, bench] of Object.entries(PARTS)) if (asked.includes(name)) await bench();
