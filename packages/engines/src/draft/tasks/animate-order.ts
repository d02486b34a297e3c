import { readFile, writeFile } from 'node:fs/promises';
import { coverPicture, flatten, openPhoto } from '@openimagine/media';
import { createMotion, type Sight, type StillMotion } from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import { detect, see } from './look-at.ts';

/** What is to be looked at: an input's file, and the size of the film that begins with it. */
export interface LookOrder {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Where the picture is left for the other tasks, as bare RGBA of the film's size. */
  readonly picturePath: string;
}

export interface Look {
  readonly sight: Sight;
  readonly timingsMs: Readonly<Record<'open' | 'look', number>>;
}

/** Everything that decides a film which begins with a picture. Plain data: it travels to the render children. */
export interface AnimateOrder {
  readonly prompt: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly picturePath: string;
  readonly sight: Sight;
  /** Of the video track. Absent: a constant quality. */
  readonly bitsPerSecond?: number;
}

const WHITE = [255, 255, 255] as const;
/** Larger ones are made smaller while they are opened: no film has a side of more. */
const SIDE_PIXELS_MAX = 4096;

/** Opens the picture once, in the film's size, and finds what is where in it. */
export async function lookAtPicture({ path, width, height, picturePath }: LookOrder): Promise<Look> {
  const start = performance.now();
  const fit = { width: SIDE_PIXELS_MAX, height: SIDE_PIXELS_MAX };
  const photo = flatten(await openPhoto(await readFile(path), { fit }), WHITE);
  const picture = coverPicture(photo, width, height);
  await writeFile(picturePath, picture.rgba);
  const openedAt = performance.now();
  const sight = see(picture, await detect(picture, { faces: true, bodies: true, things: true }));
  return { sight, timingsMs: { open: openedAt - start, look: performance.now() - openedAt } };
}

/** Makes motions, and keeps the last: the segments of one film that come to the same process share it. */
export function createMotionKeeper({ kernel }: Studio): (order: AnimateOrder) => Promise<StillMotion> {
  let last: { readonly key: string; readonly motion: Promise<StillMotion> } | undefined;
  return ({ sight, picturePath, width, height, prompt, seed, seconds }) => {
    // The file's name is the order's own: no two orders share one.
    const key = JSON.stringify([picturePath, width, height, prompt, seed, seconds]);
    if (last?.key !== key) {
      const motion = readFile(picturePath).then((rgba) =>
        createMotion({ kernel, picture: { width, height, rgba }, sight, prompt, seed, seconds }),
      );
      last = { key, motion };
    }
    return last.motion;
  };
}
