import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeAudio, decodeFrames, encodeJpeg, probeVideo, toRgba } from '@openimagine/media';
import { spectrogram } from './spectrogram.ts';

const FRAMES_SHOWN = 5;

/** A picture, saved beside the page. @returns Its HTML. */
export async function showImage(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, `${name}.jpg`), bytes);
  return `<img src="${name}.jpg" alt="">`;
}

/** A film as five moments, its sound as a spectrogram, and itself. @returns The HTML. */
export async function showVideo(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, `${name}.mp4`), bytes);
  const probe = await probeVideo(bytes);
  const wanted = new Set(
    Array.from({ length: FRAMES_SHOWN }, (_, i) => Math.round(((probe.frameCount - 1) * i) / (FRAMES_SHOWN - 1))),
  );
  const pictures: string[] = [];
  let index = 0;
  for await (const frame of decodeFrames(bytes)) {
    if (!wanted.has(index++)) continue;
    const { width, height } = frame;
    const jpeg = await encodeJpeg({ width, height, rgba: new Uint8Array(toRgba(frame).buffer) }, 85);
    pictures.push(await showImage(folder, `${name}-${pictures.length}`, jpeg));
  }
  const sound = probe.audio === undefined ? '<p>no sound</p>' : await showSound(folder, name, bytes);
  return `<div class="frames">${pictures.join('')}</div>${sound}<video controls preload="none" src="${name}.mp4"></video>`;
}

async function showSound(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const { samples, sampleRate } = (await decodeAudio(bytes))!;
  await writeFile(join(folder, `${name}-sound.png`), await spectrogram(samples, sampleRate));
  return `<img src="${name}-sound.png" alt="spectrogram">`;
}
