import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash, mix, smoothstep } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder, spread } from '../stage/shape.ts';
import type { PlanetStyle } from './planet-style.ts';

/** Metres round the origin that are level, for whoever stands there. */
const CLEARING = 9;

interface Crater {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
}

/** The lie of the land: level in the middle, then dunes, craters and a rise to the hills. */
export function createTerrain(random: Random): (x: number, z: number) => number {
  const salt = Math.floor(random.next() * 1e6);
  const craters: Crater[] = Array.from({ length: 9 }, (_, i) => ({
    x: random.between(-70, 70),
    z: i < 2 ? random.between(-8, 6) + (i === 0 ? 10 : -14) : random.between(-110, -18),
    radius: random.between(2.5, 9),
  }));
  return (x, z) => {
    const away = Math.hypot(x * 0.8, z);
    const free = smoothstep(CLEARING, CLEARING + 16, away);
    let y = free * (noise(x * 0.05, z * 0.05, salt) * 2.6 + noise(x * 0.16, z * 0.16, salt + 1) * 0.6 - 1.1);
    y += 0.05 * noise(x * 0.9, z * 0.9, salt + 2);
    for (const crater of craters) y += craterAt(crater, x, z) * free;
    const hills = smoothstep(90, 240, -z) * 7 * noise(x * 0.02, z * 0.02, salt + 3);
    return y + hills;
  };
}

function craterAt({ x, z, radius }: Crater, px: number, pz: number): number {
  const r = Math.hypot(px - x, pz - z) / radius;
  if (r > 1.9) return 0;
  const bowl = r < 1 ? (r * r - 1) * 0.22 * radius : 0;
  const rim = Math.exp(-((r - 1.02) ** 2) * 18) * 0.1 * radius;
  return bowl + rim;
}

/** The ground as a mesh: fine near the camera, coarse far away. */
export function buildGround(heightAt: (x: number, z: number) => number, style: PlanetStyle): ShapeBuilder {
  const shape = createShape();
  const zs = [...spread(-330, -60, 20), ...spread(-57, -14, 24), ...spread(-13, 22, 40), ...spread(24, 70, 10)];
  shape.sheet({
    xs: spread(-230, 230, 78, 2.1),
    zs,
    at: heightAt,
    paint(x, z, y) {
      const patch = noise(x * 0.11, z * 0.11, 5) * 0.6 + noise(x * 0.5, z * 0.5, 6) * 0.4;
      const [low, high] = [style.ground[0], style.ground[1]];
      const tone = smoothstep(0.2, 0.8, patch + y * 0.05);
      return [mix(low[0], high[0], tone), mix(low[1], high[1], tone), mix(low[2], high[2], tone)];
    },
  });
  return shape;
}

/** Boulders and pebbles, half sunk, none where the actors stand. */
export function buildRocks(
  heightAt: (x: number, z: number) => number,
  style: PlanetStyle,
  random: Random,
): ShapeBuilder {
  const shape = createShape();
  for (let i = 0; i < 150; i++) {
    const near = i < 90;
    const x = random.between(-1, 1) * (near ? 26 : 90);
    const z = near ? random.between(-16, 17) : random.between(-95, -10);
    if (Math.hypot(x, z) < CLEARING * 0.6) continue;
    const size = (near ? 0.1 : 0.4) + random.next() ** 3 * (near ? 0.9 : 2.6);
    addRock(shape, [x, heightAt(x, z) + size * 0.2, z], size, style.rock, Math.floor(random.next() * 1e6));
  }
  return shape;
}

/** A faceted stone: a ball of rings whose corners are pushed about. */
export function addRock(
  shape: ShapeBuilder,
  center: Vec3,
  size: number,
  color: readonly [number, number, number],
  salt: number,
): void {
  const rings = 5;
  const around = 8;
  const at = (ring: number, step: number): Vec3 => {
    const polar = (ring / rings) * Math.PI;
    const angle = ((step % around) / around) * Math.PI * 2;
    const key = ring === 0 || ring === rings ? ring * 100 : ring * 100 + (step % around);
    const r = size * (0.7 + 0.5 * hash(key, salt));
    return [
      center[0] + Math.sin(polar) * Math.sin(angle) * r,
      center[1] + Math.cos(polar) * r * 0.72,
      center[2] + Math.sin(polar) * Math.cos(angle) * r,
    ];
  };
  for (let ring = 0; ring < rings; ring++) {
    for (let step = 0; step < around; step++) {
      const shadeOf = 0.85 + 0.3 * hash(ring * 31 + step, salt + 1);
      const tone = [color[0] * shadeOf, color[1] * shadeOf, color[2] * shadeOf].map((value) =>
        Math.min(255, value),
      ) as unknown as [number, number, number];
      const open = ring > 2 ? 0.55 : 1;
      const [a, b, c, d] = [at(ring + 1, step), at(ring + 1, step + 1), at(ring, step + 1), at(ring, step)];
      if (ring < rings - 1) shape.triangle(a, b, c, tone, open);
      if (ring > 0) shape.triangle(a, c, d, tone, open);
    }
  }
}

/** Table mountains along the horizon, banded by layers. */
export function buildMesas(style: PlanetStyle, random: Random): ShapeBuilder {
  const shape = createShape();
  for (let i = 0; i < 17; i++) {
    const far = random.between(130, 290);
    const x = ((i - 8) / 8) * far * 1.15 + random.between(-9, 9);
    const [radius, height] = [random.between(11, 30), random.between(9, 34)];
    if (style.isWorn) addHill(shape, [x, -4, -far], radius, height, style);
    else addMesa(shape, [x, -4, -far], radius, height, style, Math.floor(random.next() * 1e6));
  }
  return shape;
}

/** A soft, old hill, as worn by dust. */
function addHill(shape: ShapeBuilder, [x, y, z]: Vec3, radius: number, height: number, style: PlanetStyle): void {
  const profile: readonly (readonly [number, number])[] = [
    [1.7, 0],
    [1.4, 0.16],
    [1.05, 0.45],
    [0.7, 0.74],
    [0.35, 0.93],
    [0, 1],
  ];
  shape.lathe(
    [x, y, z],
    profile.map(([r, h]) => [radius * r, height * h * 0.75] as const),
    style.mesa,
    30,
  );
}

function addMesa(
  shape: ShapeBuilder,
  [x, y, z]: Vec3,
  radius: number,
  height: number,
  style: PlanetStyle,
  salt: number,
): void {
  const profile: readonly (readonly [number, number])[] = [
    [1.55, 0],
    [1.2, 0.2],
    [1.02, 0.42],
    [0.93, 0.55],
    [0.9, 0.8],
    [0.84, 0.97],
    [0.7, 1],
    [0, 1.01],
  ];
  const around = 20;
  const point = (ring: number, step: number): Vec3 => {
    const angle = ((step % around) / around) * Math.PI * 2;
    const jag = 0.72 + 0.5 * hash(step % around, salt) + 0.1 * hash(ring * 40 + (step % around), salt + 2);
    const [r, h] = profile[ring]!;
    return [x + Math.sin(angle) * radius * r * jag, y + height * h, z + Math.cos(angle) * radius * r * jag * 0.7];
  };
  for (let ring = 0; ring + 1 < profile.length; ring++) {
    const shadeOf = 0.88 + 0.2 * hash(ring, salt + 4);
    const tone = style.mesa.map((value) => Math.min(255, value * shadeOf)) as unknown as [number, number, number];
    for (let step = 0; step < around; step++) {
      shape.quad(point(ring, step), point(ring, step + 1), point(ring + 1, step + 1), point(ring + 1, step), tone);
    }
  }
}

/** Smooth value noise, 0 … 1. */
export function noise(x: number, z: number, salt: number): number {
  const [ix, iz] = [Math.floor(x), Math.floor(z)];
  const [fx, fz] = [x - ix, z - iz];
  const [u, v] = [fx * fx * (3 - 2 * fx), fz * fz * (3 - 2 * fz)];
  const at = (dx: number, dz: number): number => hash((ix + dx) * 7919 + (iz + dz) * 104729, salt);
  return mix(mix(at(0, 0), at(1, 0), u), mix(at(0, 1), at(1, 1), u), v);
}
