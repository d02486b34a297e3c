import { createResizer, type I420Frame } from '@openimagine/media';
import {
  describeScene,
  describeSequel,
  readSequel,
  type Scene,
  type Sequel,
  type SoundCue,
  type StagedSequel,
  sceneAfter,
  stageScene,
} from '@openimagine/scene';
import type { Production, Studio } from '../draft-studio.ts';
import { FRAMES_PER_SECOND } from './draw-film.ts';
import type { FilmNote } from './film-note.ts';

/** The world of a film of ours with all its sequels. */
export interface World {
  readonly description: string;
  /** Of the whole film. */
  readonly cues: readonly SoundCue[];
  readonly seed: number;
  /** Frame i, counted over the whole film. What it gives is overwritten by the next call. */
  renderAt(frame: number): I420Frame;
}

/** @param size Of the frames; where the film was drawn larger, its world still is, and made smaller as the film was. */
export type WorldKeeper = (note: FilmNote, size: FrameSize) => World;

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Builds worlds, and keeps the last: the tasks of one order share it. */
export function createWorldKeeper(studio: Studio): WorldKeeper {
  let kept: { readonly key: string; readonly world: World } | undefined;
  return (note, { width, height }) => {
    const key = JSON.stringify([note, width, height]);
    if (kept?.key !== key) kept = { key, world: buildWorld(studio, note, { width, height }) };
    return kept.world;
  };
}

function buildWorld(studio: Studio, note: FilmNote, size: FrameSize): World {
  const { scene, seed, width, height, prompt, seconds } = note;
  const sequels = stageSequels(studio, note);
  const stage = stageScene(scene, { width, height, durationSeconds: seconds, seed, assets: studio.assets, sequels });
  const description = [describeScene(scene), ...describeAll(scene, sequels)].join(' ');
  const order = { prompt, seed, width, height, seconds };
  const production: Production = { order, scene, stage, description, timingsMs: { read: 0, model: 0 } };
  const isSmaller = size.width !== width || size.height !== height;
  const resize = isSmaller ? createResizer({ width, height }, size) : undefined;
  return {
    description,
    cues: stage.allCues,
    seed,
    renderAt(frame) {
      // Asked for anew each time: another order of the same process may have taken the renderer's place.
      const renderer = studio.filmRendererFor(production);
      const data = renderer.i420(stage.momentAt(frame / FRAMES_PER_SECOND), seed + frame);
      const whole: I420Frame = { width, height, data };
      return resize ? resize(whole) : whole;
    },
  };
}

/** Reads each prompt by what the film shows when it comes to it. */
function stageSequels(studio: Studio, { scene, seconds, sequels }: FilmNote): StagedSequel[] {
  let now: Scene = scene;
  let at = seconds;
  return sequels.map(({ prompt, seed, seconds: length }): StagedSequel => {
    const sequel: Sequel = readSequel(prompt, now, { lexicon: studio.lexicon, seed });
    const staged = { sequel, fromSeconds: at, toSeconds: at + length };
    now = sceneAfter(now, sequel);
    at += length;
    return staged;
  });
}

function describeAll(scene: Scene, sequels: readonly StagedSequel[]): string[] {
  let now = scene;
  return sequels.map(({ sequel }) => {
    const told = describeSequel(sequel, now);
    now = sceneAfter(now, sequel);
    return told;
  });
}
