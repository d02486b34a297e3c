import type { Material, PointLight, Rgb, Sprites, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import type { SoundCue } from '../sound/cue.ts';
import { createLamps } from '../stage/light.ts';
import { hash, IDENTITY } from '../stage/matrix.ts';
import type { ShapeBuilder } from '../stage/shape.ts';
import { fogOf, isSnowy, outdoorCues, plantPalette } from './mood.ts';
import { buildKit, type Kit, type Stuff } from './place-kit.ts';
import { groundCover, leafTreeMesh, leavesOf, NEEDLES, pineMesh, TURF } from './plants.ts';
import { placed, type SetInstance, type Spot, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { type Color, mix } from './shape.ts';
import { discGround, fractal, type HeightAt } from './terrain.ts';

/** A lamp of a place: lit with the hour; a flame burns always and trembles. */
export interface Lamp {
  readonly at: Vec3;
  /** Default a warm bulb. */
  readonly color?: Rgb;
  readonly radius?: number;
  /** Metres of its glow in the air; 0 or absent for none. */
  readonly halo?: number;
  readonly isFlame?: boolean;
}

export interface OutdoorPlan {
  readonly kit: Kit;
  readonly materials?: Partial<Record<Stuff, Material>>;
  /** Ground, trees, hills. */
  readonly still?: readonly SetInstance[];
  readonly lamps?: readonly Lamp[];
  readonly groundAt?: BuiltSet['groundAt'];
  readonly isDry?: NonNullable<BuiltSet['isDry']>;
  readonly rails?: NonNullable<BuiltSet['rails']>;
  readonly focus: BuiltSet['focus'];
  readonly camera: BuiltSet['camera'];
  /** Height of what is wet in rain. */
  readonly wetAt?: number;
  /** Fog on a clear day, per metre. Default 0.0024. */
  readonly fog?: number;
  readonly more?: (seconds: number, on: number) => Partial<SetMoment>;
  readonly cues?: readonly SoundCue[];
}

const BULB: Rgb = [2.6, 1.6, 0.75];

/** Puts a built place together: lamps follow the hour, wet ground mirrors, fog follows the weather. */
export function outdoorPlace(context: SetContext, plan: OutdoorPlan): BuiltSet {
  const { scene, durationSeconds } = context;
  const kit = buildKit(plan.kit, plan.materials);
  const lampsAt = createLamps(scene, durationSeconds);
  const still = [...(plan.still ?? []), ...kit.still];
  const isWet = wetness(scene);
  return {
    groundAt: plan.groundAt ?? (() => 0),
    ...(plan.isDry === undefined ? {} : { isDry: plan.isDry }),
    ...(plan.rails === undefined ? {} : { rails: plan.rails }),
    focus: plan.focus,
    camera: plan.camera,
    momentAt(seconds) {
      const on = lampsAt(seconds);
      const more = plan.more?.(seconds, on) ?? {};
      const lit = litLamps(plan.lamps ?? [], seconds, on);
      return {
        fog: fogOf(scene, plan.fog ?? 0.0024, { heightFalloff: 0.02 }),
        ...(isWet && plan.wetAt !== undefined ? { mirror: wetMirror(scene, plan.wetAt, seconds) } : {}),
        ...more,
        instances: [...still, ...kit.litAt(on), ...(more.instances ?? [])],
        lights: [...lit.lights, ...(more.lights ?? [])],
        sprites: [...lit.sprites, ...(more.sprites ?? [])],
      };
    },
    cues: plan.cues ?? outdoorCues(context, 0.3),
  };
}

/** What the lamps give at an instant. */
export function litLamps(
  lamps: readonly Lamp[],
  seconds: number,
  on: number,
): { readonly lights: PointLight[]; readonly sprites: Sprites[] } {
  const powers = lamps.map((lamp, i) => (lamp.isFlame ? flameAt(seconds, i) : on));
  const shining = lamps.flatMap((lamp, i): (Lamp & { power: number })[] =>
    powers[i]! > 0.03 ? [{ ...lamp, power: powers[i]! }] : [],
  );
  const halos = shining.filter((lamp) => (lamp.halo ?? 0) > 0);
  return {
    lights: shining
      .filter((lamp) => lamp.radius !== 0)
      .map(({ at, color = BULB, radius = 9, power }) => ({
        position: at,
        color: [color[0] * power, color[1] * power, color[2] * power] as const,
        radius,
      })),
    sprites:
      halos.length === 0
        ? []
        : [
            sprites(
              'soft',
              'add',
              halos.map(({ at, color = BULB, halo = 1, power }) => {
                const most = Math.max(...color);
                return {
                  position: at,
                  radius: halo,
                  color: [color[0] / most, color[1] / most, color[2] / most, 0.2 * power] as const,
                };
              }),
            ),
          ],
  };
}

/** A flame's brightness, 0.75 … 1.1. */
export function flameAt(seconds: number, index: number): number {
  const phase = hash(index, 3) * 40;
  return 0.92 + 0.1 * Math.sin(seconds * 9.1 + phase) + 0.07 * Math.sin(seconds * 15.7 + phase * 1.7);
}

export function wetness(scene: Scene): boolean {
  return scene.wetGround || scene.weather === 'rain' || scene.weather === 'storm';
}

function wetMirror(scene: Scene, height: number, seconds: number): NonNullable<SetMoment['mirror']> {
  const falls = scene.weather === 'rain' || scene.weather === 'storm';
  return { height, roughness: 0.6, ripple: falls ? 0.28 : 0.06, seconds };
}

export interface Paving {
  readonly pattern: NonNullable<Material['pattern']>;
  readonly scale: number;
  /** How much it mirrors when wet. Default 0.5. */
  readonly mirror?: number;
}

/** A paved or trodden surface: under snow it is snow, in rain it shines. */
export function paved(scene: Scene, shape: ShapeBuilder, { pattern, scale, mirror = 0.5 }: Paving): PartInstance {
  const isWet = wetness(scene);
  const material: Material = isSnowy(scene)
    ? { pattern: 'snow', patternScale: 1, wrap: 0.3, specular: 0.1 }
    : {
        pattern,
        patternScale: scale,
        specular: isWet ? 0.5 : 0.07,
        gloss: isWet ? 55 : 14,
        mirror: isWet ? mirror : 0,
      };
  return { mesh: shape.build(), material, matrix: IDENTITY, isStatic: true, castsShadow: false };
}

/** The colour of something on the ground: white under snow, darker when wet. */
export function groundTone(scene: Scene, color: number): number {
  if (isSnowy(scene)) return blendHex(color, 0xe2e9f3, 0.9);
  return wetness(scene) ? blendHex(color, 0x1c1e24, 0.45) : color;
}

/** A roof's colour: most of it white when snow lies. */
export function roofTone(scene: Scene, color: number): number {
  return isSnowy(scene) ? blendHex(color, 0xeef2fa, 0.88) : color;
}

/** Two sRGB colours as `0xrrggbb`, mixed. */
export function blendHex(a: number, b: number, amount: number): number {
  const channel = (shift: number): number =>
    Math.round(((a >> shift) & 255) + (((b >> shift) & 255) - ((a >> shift) & 255)) * amount) << shift;
  return channel(16) | channel(8) | channel(0);
}

export interface LandOptions {
  readonly heightAt: HeightAt;
  /** Default the season's grass, mottled. */
  readonly colorAt?: (x: number, z: number) => Color;
  readonly radius?: number;
  readonly material?: Material;
  readonly rings?: number;
}

/** Grown land to the horizon. About 7,000 triangles. */
export function land(
  scene: Scene,
  { heightAt, colorAt, radius = 520, material = TURF, rings = 44 }: LandOptions,
): SetInstance {
  const palette = plantPalette(scene);
  const grass = (x: number, z: number): Color =>
    mix(palette.grass, palette.dryGrass, 0.15 + 0.7 * fractal(x * 0.07, z * 0.07, 3, 5));
  const mesh = discGround({
    heightAt,
    colorAt: (x, _y, z) => {
      const base = (colorAt ?? grass)(x, z);
      return palette.snow > 0.5 ? mix(base, [236, 241, 250], 0.93) : base;
    },
    radius,
    rings,
    sectors: 80,
    innerStep: 0.6,
  });
  return standing(mesh, groundCover(palette, material), undefined, { castsShadow: false });
}

/** Trees on given spots: three models, turned and scaled by chance. */
export function treesOn(
  context: SetContext,
  random: Random,
  spots: readonly Spot[],
  options: {
    heightAt: HeightAt;
    pines?: number;
    scale?: readonly [number, number];
    detail?: 'near' | 'middle' | 'far';
  },
): SetInstance[] {
  const { scene } = context;
  const palette = plantPalette(scene);
  const detail = options.detail ?? 'middle';
  const leafy = Array.from({ length: 3 }, () => leafTreeMesh({ random, palette, detail }));
  const pines = Array.from({ length: 2 }, () => pineMesh({ random, palette, detail }));
  const [low, high] = options.scale ?? [0.8, 1.2];
  return spots.map(({ x, z }, i) => {
    const isPine = random.next() < (options.pines ?? 0.2);
    const mesh = isPine ? pines[i % 2]! : leafy[i % 3]!;
    const matrix = placed(x, options.heightAt(x, z) - 0.15, z, {
      scale: random.between(low, high),
      turn: random.between(0, 6.3),
    });
    return standing(mesh, isPine ? NEEDLES : leavesOf(scene), matrix);
  });
}
