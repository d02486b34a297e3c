import type { Material, Mesh, PointLight, Rgb, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import { IDENTITY } from '../stage/matrix.ts';
import { createShape } from '../stage/shape.ts';
import type { StageAssets } from '../stage/stage.ts';
import type { StreetStyle } from './street-style.ts';

/** A sign that shines: what it is made of, its light, and how it flickers. */
export interface Sign {
  readonly panel: PartInstance;
  readonly light: PointLight;
  readonly flicker: number;
}

export interface SignOptions {
  readonly style: StreetStyle;
  readonly assets: StageAssets;
  readonly random: Random;
  readonly length: number;
}

/** Upright signs that stand out from the fronts and face the walker, nearer ones lower and larger. */
export function createSigns({ style, assets, random, length }: SignOptions): { signs: Sign[]; frames: Mesh } {
  const signs: Sign[] = [];
  const frames = createShape();
  const perSide = style.isNeon ? 12 : 4;
  for (const side of [-1, 1] as const) {
    for (let i = 0; i < perSide; i++) {
      const z =
        1.5 -
        ((i + random.between(0.1, 0.75) + (side > 0 ? 0.4 : 0)) / perSide) * Math.min(length, style.isNeon ? 62 : 48);
      const word = style.words[(i * 2 + (side > 0 ? 1 : 0) + Math.floor(random.next() * 3)) % style.words.length]!;
      const color = style.neon[(i + (side > 0 ? 3 : 0) + Math.floor(random.next() * 2)) % style.neon.length]!;
      const letters = [...word].length;
      const w = random.between(0.85, 1.2);
      const h = Math.min(5.2, w * Math.max(1.5, letters * 0.95) + 0.3);
      const y = random.between(3.6, 5.2) + (i % 3) * 1.9;
      const x = side * (style.front - 0.25 - w / 2);
      signs.push(uprightSign({ word, color, center: [x, y + h / 2, z], w, h }, assets, random));
      frames.box([x, y + h / 2, z - 0.09], [w + 0.1, h + 0.1, 0.16], 0x1c1a22, { bottom: true });
      for (const arm of [0.2, 0.8])
        frames.box([side * (style.front - 0.1), y + h * arm, z - 0.09], [0.45, 0.06, 0.06], 0x2a2a30);
    }
  }
  return { signs, frames: frames.build() };
}

interface SignSpec {
  readonly word: string;
  readonly color: string;
  readonly center: Vec3;
  readonly w: number;
  readonly h: number;
}

function uprightSign({ word, color, center, w, h }: SignSpec, assets: StageAssets, random: Random): Sign {
  const isFilled = random.next() < 0.3;
  const texture = assets.paintText(word, {
    width: 128,
    height: Math.round((128 * h) / w),
    color: isFilled ? '#fff6e8' : color,
    background: isFilled ? dim(color, 0.34) : dim(color, 0.07),
    glow: color,
    frame: color,
    vertical: true,
    font: 'display',
  });
  const shape = createShape();
  const [x, y, z] = center;
  shape.quad(
    [x - w / 2, y - h / 2, z],
    [x + w / 2, y - h / 2, z],
    [x + w / 2, y + h / 2, z],
    [x - w / 2, y + h / 2, z],
    0xffffff,
  );
  const material: Material = { texture, emissive: isFilled ? 1 : 1.2, specular: 0.05 };
  const rgb = linearOf(color);
  return {
    panel: { mesh: shape.build(), material, matrix: IDENTITY, castsShadow: false, isStatic: true },
    light: {
      position: [x - Math.sign(x) * 1.3, y - h * 0.35, z + 1.2],
      color: [rgb[0] * 3, rgb[1] * 3, rgb[2] * 3],
      radius: 8.5,
    },
    flicker: random.next() < 0.16 ? random.between(1, 90) : 0,
  };
}

/** A board with words flat on a wall or over a door, facing +z. */
export function boardSign(
  word: string,
  options: { center: Vec3; w: number; h: number; color: string; background: string; emissive: number },
  assets: StageAssets,
): PartInstance {
  const { center, w, h, color, background, emissive } = options;
  const texture = assets.paintText(word, {
    width: 512,
    height: Math.max(32, Math.round((512 * h) / w)),
    color,
    background,
    font: 'display',
  });
  const shape = createShape();
  const [x, y, z] = center;
  shape.quad(
    [x - w / 2, y - h / 2, z],
    [x + w / 2, y - h / 2, z],
    [x + w / 2, y + h / 2, z],
    [x - w / 2, y + h / 2, z],
    0xffffff,
  );
  return { mesh: shape.build(), material: { texture, emissive }, matrix: IDENTITY, isStatic: true };
}

/** Linear light of a CSS hex colour. */
export function linearOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number): number => (((value >> shift) & 255) / 255) ** 2.2;
  return [channel(16), channel(8), channel(0)];
}

function dim(hex: string, factor: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number): string =>
    Math.round(((value >> shift) & 255) * factor)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(16)}${channel(8)}${channel(0)}`;
}
