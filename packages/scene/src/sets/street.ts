import type { Material, PointLight, Rgb } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import { createLamps } from '../stage/light.ts';
import { hash, IDENTITY, smoothstep } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { isAbsent } from './absent.ts';
import { treesOn } from './built-outdoors.ts';
import { isAerial, lensFor } from './mood.ts';
import type { BuiltSet, SetContext, SetModel, SetMoment } from './set.ts';
import { addBuilding, type StreetShapes } from './street-building.ts';
import { createFurniture } from './street-furniture.ts';
import { createNeon } from './street-neon.ts';
import { SHOP_VARIANTS, shopTexture } from './street-shopfront.ts';
import { createSigns, type Sign } from './street-signs.ts';
import { buildStorefront, tradeOf } from './street-storefront.ts';
import { type StreetStyle, streetStyle } from './street-style.ts';

/** A street that runs away from the camera between two rows of houses. */
export const street: SetModel = { build: buildStreet };

const NEAR = 16;
const LENGTH = 120;
const KERB = 0.12;
const LIT_GROUPS = 4;

function buildStreet(context: SetContext): BuiltSet {
  const { scene, random, assets, durationSeconds, aspect } = context;
  const trade = tradeOf(scene);
  if (trade) return buildStorefront(context, trade);
  const style = streetStyle(scene);
  const isWet = scene.wetGround || scene.weather === 'rain' || scene.weather === 'storm';
  const isSnowy = scene.weather === 'snow';
  const lamps = createLamps(scene, durationSeconds);
  const isDark = scene.time === 'night' || scene.time === 'dusk';
  const { parts, litParts, shopParts } = buildHouses(style, random.fork('houses'), isDark);
  const ground = buildGround(style, isWet, isSnowy);
  const { signs, frames } = createSigns({ style, assets, random: random.fork('signs'), length: LENGTH });
  const furniture = createFurniture({ style, random: random.fork('furniture'), kerb: KERB, assets, scene });
  const neon = style.isNeon ? createNeon({ style, assets, random: random.fork('neon'), kerb: KERB, scene }) : undefined;
  const frameMaterial: Material = { specular: 0.2, gloss: 20 };
  const still: PartInstance[] = [
    ...parts,
    ...ground,
    ...furniture.parts,
    ...(neon?.still ?? []),
    ...(isAerial(scene) ? [backBlocks(style, random.fork('blocks'), isSnowy)] : []),
    { mesh: frames, material: frameMaterial, matrix: IDENTITY, isStatic: true },
    ...(style.isNeon || style.isJapanese || isAbsent(scene, 'trees') || scene.style === 'noir'
      ? []
      : trees(context, style)),
    ...(style.isNeon || !scene.setDetails.includes('village') ? skyline(style, random.fork('skyline')) : []),
  ];
  return {
    groundAt: (x) => (Math.abs(x) > style.road ? KERB : 0),
    focus: { position: [0, 0, 0], halfWidth: style.road, halfDepth: 12 },
    camera: {
      position: [0.5, style.isNeon ? 1.42 : 1.6, 10.5],
      target: [0, style.isNeon ? 3.5 : 2.7, -12],
      verticalFovDegrees: lensFor(aspect, 44),
    },
    momentAt(seconds): SetMoment {
      const on = lamps(seconds);
      const lit = litParts.map(
        (part, group): PartInstance => ({ ...part, emissive: smoothstep(0.08 + group * 0.2, 0.25 + group * 0.22, on) }),
      );
      return {
        instances: [
          ...still,
          ...lit,
          ...shopParts.map((part): PartInstance => ({ ...part, emissive: 0.2 + 0.8 * on })),
          ...signs.map(
            (sign): PartInstance => ({ ...sign.panel, emissive: (0.3 + 0.7 * on) * flickerOf(sign, seconds) }),
          ),
          ...(neon?.glowing ?? []).map((part): PartInstance => ({ ...part, emissive: 0.12 + 0.88 * on })),
          ...furniture.glowing.map((part): PartInstance => ({ ...part, emissive: (part.emissive ?? 1) * on })),
        ],
        lights: lightsOf(signs, [...furniture.lights, ...(neon?.lights ?? [])], on, seconds, style),
        sprites: [...(neon && isDark ? neon.spritesAt(seconds, on) : []), ...furniture.spritesAt(seconds, on)],
        ...(style.isNeon && isDark ? NEON_AIR : {}),
        ...(isWet
          ? {
              mirror: {
                height: 0.02,
                roughness: 0.62,
                ripple: scene.weather === 'rain' || scene.weather === 'storm' ? 0.3 : 0.06,
                seconds,
              },
            }
          : {}),
      };
    },
    cues: [],
  };
}

/** The air of a neon night: deep blue, so that pink and amber stand out of it, and haze that carries them away. */
const NEON_AIR: Pick<SetMoment, 'sky' | 'fog' | 'ambient' | 'sun' | 'grade'> = {
  sky: {
    zenith: [0.006, 0.011, 0.034],
    horizon: [0.085, 0.055, 0.13],
    ground: [0.02, 0.018, 0.05],
    clouds: { cover: 0.85, lit: [0.1, 0.06, 0.13], shade: [0.014, 0.016, 0.045], offset: [0, 0] },
  },
  fog: { color: [0.05, 0.04, 0.105], density: 0.0085, heightFalloff: 0.015 },
  ambient: { up: [0.045, 0.062, 0.125], down: [0.075, 0.042, 0.085] },
  sun: { color: [0.1, 0.17, 0.34], direction: [-0.4, 0.8, 0.35] },
  grade: {
    exposure: 1.24,
    bloom: 0.46,
    bloomThreshold: 0.9,
    saturation: 1.16,
    contrast: 1.06,
    shadows: [-0.002, 0.004, 0.016],
    highlights: [0.014, 0.002, -0.006],
    vignette: 0.38,
  },
};

function flickerOf(sign: Sign, seconds: number): number {
  if (sign.flicker === 0) return 1;
  const beat = Math.floor(seconds * 11 + sign.flicker);
  return hash(beat, Math.floor(sign.flicker)) > 0.82 ? 0.25 : 1;
}

function lightsOf(
  signs: readonly Sign[],
  lamps: readonly PointLight[],
  on: number,
  seconds: number,
  style: StreetStyle,
): PointLight[] {
  if (on <= 0.02) return [];
  const dimmed = (light: PointLight, factor: number): PointLight => ({
    ...light,
    color: [light.color[0] * factor, light.color[1] * factor, light.color[2] * factor] as Rgb,
  });
  // Only signs near the walker light the ground where it is seen; those behind shine by their own surface alone.
  const near = [...signs].sort((a, b) => b.light.position[2] - a.light.position[2]).slice(0, style.isNeon ? 5 : 3);
  return [
    ...near.map((sign) => dimmed(sign.light, on * flickerOf(sign, seconds))),
    ...lamps.map((lamp) => dimmed(lamp, on)),
  ];
}

function buildHouses(
  style: StreetStyle,
  random: Random,
  isDark: boolean,
): { parts: PartInstance[]; litParts: PartInstance[]; shopParts: PartInstance[] } {
  const shapes: StreetShapes = {
    wall: createShape(),
    trim: createShape(),
    glass: createShape(),
    shops: Array.from({ length: SHOP_VARIANTS }, () => createShape()),
    lit: Array.from({ length: LIT_GROUPS }, () => createShape()),
  };
  for (const side of [-1, 1] as const) {
    const own = random.fork(side < 0 ? 'left' : 'right');
    for (let z = NEAR; z > NEAR - LENGTH; ) {
      const length = own.between(...style.frontage);
      const height = own.between(...style.height) * (z > -4 ? 0.92 : 1);
      addBuilding(shapes, { side, z, length, height }, style, own);
      z -= length + (own.next() < 0.12 ? 1.2 : 0.05);
    }
  }
  const part = (shape: ReturnType<typeof createShape>, material: Material): PartInstance => ({
    mesh: shape.build(),
    material,
    matrix: IDENTITY,
    isStatic: true,
  });
  const pattern = style.isNeon || style.isJapanese ? 'tiles' : 'bricks';
  // Between neon signs walls are dark: what they are made of is not seen, and costs a tenth of the frame.
  const isHidden = style.isNeon && isDark;
  const wall: Material = isHidden ? { specular: 0 } : { pattern, patternScale: 1, specular: 0.08, gloss: 14 };
  return {
    parts: [
      part(shapes.wall, wall),
      part(shapes.trim, isHidden ? { specular: 0 } : { specular: 0.15, gloss: 20 }),
      part(shapes.glass, { specular: 0.8, gloss: 80 }),
    ],
    litParts: shapes.lit.map((shape) => part(shape, { emissive: 0.85, specular: 0.3, gloss: 60 })),
    shopParts: shapes.shops.map((shape, i) =>
      part(shape, { texture: shopTexture(i), emissive: 0.7, specular: 0.3, gloss: 60 }),
    ),
  };
}

function buildGround(style: StreetStyle, isWet: boolean, isSnowy: boolean): PartInstance[] {
  const { road, front } = style;
  const asphalt = createShape();
  const far = NEAR - LENGTH - 60;
  const roadColor = isSnowy ? 0xc9d2e0 : isWet ? 0x1d1e26 : 0x4b4b50;
  const zs = spread(far, NEAR + 8, 40, 1);
  asphalt.sheet({ xs: spread(-road, road, 7), zs, at: () => 0, paint: () => roadColor });
  const paving = createShape();
  const slab = isSnowy ? 0xdfe6f0 : isWet ? 0x403f4a : 0x8b8680;
  for (const side of [-1, 1]) {
    paving.sheet({ xs: side < 0 ? [-front - 1, -road] : [road, front + 1], zs, at: () => KERB, paint: () => slab });
    paving.box(
      [side * (road + 0.08), KERB / 2, (far + NEAR) / 2],
      [0.18, KERB + 0.02, NEAR + 8 - far],
      isWet ? 0x66666f : 0x9a9690,
    );
  }
  const marks = createShape();
  const paint = isSnowy ? 0xd6dde8 : 0xc9c9c4;
  const stripe = (x: number, z: number, w: number, d: number): void =>
    marks.quad(
      [x - w / 2, 0.012, z + d / 2],
      [x + w / 2, 0.012, z + d / 2],
      [x + w / 2, 0.012, z - d / 2],
      [x - w / 2, 0.012, z - d / 2],
      paint,
    );
  if (!isSnowy) {
    for (let z = -7; z > -90; z -= 5) stripe(0, z, 0.14, 2.4);
    for (let x = -road + 0.6; x < road - 0.2; x += 0.95) stripe(x, -2.2, 0.48, 3);
    for (const side of [-1, 1]) stripe(side * (road - 0.25), -52, 0.1, 90);
  }
  return [
    {
      mesh: asphalt.build(),
      material: isSnowy
        ? { pattern: 'snow', wrap: 0.3 }
        : {
            pattern: 'grain',
            patternScale: 6,
            specular: isWet ? 0.6 : 0.08,
            gloss: isWet ? 60 : 12,
            mirror: isWet ? 0.85 : 0,
          },
      matrix: IDENTITY,
      isStatic: true,
      castsShadow: false,
    },
    {
      mesh: paving.build(),
      material: isSnowy
        ? { pattern: 'snow', wrap: 0.3 }
        : {
            pattern: 'tiles',
            patternScale: 1.6,
            specular: isWet ? 0.5 : 0.08,
            gloss: isWet ? 50 : 12,
            mirror: isWet ? 0.5 : 0,
          },
      matrix: IDENTITY,
      isStatic: true,
      castsShadow: false,
    },
    {
      mesh: marks.build(),
      material: { specular: isWet ? 0.5 : 0.05, mirror: isWet ? 0.45 : 0 },
      matrix: IDENTITY,
      isStatic: true,
      castsShadow: false,
    },
  ];
}

/** Tall houses beyond the street's end: slabs whose windows lie in rows and columns, some of them lit. */
function skyline(style: StreetStyle, random: Random): PartInstance[] {
  const [walls, panes] = [createShape(), createShape()];
  for (let i = 0; i < 18; i++) {
    const x = (i - 8.5) * 10 + random.between(-3, 3);
    const z = NEAR - LENGTH - 24 - random.between(0, 60);
    const isMiddle = Math.abs(x) < 12;
    const h = random.between(16, style.isFuture ? 90 : 50) * (isMiddle && style.isJapanese ? 0.55 : 1);
    const w = random.between(8, 13);
    walls.box([x, h / 2, z], [w, h, 10], style.isNeon ? 0x252638 : 0x77777f);
    const [columns, rows] = [Math.floor(w / 1.5), Math.floor(h / 2.4)];
    for (let row = 1; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (random.next() > 0.3) continue;
        const [px, py] = [x + ((column + 0.5) / columns - 0.5) * w * 0.94, row * 2.4];
        const color = style.isNeon ? random.pick([0xffd9a0, 0xffe8c0, 0xffc070, 0x9fc8ff, 0xff9ac0]) : 0xcdb890;
        panes.quad(
          [px - 0.36, py - 0.5, z + 5.03],
          [px + 0.36, py - 0.5, z + 5.03],
          [px + 0.36, py + 0.5, z + 5.03],
          [px - 0.36, py + 0.5, z + 5.03],
          color,
        );
      }
  }
  const part = (mesh: ReturnType<typeof walls.build>, emissive: number): PartInstance => ({
    mesh,
    material: { emissive },
    matrix: IDENTITY,
    isStatic: true,
    castsShadow: false,
  });
  return [part(walls.build(), style.isNeon ? 0.05 : 0), part(panes.build(), style.isNeon ? 0.8 : 0)];
}

/** The blocks behind both rows of houses, and the ground between them: seen only from above. */
function backBlocks(style: StreetStyle, random: Random, isSnowy: boolean): PartInstance {
  const shape = createShape();
  const [half, far] = [150, NEAR - LENGTH - 140];
  shape.quad([-half, -0.1, 60], [half, -0.1, 60], [half, -0.1, far], [-half, -0.1, far], isSnowy ? 0xdfe6f0 : 0x5c5c62);
  for (const side of [-1, 1])
    for (let x = style.front + 17; x < half - 12; x += 17)
      for (let z = NEAR + 30; z > far + 60; ) {
        const length = random.between(10, 18);
        const h = random.between(...style.height) * random.between(0.5, 1);
        shape.box([side * x, h / 2, z - length / 2], [12.5, h, length - 0.4], random.pick(style.walls), { foot: 0.5 });
        shape.box([side * x, h + 0.2, z - length / 2], [12.9, 0.5, length], isSnowy ? 0xe8eef6 : 0x6c6a6e);
        for (let i = 0; i < 3; i++)
          shape.box(
            [side * x + random.between(-4, 4), h + 1, z - random.between(2, length - 2)],
            [1.8, 1.6, 1.6],
            0x84868c,
          );
        z -= length + (random.next() < 0.25 ? 7 : 0.4);
      }
  return {
    mesh: shape.build(),
    material: { pattern: 'grain', patternScale: 2, specular: 0.05 },
    matrix: IDENTITY,
    isStatic: true,
  };
}

/** Trees along both kerbs, between the lamps. */
function trees(context: SetContext, style: StreetStyle): PartInstance[] {
  // In the dark and in fog the crowns beside the subject would be black clouds.
  const isDim = context.scene.time === 'night' || context.scene.weather === 'fog';
  const spots = (isDim ? [-41, -55, -69] : [-2, -14, -27, -41, -55, -69]).flatMap((z, i) =>
    [-1, 1].map((side) => ({ x: side * (style.road + 0.95), z: z - (side > 0 ? 6 : 0) + (i % 2) })),
  );
  return treesOn(context, context.random.fork('trees'), spots, {
    heightAt: () => KERB + 0.1,
    pines: 0,
    scale: [0.62, 0.8],
  });
}
