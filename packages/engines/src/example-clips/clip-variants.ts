import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cachedFile } from './cached-file.ts';
import { type ExampleClipName, type ExampleClipOptions, exampleClipKey, makeExampleClip } from './make-clip.ts';

const ENCODE_MILLISECONDS_MAX = 120_000;

/** What the `ffmpeg` command makes of an example clip. Sound is taken as it is where nothing else is said. */
const ARGUMENTS = {
  h265: ['-c:v', 'libx265', '-preset', 'fast', '-x265-params', 'log-level=error', '-tag:v', 'hvc1', '-c:a', 'copy'],
  av1: ['-c:v', 'libsvtav1', '-preset', '10', '-svtav1-params', 'enable-overlays=0', '-c:a', 'copy'],
  /** H.264 with pictures that are stored out of order, as most programs write it. */
  'b-frames': ['-c:v', 'libx264', '-preset', 'fast', '-bf', '3', '-c:a', 'copy'],
  /** Full rate for half a second, then a third of it for half a second, and so on. */
  'variable-frame-rate': [
    ...['-vf', "select='lt(mod(t,1),0.5)+not(mod(n,3))'", '-fps_mode', 'vfr'],
    ...['-c:v', 'libx264', '-preset', 'fast', '-video_track_timescale', '90000', '-c:a', 'copy'],
  ],
  /** One column and one row short. 4:4:4, because H.264 has no odd sizes otherwise. */
  'odd-sized': [
    ...['-vf', 'crop=iw-1:ih-1:0:0:exact=1,format=yuv444p', '-c:v', 'libx264', '-preset', 'fast'],
    ...['-c:a', 'copy'],
  ],
  /** As a camera for broadcasting does it: ten bits, one channel of sound at 44.1 kHz. */
  'ten-bit': [
    '-c:v',
    'libx265',
    '-preset',
    'fast',
    '-x265-params',
    'log-level=error',
    '-pix_fmt',
    'yuv420p10le',
  ].concat(['-tag:v', 'hvc1', '-c:a', 'aac', '-ar', '44100', '-ac', '1']),
  /** At 1 Mb/s, as a messenger leaves it. */
  squeezed: ['-c:v', 'libx264', '-preset', 'fast', '-b:v', '1M', '-maxrate', '1M', '-bufsize', '1M', '-c:a', 'copy'],
  /** The index behind the media data. */
  'index-last': ['-c', 'copy'],
} as const satisfies Record<string, readonly string[]>;

export type ExampleClipVariant = keyof typeof ARGUMENTS;
export const exampleClipVariants = {
  names: Object.keys(ARGUMENTS) as readonly ExampleClipVariant[],
  /** Makes a variant of an example clip, or takes it from the cache. Needs the `ffmpeg` command: see `hasFfmpeg`. */
  async make(
    variant: ExampleClipVariant,
    name: ExampleClipName = 'portrait',
    options: ExampleClipOptions = {},
  ): Promise<Uint8Array> {
    const key = await exampleClipKey(name, options, ARGUMENTS[variant]);
    return cachedFile(`${name}-${variant}-${key}.mp4`, async () =>
      convert(await makeExampleClip(name, options), ARGUMENTS[variant]),
    );
  },
};

/** Whether the `ffmpeg` command is there. The product never uses it; tests that do are skipped without it. */
export function hasFfmpeg(): boolean {
  return spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;
}

async function convert(clip: Uint8Array, args: readonly string[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-variant-'));
  try {
    const [from, to] = [join(folder, 'from.mp4'), join(folder, 'to.mp4')];
    await writeFile(from, clip);
    await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', '-i', from, ...args, to], {
      timeout: ENCODE_MILLISECONDS_MAX,
    });
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
