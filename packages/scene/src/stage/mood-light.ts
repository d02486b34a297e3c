import {
  type Grade,
  type Moment,
  type PointLight,
  type Rgb,
  SPRITE_STRIDE,
  type Sprites,
  type Vec3,
} from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { relight } from '../styles/relight.ts';
import { isExtra } from './extras.ts';
import { coneTexture } from './light-cone.ts';
import { add, clamp, cross, normalize, scale, subtract } from './matrix.ts';
import { LIGHTS, type LightTreatment, MOODS, NOIR, SILHOUETTE } from './mood-light-table.ts';
import type { Traveller } from './pose.ts';

/** Whom the lamps are set up for: the foot's middle, and a height in metres. */
interface Sitter {
  readonly foot: Vec3;
  readonly height: number;
}

const HAS_SIGNS: ReadonlySet<Scene['style']> = new Set(['cyberpunk']);

/**
 * The light that the prompt asks for by its kind, and that of its mood, on top of what time, weather and place give.
 * @returns what is laid on each moment; the moment itself where nothing is asked for.
 */
export function createMoodLight(
  scene: Scene,
  travellers: readonly Traveller[],
): (moment: Moment, seconds: number) => Moment {
  const isSilhouette = scene.setDetails.includes('silhouette');
  const kinds = [...new Set(scene.light ?? [])];
  const asked = kinds
    // Neon is a light from behind already, and in no other colour; a style with signs of its own needs no second pair.
    .filter((kind) => isSilhouette || kind !== 'backlit' || !kinds.includes('neon'))
    .filter((kind) => kind !== 'neon' || !HAS_SIGNS.has(scene.style))
    .map((kind) => (kind === 'backlit' && isSilhouette ? SILHOUETTE : LIGHTS[kind]));
  // A second kind of light is a nuance of the first; two dark rigs would be a black picture.
  const own = scene.style === 'noir' && asked.length === 0 ? [NOIR] : asked.slice(0, 2);
  const treatments = [...own, ...(scene.mood ? [MOODS[scene.mood]] : [])];
  if (treatments.length === 0) return (moment) => moment;
  const { hasSky } = traitsOf(scene.set);
  const sitterAt = findSitter(travellers);
  return (moment, seconds) => {
    const sitter = sitterAt(moment, seconds);
    return treatments.reduce((lit, treatment) => treat(lit, treatment, sitter, seconds, hasSky), moment);
  };
}

function findSitter(travellers: readonly Traveller[]): (moment: Moment, seconds: number) => Sitter {
  const near = travellers.filter(({ placed }) => placed.layer === 'main' && !isExtra(placed.actor));
  const subjects = near.filter(({ placed }) => placed.actor.isSubject);
  const sitters = subjects.length > 0 ? subjects : near;
  return ({ camera }, seconds) => {
    if (sitters.length === 0) {
      const away = subtract(camera.target, camera.position);
      const height = clamp(Math.hypot(...away) * 0.35, 1, 8);
      return { foot: add(camera.target, [0, -height * 0.5, 0]), height };
    }
    let foot: Vec3 = [0, 0, 0];
    let [height, left, right] = [0.2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { placed, path } of sitters) {
      const at = add(placed.position, path.at(seconds).offset);
      foot = add(foot, scale(at, 1 / sitters.length));
      height = Math.max(height, placed.built.bounds.height * placed.scale);
      left = Math.min(left, at[0]);
      right = Math.max(right, at[0]);
    }
    return { foot, height: Math.max(height, (right - left) * 0.6) };
  };
}

const times = (a: Rgb, b: Rgb): Rgb => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];

function treat(moment: Moment, treatment: LightTreatment, sitter: Sitter, seconds: number, hasSky: boolean): Moment {
  const { sky: dim, from, rig = [], cone, moon, grade = {} } = treatment;
  const lit = relight(moment, treatment);
  const toWorld = axesOf(moment);
  const lamps = rig.map((lamp): PointLight => {
    const tremble = flickerAt(seconds, lamp.at[0]) * (lamp.flicker ?? 0);
    const [right, up, near] = lamp.at;
    const away = Math.hypot(right, up - 0.5, near);
    const power = (1.15 * lamp.strength * (1 + tremble)) / remainder(away * sitter.height, away / lamp.reach);
    const at = toWorld([right * (1 + tremble * 0.1), up, near]);
    return {
      position: add(sitter.foot, scale(at, sitter.height)),
      color: scale(lamp.color, power),
      radius: lamp.reach * sitter.height,
    };
  });
  const direction = from && toWorld(from);
  const { sky, fog } = lit;
  return {
    ...lit,
    sun: direction ? { ...lit.sun, direction } : lit.sun,
    lights: [...lamps, ...lit.lights],
    sky: {
      ...sky,
      ...(dim
        ? {
            zenith: times(sky.zenith, dim),
            horizon: times(sky.horizon, dim),
            ...(sky.ground ? { ground: times(sky.ground, dim) } : {}),
            ...(sky.glow ? { glow: times(sky.glow, dim) } : {}),
            ...(sky.clouds
              ? { clouds: { ...sky.clouds, lit: times(sky.clouds.lit, dim), shade: times(sky.clouds.shade, dim) } }
              : {}),
          }
        : {}),
      ...(moon && hasSky && direction && !sky.discs?.length
        ? { discs: [{ direction, radius: 0.034, color: [1.7, 1.8, 2], phase: 0.94, craters: true }] }
        : {}),
    },
    fog: dim ? { ...fog, color: times(fog.color, dim) } : fog,
    sprites: cone ? [...lit.sprites, coneOver(sitter, cone)] : lit.sprites,
    grade: regrade(lit.grade, grade),
  };
}

/** What the renderer leaves of a light at a distance, which is a share of its reach: small subjects need weak lamps. */
function remainder(metres: number, share: number): number {
  return (1 - share ** 2) ** 2 * (0.25 / (1 + 12 * share ** 2) + 0.8 / (1.4 * metres ** 2 + 0.12));
}

/** From right, up and near, as the camera sees them, to the world. */
function axesOf({ camera }: Moment): (at: readonly [number, number, number]) => Vec3 {
  const [x, , z] = subtract(camera.position, camera.target);
  const near: Vec3 = Math.hypot(x, z) < 1e-3 ? [0, 0, 1] : normalize([x, 0, z]);
  const right = cross([0, 1, 0], near);
  return ([r, u, n]) => add(add(scale(right, r), scale(near, n)), [0, u, 0]);
}

/** A flame: −1 … 1, never the same twice within a film. */
function flickerAt(seconds: number, phase: number): number {
  return (
    0.5 * Math.sin(seconds * 7.3 + phase * 9) +
    0.3 * Math.sin(seconds * 12.7 + phase * 5) +
    0.2 * Math.sin(seconds * 3.1 + phase)
  );
}

function coneOver({ foot, height }: Sitter, color: Rgb): Sprites {
  const radius = height * 1.5;
  const data = new Float32Array(SPRITE_STRIDE);
  data.set([foot[0], foot[1] + radius * 0.84, foot[2] - height * 0.15, radius, 0, ...color, 0.3, 0, 0, 0]);
  return { shape: coneTexture(), blend: 'add', count: 1, data };
}

function regrade(own: Grade, change: Grade): Grade {
  const sum = (a: Rgb = [0, 0, 0], b: Rgb = [0, 0, 0]): Rgb => add(a, b);
  return {
    ...own,
    exposure: (own.exposure ?? 1) * (change.exposure ?? 1),
    saturation: (own.saturation ?? 1) * (change.saturation ?? 1),
    contrast: (own.contrast ?? 1) * (change.contrast ?? 1),
    bloom: (own.bloom ?? 0) + (change.bloom ?? 0),
    bloomThreshold: Math.max(0.5, (own.bloomThreshold ?? 1) + (change.bloomThreshold ?? 0)),
    vignette: clamp((own.vignette ?? 0) + (change.vignette ?? 0), 0, 1),
    shadows: sum(own.shadows, change.shadows),
    highlights: sum(own.highlights, change.highlights),
  };
}
