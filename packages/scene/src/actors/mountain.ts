import type { Material, Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { fillColors, paint, smoothNormals } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor, propParts, type Sprite, spriteBatch } from './prop.ts';

/** A ridged peak with snow above; a smooth cone for volcanoes, a green dome for hills. */
export const mountain: ActorModel = { gaits: {}, build };

const SLOPE: Material = { pattern: 'rock', patternScale: 0.06, specular: 0.02 };
const HEIGHT = 110;
const RADIUS = 130;

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const form = isCalled(context, /fuji|volcano|kilimanjaro/) ? 'cone' : isCalled(context, /hill/) ? 'hill' : 'peak';
  const hasSnow = form !== 'hill' && !isCalled(context, /desert|lava|volcano/);
  const color = toSrgb(actor.color ?? (form === 'hill' ? '#6f9a4a' : form === 'cone' ? '#5f6478' : '#7d7a80'));
  const isVolcano = isCalled(context, /volcano/);
  const parts = propParts(`mountain/${form}/${hasSnow}/${toHex(color)}/${copy % 4}`, detail, (to) =>
    to.add(SLOPE, slopes(to.isHero ? 84 : to.isFar ? 20 : 44, form, color, hasSnow, copy % 4)),
  );
  return propActor(context, parts, {
    ...(form === 'hill' ? { scale: 0.35 } : {}),
    ...(isVolcano
      ? {
          lights: () => [{ position: [0, HEIGHT + 4, 0] as const, color: [3, 0.9, 0.2] as const, radius: 60 }],
          sprites: (t: number) => [smoke(t)],
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
      indices.push(a, a + n + 1, a + n + 2, a, a + n + 2, a + 1);
    }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  const normals = smoothNormals(mesh.positions, mesh.indices);
  const bare = { ...mesh, normals, colors: fillColors(positions.length / 3, color) };
  return paint(bare, (x, y, z, normal) => {
    const high = y / HEIGHT + 0.12 * (noise(x / 9, z / 9, 3) - 0.5);
    const rock = mixColors(shade(color, 0.72), shade(color, 1.1), softStep(0.3, 0.9, normal[1]));
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

function smoke(t: number) {
  const puffs: Sprite[] = Array.from({ length: 24 }, (_, i) => {
    const age = (t * 0.06 + i / 24) % 1;
    return {
      at: [age * 26 + (chanceOf(i) - 0.5) * 14, HEIGHT + 2 + age * 48, (chanceOf(i, 2) - 0.5) * 14],
      radius: 7 + age * 15,
      turn: i + age,
      color: [0.36, 0.33, 0.34],
      alpha: 0.5 * Math.min(1, age * 6) * (1 - age),
    };
  });
  return spriteBatch('puff', 'alpha', puffs);
}
