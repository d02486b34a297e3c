import { readFile } from 'node:fs/promises';
import {
  compileKernel,
  createRenderer,
  kernelUrl,
  type Mesh,
  type Moment,
  type Renderer,
  type Vec3,
} from '@openimagine/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meshBounds } from '../model/mesh.ts';
import { createRandom } from '../random.ts';
import { Scene, SetKind } from '../scene.ts';
import type { StageAssets } from '../stage/stage.ts';
import { stageScene } from '../stage/stage-scene.ts';
import { setModels } from './all-sets.ts';
import type { BuiltSet } from './set.ts';
import { traitsOf } from './set-traits.ts';

const [WIDTH, HEIGHT] = [96, 54];
const FOV = 46;

const noPictures: StageAssets = {
  paintText: () => ({ width: 1, height: 1, rgba: new Uint8Array(4) }),
  thing: () => undefined,
};

/** Places with ground below and sky above; a room has no fourth wall, and the sky has no ground. */
const OPEN_PLACES = SetKind.options.filter((kind) => traitsOf(kind).hasSky && kind !== 'sky');

function sceneOf(set: SetKind, fields: Record<string, unknown> = {}): Scene {
  return Scene.parse({
    version: 1,
    set,
    time: 'day',
    weather: 'clear',
    season: 'summer',
    style: 'natural',
    actors: [],
    camera: {},
    ...fields,
  });
}

function build(kind: SetKind, scene = sceneOf(kind)): BuiltSet {
  const options = { random: createRandom(5), assets: noPictures, durationSeconds: 8, aspect: WIDTH / HEIGHT };
  return setModels[kind].build({ scene, ...options });
}

/** What the set shows from an eye of one's own, all its things red and blue, the sky a glaring green. */
function momentFrom(set: BuiltSet, position: Vec3, target: Vec3): Moment {
  const { instances } = set.momentAt(2);
  const green: Vec3 = [0, 4, 0];
  return {
    camera: { position, target, verticalFovDegrees: FOV, near: 0.2 },
    materials: [{ emissive: 1, specular: 0 }],
    instances: instances.map((one) => ({ ...one, material: 0, tint: [1, 0.2, 1], emissive: 1 })),
    sun: { direction: [0.3, 1, 0.2], color: [0, 0, 0] },
    ambient: { up: [0, 0, 0], down: [0, 0, 0] },
    lights: [],
    sky: {
      zenith: green,
      horizon: green,
      ground: green,
      clouds: { cover: 0, lit: green, shade: green, offset: [0, 0] },
    },
    fog: { color: green, density: 0, heightFalloff: 0 },
    sprites: [],
    grade: { bloom: 0, vignette: 0, grain: 0 },
    style: 'natural',
    seconds: 2,
  };
}

/** How many pixels that look down by more than `degrees` show the sky. */
function holesBelow(renderer: Renderer, moment: Moment, degrees: number): number {
  const { rgba } = renderer.render(moment, 1);
  const { position, target } = moment.camera;
  const flat = Math.hypot(target[0] - position[0], target[2] - position[2]);
  const pitch = Math.atan2(target[1] - position[1], flat);
  let holes = 0;
  for (let y = 0; y < HEIGHT; y++) {
    const rise = (1 - (2 * (y + 0.5)) / HEIGHT) * Math.tan((FOV * Math.PI) / 360);
    for (let x = 0; x < WIDTH; x++) {
      const side = ((2 * (x + 0.5)) / WIDTH - 1) * Math.tan((FOV * Math.PI) / 360) * (WIDTH / HEIGHT);
      const up = Math.sin(pitch) + Math.cos(pitch) * rise;
      const angle = Math.asin(up / Math.hypot(1, rise, side));
      if (angle > (-degrees * Math.PI) / 180) continue;
      const [red, green, blue] = [0, 1, 2].map((k) => rgba[(y * WIDTH + x) * 4 + k]!) as [number, number, number];
      if (green > 200 && green > red * 1.5 && green > blue * 1.5) holes++;
    }
  }
  return holes;
}

const kernel = await compileKernel(Uint8Array.from(await readFile(kernelUrl)));

describe.each(OPEN_PLACES)('%s, all round', (kind) => {
  let renderer: Renderer;
  const set = build(kind);
  beforeAll(() => {
    renderer = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });
  });
  afterAll(() => renderer.dispose());

  it('shows no sky through its ground from four sides', () => {
    const [x, y, z] = set.focus.position;
    for (const turn of [0, 0.5, 1, 1.5]) {
      const eye: Vec3 = [x + Math.sin(turn * Math.PI) * 9, 0, z + Math.cos(turn * Math.PI) * 9];
      const above: Vec3 = [eye[0], set.groundAt(eye[0], eye[2]) + 2, eye[2]];
      expect(holesBelow(renderer, momentFrom(set, above, [x, y + 1, z]), 8), `turned by ${turn * 180}°`).toBe(0);
    }
  });

  it('shows no sky through its ground from above', () => {
    const [x, y, z] = set.focus.position;
    for (const [away, rise] of [
      [25, 17],
      [1.2, 13],
    ] as const)
      expect(holesBelow(renderer, momentFrom(set, [x, y + rise, z + away], [x, y, z]), 8), `${rise} m up`).toBe(0);
  });
});

/** A near and a far view of somebody, a low and a steep one of the place alone. */
const VIEWS = [
  { shot: 'medium', actors: [{ id: 'a', kind: 'person', word: 'person', isSubject: true }] },
  { shot: 'aerial', actors: [{ id: 'a', kind: 'person', word: 'person', isSubject: true }] },
  { shot: 'low', actors: [] },
  { shot: 'topDown', actors: [] },
];

describe.each([...OPEN_PLACES, 'cave'] as const)('the camera in %s', (kind) => {
  it('never stands below the ground, nor in the heart of a thing', () => {
    for (const { shot, actors } of VIEWS) {
      const scene = sceneOf(kind, { actors, camera: { shot } });
      const set = build(kind, scene);
      const stage = stageScene(scene, { width: 960, height: 540, durationSeconds: 8, seed: 5, assets: noPictures });
      const moment = stage.momentAt(4);
      const [x, y, z] = moment.camera.position;
      expect(y, shot).toBeGreaterThan(set.groundAt(x, z) - 0.5);
      expect(heartsAt(moment, [x, y, z]), shot).toEqual([]);
    }
  });
});

/** Instances within whose inner half a point lies; what is as wide as a landscape is not a thing. */
function heartsAt({ instances }: Moment, point: Vec3): string[] {
  return instances.flatMap(({ mesh, matrix }) => {
    if (!canReach(mesh, matrix, point)) return [];
    const { min, max } = meshBounds(mesh, matrix as Float32Array);
    const size = [0, 1, 2].map((k) => max[k]! - min[k]!);
    if (Math.max(...size) > 7) return [];
    const isInside = [0, 1, 2].every((k) => Math.abs(point[k]! - (min[k]! + max[k]!) / 2) < size[k]! * 0.25);
    return isInside ? [`${size.map((one) => one.toFixed(1)).join(' × ')} m`] : [];
  });
}

const radii = new WeakMap<Mesh, number>();

/** Whether a point lies in the ball about a thing's origin that holds all its corners: most do not, and need no bounds. */
function canReach(mesh: Mesh, m: ArrayLike<number>, point: Vec3): boolean {
  const radius = radii.get(mesh) ?? radiusOf(mesh);
  radii.set(mesh, radius);
  // The length of all its columns together is no less than what a matrix stretches by.
  const stretch = Math.hypot(m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!);
  return Math.hypot(point[0] - m[12]!, point[1] - m[13]!, point[2] - m[14]!) <= radius * stretch;
}

function radiusOf({ positions }: Mesh): number {
  let square = 0;
  for (let i = 0; i < positions.length; i += 3)
    square = Math.max(square, positions[i]! ** 2 + positions[i + 1]! ** 2 + positions[i + 2]! ** 2);
  return Math.sqrt(square);
}
