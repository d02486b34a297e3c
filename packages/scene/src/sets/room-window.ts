import { type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Scene } from '../scene.ts';
import type { LightRig } from '../stage/light.ts';
import { hash, IDENTITY, mixRgb } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';
import { isLogHouse } from './room-style.ts';

/** Where the opening is: middle and half sizes, in the plane of the wall. */
export interface Opening {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly z: number;
}

/** Frame, bars and sill. */
export function addWindowFrame(
  shape: ShapeBuilder,
  { x, y, halfWidth: w, halfHeight: h, z }: Opening,
  color: number,
): void {
  for (const side of [-1, 1]) {
    shape.box([x + side * (w + 0.03), y, z + 0.03], [0.1, h * 2 + 0.2, 0.14], color);
    shape.box([x, y + side * (h + 0.03), z + 0.03], [w * 2 + 0.16, 0.1, 0.14], color, { bottom: true });
  }
  shape.box([x, y, z], [0.05, h * 2, 0.06], color);
  shape.box([x, y + h * 0.12, z], [w * 2, 0.05, 0.06], color, { bottom: true });
  shape.box([x, y - h - 0.1, z + 0.1], [w * 2 + 0.3, 0.05, 0.3], color, { bottom: true });
}

export interface Outside {
  partsAt(rig: LightRig): PartInstance[];
  spritesAt(seconds: number, rig: LightRig): Sprites[];
}

const BANDS = 8;

/** What is seen through the window: a sky that follows the hour, roofs with lit windows, rain or snow. */
export function createOutside(opening: Opening, scene: Scene): Outside {
  const { x, y, halfWidth, halfHeight, z } = opening;
  const far = z - 1.6;
  const [w, h] = [halfWidth * 2.6, halfHeight * 2.6];
  const bands = Array.from({ length: BANDS }, (_, i): PartInstance => {
    const shape = createShape();
    const [low, high] = [y - h + (i / BANDS) * h * 2, y - h + ((i + 1) / BANDS) * h * 2];
    shape.quad([x - w, low, far], [x + w, low, far], [x + w, high, far], [x - w, high, far], 0xffffff);
    return { mesh: shape.build(), material: SKY_PANE, matrix: IDENTITY, castsShadow: false, isStatic: true };
  });
  const roofs = createShape();
  const dots = createShape();
  const isWild = isLogHouse(scene);
  const blinds = hasBlinds(scene) ? [blindsPart(opening)] : [];
  if (isWild) addTrees(roofs, { ...opening, z: far + 0.2 }, scene.season === 'winter');
  for (let i = 0; i < (isWild ? 0 : 9); i++) {
    const cx = x - w + ((i + 0.5) / 9) * w * 2;
    const top = y - halfHeight * (0.75 - 0.75 * hash(i, 2));
    roofs.box([cx, (top + y - h) / 2, far + 0.2 + 0.1 * (i % 2)], [w * 0.24, top - y + h, 0.1], 0x9694a6);
    for (let n = 0; n < 12; n++) {
      const p: Vec3 = [
        cx + (hash(n, i + 20) - 0.5) * w * 0.2,
        top - 0.06 - hash(n, i + 40) * halfHeight * 1.2,
        far + 0.36,
      ];
      const s = 0.022;
      dots.quad(
        [p[0] - s, p[1] - s, p[2]],
        [p[0] + s, p[1] - s, p[2]],
        [p[0] + s, p[1] + s, p[2]],
        [p[0] - s, p[1] + s, p[2]],
        hash(n, i + 60) < 0.8 ? 0xffc878 : 0xff8fb0,
      );
    }
  }
  const roofPart: PartInstance = {
    mesh: roofs.build(),
    material: { emissive: 0.5 },
    matrix: IDENTITY,
    castsShadow: false,
    isStatic: true,
  };
  const dotPart: PartInstance = {
    mesh: dots.build(),
    material: { emissive: 1.1 },
    matrix: IDENTITY,
    castsShadow: false,
    isStatic: true,
  };
  return {
    partsAt(rig) {
      const sky = bands.map(
        (part, i): PartInstance => ({ ...part, tint: lift(mixRgb(rig.sky.horizon, rig.sky.zenith, i / (BANDS - 1))) }),
      );
      const air = mixRgb(rig.fog.color, rig.sky.horizon, 0.5);
      return [
        ...sky,
        ...blinds,
        { ...roofPart, tint: [air[0] * 0.8 + 0.05, air[1] * 0.8 + 0.05, air[2] * 0.8 + 0.08] },
        ...(rig.lamps > 0.05 ? [{ ...dotPart, emissive: rig.lamps }] : []),
      ];
    },
    spritesAt: (seconds, rig) => fallOutside(opening, scene, seconds, rig),
  };
}

const hasBlinds = ({ actors }: Scene): boolean => actors.some(({ word }) => /(?:^| )blinds$/i.test(word));

/** Slats before the panes, from the top down to where they are drawn to. */
function blindsPart({ x, y, halfWidth: w, halfHeight: h, z }: Opening): PartInstance {
  const shape = createShape();
  const top = y + h;
  for (let at = top - 0.1; at > y - h * 0.9; at -= 0.075)
    shape.quad(
      [x - w, at - 0.02, z + 0.09],
      [x + w, at - 0.02, z + 0.09],
      [x + w, at + 0.024, z + 0.06],
      [x - w, at + 0.024, z + 0.06],
      0xd8d2c4,
    );
  shape.box([x, top - 0.04, z + 0.08], [w * 2, 0.07, 0.07], 0xc8c2b4, { bottom: true });
  for (const side of [-0.6, 0.6]) shape.box([x + side * w, y, z + 0.095], [0.012, h * 1.9, 0.004], 0xb8b2a4);
  return { mesh: shape.build(), material: { specular: 0.1 }, matrix: IDENTITY, castsShadow: false, isStatic: true };
}

/** A bank of snow or grass with firs on it. */
function addTrees(shape: ShapeBuilder, { x, y, halfWidth, halfHeight, z }: Opening, isWinter: boolean): void {
  const w = halfWidth * 2.6;
  const ground = y - halfHeight * 0.5;
  for (let i = 0; i < 11; i++) {
    const cx = x - w + ((i + 0.2 + 0.6 * hash(i, 5)) / 11) * w * 2;
    const high = halfHeight * (0.7 + 0.6 * hash(i, 6));
    for (let tier = 0; tier < 3; tier++) {
      const [foot, wide] = [ground - 0.05 + tier * high * 0.27, high * (0.26 - tier * 0.06)];
      const tip: Vec3 = [cx, foot + high * 0.46, z + tier * 0.01];
      shape.quad(
        [cx - wide, foot, z + tier * 0.01],
        [cx + wide, foot, z + tier * 0.01],
        tip,
        tip,
        isWinter ? 0x6f8f8a : 0x3f6a48,
      );
      if (isWinter)
        shape.quad(
          [cx - wide * 0.5, foot + high * 0.23, z + 0.05],
          [cx + wide * 0.5, foot + high * 0.23, z + 0.05],
          [tip[0], tip[1], z + 0.05],
          [tip[0], tip[1], z + 0.05],
          0xffffff,
        );
    }
  }
  shape.box([x, ground - halfHeight * 1.5, z + 0.1], [w * 2, halfHeight * 3, 0.06], isWinter ? 0xffffff : 0x7a9a5a, {
    bottom: true,
  });
}

const SKY_PANE = { emissive: 1, specular: 0 };
/** A window seen from a lit room looks brighter and bluer than the sky is to an eye outside. */
const lift = ([r, g, b]: Rgb): Rgb => [r * 1.15 + 0.004, g * 1.15 + 0.006, b * 1.3 + 0.02];

function fallOutside(
  { x, y, halfWidth, halfHeight, z }: Opening,
  { weather }: Scene,
  seconds: number,
  rig: LightRig,
): Sprites[] {
  const isSnow = weather === 'snow';
  if (!isSnow && weather !== 'rain' && weather !== 'storm') return [];
  const count = isSnow ? 90 : 110;
  const data = new Float32Array(count * SPRITE_STRIDE);
  const high = halfHeight * 2.2;
  const pace = isSnow ? 0.35 : 3.2;
  for (let i = 0; i < count; i++) {
    const fallen = (hash(i, 71) * high + seconds * pace * (0.8 + 0.4 * hash(i, 72))) % high;
    const px = x + (hash(i, 73) - 0.5) * halfWidth * 2.2 + (isSnow ? Math.sin(seconds * 0.8 + i) * 0.06 : 0);
    const glow = 0.35 + rig.ambient.up[2];
    data.set(
      [
        px,
        y + high / 2 - fallen,
        z - 0.25 - 0.8 * hash(i, 74),
        isSnow ? 0.014 : 0.004,
        i,
        glow,
        glow,
        glow * 1.1,
        isSnow ? 0.9 : 0.4,
        0,
        isSnow ? 0 : -0.14,
        0,
      ],
      i * SPRITE_STRIDE,
    );
  }
  return [{ shape: isSnow ? 'flake' : 'streak', blend: isSnow ? 'alpha' : 'add', count, data }];
}
