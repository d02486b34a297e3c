import type { Material, Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { fillColors, paint, smoothNormals } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor, propParts, type Sprite, spriteBatch } from './prop.ts';

/** A ridged peak with snow above; a smooth cone for Fuji, a crater with lava and smoke for volcanoes, a green dome for hills. */
export const mountain: ActorModel = { gaits: {}, build };

const SLOPE: Material = { pattern: 'rock', patternScale: 0.06, specular: 0.02 };
const HEIGHT = 110;
const RADIUS = 130;

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const form = isCalled(context, /volcan/)
    ? 'volcano'
    : isCalled(context, /fuji|kilimanjaro/)
      ? 'cone'
      : isCalled(context, /hill/)
        ? 'hill'
        : 'peak';
  const isVolcano = form === 'volcano';
  const hasSnow = form !== 'hill' && form !== 'volcano' && !isCalled(context, /desert|lava/);
  const color = toSrgb(
    actor.color ??
      (form === 'hill' ? '#6f9a4a' : form === 'volcano' ? '#4f4642' : form === 'cone' ? '#5f6478' : '#7d7a80'),
  );
  const still = propParts(`mountain/${form}/${hasSnow}/${toHex(color)}/${copy % 4}`, detail, (to) =>
    to.add(SLOPE, slopes(to.isHero ? 84 : to.isFar ? 20 : 44, form, color, hasSnow, copy % 4)),
  );
  const lava = isVolcano
    ? propParts(`mountain/lava/${copy % 4}`, detail, (to) =>
        to.add({ emissive: 1.7 }, lavaMesh(to.isHero ? 110 : to.isFar ? 40 : 70, copy % 4)),
      )
    : [];
  return propActor(context, [...still, ...lava], {
    ...(form === 'hill' ? { scale: 0.35 } : {}),
    ...(isVolcano
      ? {
          lights: () => [{ position: [0, HEIGHT * 0.86, 0] as const, color: [4, 1.1, 0.2] as const, radius: 80 }],
          sprites: (t: number) => [smoke(t), clots(t)],
        }
      : {}),
  });
}

function noise(x: number, z: number, salt: number): number {
  const [ix, iz] = [Math.floor(x), Math.floor(z)];
  const [fx, fz] = [softStep(0, 1, x - ix), softStep(0, 1, z - iz)];
  const at = (a: number, b: number): number => chanceOf(a * 57 + b * 131 + 9000, salt);
  const top = at(ix, iz) * (1 - fx) + at(ix + 1, iz) * fx;
  const low = at(ix, iz + 1) * (1 - fx) + at(ix + 1, iz + 1) * fx;
  return top * (1 - fz) + low * fz;
}

/** Height 0 … 1 over the unit disc. */
function heightAt(x: number, z: number, form: string, salt: number): number {
  const r = Math.hypot(x, z);
  if (form === 'hill')
    return Math.max(0, Math.cos(Math.min(1, r) * Math.PI) * 0.5 + 0.5) * (0.9 + 0.1 * noise(x * 3, z * 3, salt));
  if (form === 'volcano') return volcanoAt(x, z, salt);
  if (form === 'cone') {
    const cone = Math.max(0, 1 - r) ** 1.7;
    const crater = 0.06 * softStep(0.07, 0.02, r);
    return Math.max(
      0,
      cone * 1.06 -
        crater * 2.4 +
        0.02 * (noise(Math.atan2(z, x) * 5, r * 3, salt) - 0.5) * softStep(0.05, 0.3, r) * softStep(1, 0.7, r),
    );
  }
  let ridges = 0;
  let weight = 0.5;
  for (let k = 0; k < 5; k++) {
    const f = 2.1 * 2 ** k;
    ridges += weight * (1 - Math.abs(2 * noise(x * f + 17 * k, z * f + 5, salt + k) - 1));
    weight *= 0.5;
  }
  const skirt = softStep(1, 0.55, r);
  return Math.max(
    0,
    (Math.max(0, 1 - r) ** 1.15 * 0.72 + 0.5 * (ridges - 0.42) * (1 - 0.45 * r)) * skirt + 0.14 * softStep(0.16, 0, r),
  );
}

/** Where the crater's rim is, as a share of the foot's radius. */
const RIM = 0.15;

/** A cone that steepens to the broken rim of its crater, with gullies down its flanks. */
function volcanoAt(x: number, z: number, salt: number): number {
  const r = Math.hypot(x, z);
  const angle = Math.atan2(z, x);
  const jag = 0.05 * (noise((Math.cos(angle) + 2) * 3, (Math.sin(angle) + 2) * 3, salt) - 0.5);
  const rim = 0.8 + jag;
  if (r < RIM) return rim - 0.2 * softStep(RIM, 0.05, r);
  const flank = Math.max(0, 1 - (r - RIM) / (1 - RIM)) ** 1.75;
  const gully = 0.07 * (Math.abs(Math.sin(angle * 8 + 3 * noise(r * 5 + 3, angle + 7, salt))) - 0.6);
  const rough = 0.05 * (noise(x * 13 + 40, z * 13 + 40, salt + 2) - 0.5);
  return Math.max(0, rim * flank + (gully + rough) * softStep(RIM, 0.35, r) * softStep(1, 0.6, r));
}

/** How much lava is at a place, 0 … 1: the crater's lake, and streams that wind down and part. */
function lavaAt(x: number, z: number): number {
  const r = Math.hypot(x, z);
  if (r < RIM * 0.8) return softStep(RIM * 0.8, RIM * 0.6, r);
  let most = 0;
  for (const [heading, width, reach] of STREAMS) {
    const bend = heading + 0.12 * Math.sin(r * 13 + heading * 3) + 0.05 * Math.sin(r * 31 + heading);
    const away = Math.abs(Math.atan2(Math.sin(Math.atan2(x, z) - bend), Math.cos(Math.atan2(x, z) - bend))) * r;
    const wide = width * (1 - 0.5 * (r / reach));
    most = Math.max(most, softStep(wide, wide * 0.35, away) * softStep(reach, reach - 0.1, r));
  }
  return most;
}

/** Heading from +z, half width and reach of the streams of lava, as shares of the foot's radius. */
const STREAMS = [
  [0.12, 0.034, 0.86],
  [-0.55, 0.024, 0.6],
  [0.8, 0.026, 0.68],
  [2.3, 0.03, 0.7],
  [-2.1, 0.026, 0.62],
] as const;

/** The slope's cells that lava covers, a little above it. */
function lavaMesh(n: number, salt: number): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  const shares: number[] = [];
  const bend = (v: number): number => (2 * v - 1) * (0.4 + 0.6 * Math.abs(2 * v - 1));
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= n; j++) {
      const [x, z] = [bend(j / n), bend(i / n)];
      const share = lavaAt(x, z);
      shares.push(share);
      // Its edge dips below the slope, so that the stream ends in a soft line and not in steps.
      positions.push(x * RADIUS, Math.max(0, volcanoAt(x, z, salt) * HEIGHT - 1.6 + 2.6 * share), z * RADIUS);
    }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const a = i * (n + 1) + j;
      if (Math.max(shares[a]!, shares[a + 1]!, shares[a + n + 1]!, shares[a + n + 2]!) < 0.02) continue;
      indices.push(a, a + n + 1, a + n + 2, a, a + n + 2, a + 1);
    }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  const bare = {
    ...mesh,
    normals: smoothNormals(mesh.positions, mesh.indices),
    colors: fillColors(shares.length, '#ff7a1c'),
  };
  return paint(bare, (x, _y, z) => {
    const share = lavaAt(x / RADIUS, z / RADIUS);
    return mixColors('#c01c06', mixColors('#ff5a10', '#ffc040', softStep(0.7, 1, share)), softStep(0.15, 0.75, share));
  });
}

/** Clots of lava thrown out of the crater, which fall back in arcs. */
function clots(t: number): ReturnType<typeof spriteBatch> {
  const thrown: Sprite[] = Array.from({ length: 40 }, (_, i) => {
    const cycle = t * 0.24 + chanceOf(i);
    const age = (cycle % 1) * 4.2;
    const turn = chanceOf(i, Math.floor(cycle) + 3) * 6.28;
    const out = 2 + 7 * chanceOf(i, 5);
    return {
      at: [
        Math.sin(turn) * out * age,
        HEIGHT * 0.66 + (24 + 14 * chanceOf(i, 6)) * age - 9.8 * age * age,
        Math.cos(turn) * out * age,
      ],
      radius: 1 + 1.3 * chanceOf(i, 7),
      color: [1.6, 0.55, 0.12],
      alpha: Math.max(0, 1 - age / 4.2),
    };
  });
  return spriteBatch('soft', 'add', thrown);
}

function slopes(n: number, form: string, color: Srgb, hasSnow: boolean, salt: number): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= n; j++) {
      // Lines gather towards the middle, where the summit is.
      const bend = (v: number): number => (2 * v - 1) * (0.55 + 0.45 * Math.abs(2 * v - 1));
      const [x, z] = [bend(j / n), bend(i / n)];
      positions.push(x * RADIUS, heightAt(x, z, form, salt) * HEIGHT, z * RADIUS);
    }
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const a = i * (n + 1) + j;
      // Beyond its round foot there is only the ground.
      if ([a, a + 1, a + n + 1, a + n + 2].every((k) => positions[k * 3 + 1]! <= 0)) continue;
      indices.push(a, a + n + 1, a + n + 2, a, a + n + 2, a + 1);
    }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  const normals = smoothNormals(mesh.positions, mesh.indices);
  const bare = { ...mesh, normals, colors: fillColors(positions.length / 3, color) };
  return paint(bare, (x, y, z, normal) => {
    const high = y / HEIGHT + 0.12 * (noise(x / 9, z / 9, 3) - 0.5);
    const rock = mixColors(shade(color, 0.72), shade(color, 1.1), softStep(0.3, 0.9, normal[1]));
    if (form === 'volcano') return mixColors(rock, '#1d1715', softStep(0.55, 0.85, high) * 0.75);
    const meadow =
      form === 'hill' ? rock : mixColors(rock, '#5c7048', softStep(0.22, 0.05, high) * softStep(0.4, 0.75, normal[1]));
    return hasSnow
      ? mixColors(
          meadow,
          '#f3f7fc',
          softStep(0.4, 0.52, high) * softStep(0.3, 0.55, normal[1] + (form === 'cone' ? 0.3 : 0.08)),
        )
      : meadow;
  });
}

/** Lit by the lava where it rises, ash above. */
function mixSmoke(age: number): Sprite['color'] {
  const hot = Math.max(0, 1 - age * 5);
  return [0.3 + 0.9 * hot, 0.27 + 0.2 * hot, 0.27];
}

function smoke(t: number) {
  const puffs: Sprite[] = Array.from({ length: 24 }, (_, i) => {
    const age = (t * 0.06 + i / 24) % 1;
    return {
      at: [age * age * 34 + (chanceOf(i) - 0.5) * 14, HEIGHT * 0.74 + age * 62, (chanceOf(i, 2) - 0.5) * 14],
      radius: 8 + age * 17,
      turn: i + age,
      color: mixSmoke(age),
      alpha: 0.7 * Math.min(1, age * 8) * (1 - age),
    };
  });
  return spriteBatch('puff', 'alpha', puffs);
}
