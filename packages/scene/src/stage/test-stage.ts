import { Scene, type SceneActor } from '../scene.ts';
import type { StageAssets, StageOptions } from './stage.ts';

/** Shapes of pictures that are asked for: wide, tall, square, cinema, old television. */
export const ASPECTS = [16 / 9, 9 / 16, 1, 21 / 9, 4 / 3];

export const assets: StageAssets = {
  paintText: (_text, { width, height }) => ({ width, height, rgba: new Uint8Array(width * height * 4) }),
  thing: () => undefined,
};
/** A film of eight seconds. */
export const options = (width = 1280, height = 720): StageOptions => ({
  width,
  height,
  durationSeconds: 8,
  seed: 5,
  assets,
});

/** A scene as a test writes it: what matters, and no more. */
export type Part = Omit<Partial<Scene>, 'actors'> & { readonly actors?: readonly Partial<SceneActor>[] };

/** @returns a whole scene; actors get ids `a-0`, `a-1` … and are dogs unless they say otherwise. */
export function sceneOf(part: Part): Scene {
  const { actors = [], ...rest } = part;
  return Scene.parse({
    version: 1,
    prompt: 'a test',
    set: 'street',
    time: 'day',
    weather: 'clear',
    season: 'summer',
    style: 'natural',
    camera: {},
    ...rest,
    actors: actors.map((actor, index) => ({ id: `a-${index}`, kind: 'dog', word: 'dog', ...actor })),
  });
}
