import { readFile, writeFile } from 'node:fs/promises';
import { decodeImage, encodeJpeg, probeVideo, serveTasks } from '@openimagine/media';
import type { MediaTasks } from './media-tasks.ts';
import { rewriteVideo } from './rewrite-video.ts';

type Input<Name extends keyof MediaTasks> = MediaTasks[Name]['input'];

// The parent is the only caller, and its types are these.
serveTasks({
  'probe-video': async (input) => {
    const { path, isSampled } = input as Input<'probe-video'>;
    return probeVideo(await readFile(path), { isSampled });
  },
  'rewrite-video': async (input) => {
    const { path, to, wanted } = input as Input<'rewrite-video'>;
    await writeFile(to, await rewriteVideo(await readFile(path), wanted));
  },
  'to-jpeg': async (input) => {
    const { bytes, size } = input as Input<'to-jpeg'>;
    return encodeJpeg(await decodeImage(bytes, { size }));
  },
});
