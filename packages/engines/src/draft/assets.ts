import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Texture } from '@openimagine/render';
import type { Say, StageAssets } from '@openimagine/scene';
import { createCanvas, Image } from './canvas.ts';
import { paintText } from './paint-text.ts';

const THINGS = fileURLToPath(new URL('assets/', import.meta.resolve('@lobehub/fluent-emoji-3d/package.json')));
// 256 × 256 × 4 bytes each; a scene shows a few.
const THINGS_KEPT = 32;

/**
 * What a stage needs of fonts, pictures and voices. Decoded things are kept, so that equal things share one texture.
 * @param say Absent: words are hummed.
 */
export function createAssets(say?: Say): StageAssets {
  const things = new Map<string, Texture | undefined>();
  return {
    ...(say ? { say } : {}),
    paintText,
    thing(key) {
      if (!things.has(key)) {
        if (things.size >= THINGS_KEPT) things.clear();
        things.set(key, readThing(key));
      }
      return things.get(key);
    },
  };
}

function readThing(key: string): Texture | undefined {
  // Keys come from a lexicon that was read from data, and end in a path.
  if (!/^[0-9a-f]+(-[0-9a-f]+)*$/.test(key)) return undefined;
  const path = [key, `${key}-fe0f`].map((name) => `${THINGS}${name}.webp`).find((file) => existsSync(file));
  if (!path) return undefined;
  const image = new Image();
  image.src = readFileSync(path);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
