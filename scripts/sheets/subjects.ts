import { createRenderer, type Material, type Moment, type Vec3 } from '@openimagine/render';
import {
  type ActorKind,
  createRandom,
  readPrompt,
  Scene,
  SceneActor,
  type SetKind,
  type StyleKind,
  stageScene,
} from '@openimagine/scene';
import type { Studio } from '../../packages/engines/src/draft/draft-studio.ts';
import { actorModels } from '../../packages/scene/src/actors/all-actors.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SECONDS = 8;
const FOV_DEGREES = 26;
/** How far the camera looks down on what stands alone. */
const RAISED = 0.22;

/** An actor on nothing, before grey, from as many sides as there are angles. @returns RGBA of each. */
export function actorAlone(studio: Studio, kind: ActorKind, angles: readonly number[], size: Size): Uint8Array[] {
  const model = actorModels[kind];
  if (model === undefined) throw new Error(`${kind} has no model`);
  const actor = SceneActor.parse({ id: `${kind}-1`, kind, word: kind, ...(kind === 'sign' ? { text: 'OPEN' } : {}) });
  const { assets } = studio;
  const context = { actor, copy: 0, random: createRandom(1), assets, isNight: false, durationSeconds: SECONDS };
  const built = model.build({ ...context, detail: 'hero' });
  const pose = built.poseAt(1, { distance: 0, speed: 0 });
  const materials: Material[] = [...new Set(pose.parts.map(({ material }) => material))];
  const instances = pose.parts.map((part) => ({ ...part, material: materials.indexOf(part.material) }));
  const { width, height, depth } = built.bounds;
  const reach = Math.max(height, Math.hypot(width, depth) * 0.8) * 0.62;
  const distance = reach / Math.tan((FOV_DEGREES * Math.PI) / 360);
  return shoot(studio, size, angles, (angle) => ({
    camera: {
      position: [Math.sin(angle) * distance, height / 2 + distance * RAISED, Math.cos(angle) * distance],
      target: [0, height / 2, 0],
      verticalFovDegrees: FOV_DEGREES,
      near: Math.max(0.01, distance * 0.05),
    },
    materials,
    instances,
    sun: {
      direction: [Math.sin(angle - 0.7), 1.1, Math.cos(angle - 0.7)],
      color: [2.1, 2, 1.8],
      shadowRadius: reach * 2.2,
      shadowCenter: [0, height / 2, 0],
    },
    ambient: { up: [0.55, 0.6, 0.7], down: [0.28, 0.26, 0.24] },
    lights: pose.lights ?? [],
    sky: { zenith: [0.5, 0.6, 0.75], horizon: [0.7, 0.75, 0.8] },
    fog: { color: [0.6, 0.65, 0.7], density: 0, heightFalloff: 0 },
    sprites: pose.sprites ?? [],
    grade: {},
    style: 'natural',
    seconds: 1,
  }));
}

/** A set without anybody, from where its camera stands, from the other sides, and last from above. */
export function placeAlone(studio: Studio, set: SetKind, size: Size): Uint8Array[] {
  const scene = Scene.parse({
    ...{ version: 1, prompt: set, set, time: 'day', weather: 'clear', season: 'summer', style: 'natural' },
    ...{ actors: [], camera: { move: 'still' } },
  });
  const moment = stageScene(scene, { ...size, seed: 1, durationSeconds: SECONDS, assets: studio.assets }).momentAt(1);
  const { position, target } = moment.camera;
  const away = target.map((value, axis) => position[axis]! - value) as unknown as Vec3;
  const quarters = [0, 1, 2, 3].map((quarter) => (quarter * Math.PI) / 2);
  return shoot(studio, size, [...quarters, undefined], (angle) => {
    const [sin, cos] = [Math.sin(angle ?? 0), Math.cos(angle ?? 0)];
    const beside: Vec3 = [away[0] * cos + away[2] * sin, away[1], away[2] * cos - away[0] * sin];
    const offset: Vec3 = angle === undefined ? [0, Math.hypot(...away) * 2, 0.5] : beside;
    const eye = target.map((value, axis) => value + offset[axis]!) as unknown as Vec3;
    return { ...moment, camera: { ...moment.camera, position: eye } };
  });
}

/** Scenes in one style, at the moment that says most. */
export function scenesInStyle(studio: Studio, style: StyleKind, prompts: readonly string[], size: Size): Uint8Array[] {
  return prompts.flatMap((prompt) => {
    const scene = { ...readPrompt(prompt, { lexicon: studio.lexicon, seed: 1 }), style };
    const stage = stageScene(scene, { ...size, seed: 1, durationSeconds: SECONDS, assets: studio.assets });
    return shoot(studio, size, [0], () => stage.momentAt(stage.stillSeconds));
  });
}

function shoot<T>(studio: Studio, size: Size, views: readonly T[], momentOf: (view: T) => Moment): Uint8Array[] {
  const renderer = createRenderer({ kernel: studio.kernel, ...size, samples: 4 });
  try {
    return views.map((view) => Uint8Array.from(renderer.render(momentOf(view), 1).rgba));
  } finally {
    renderer.dispose();
  }
}
