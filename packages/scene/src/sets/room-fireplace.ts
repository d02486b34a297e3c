import { type PointLight, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Scene } from '../scene.ts';
import { hash, IDENTITY } from '../stage/matrix.ts';
import { createShape } from '../stage/shape.ts';
import { hasDetail } from './mood.ts';

export interface Fireplace {
  readonly parts: readonly PartInstance[];
  lightsAt(seconds: number): PointLight[];
  spritesAt(seconds: number): Sprites[];
}

const [WIDTH, HEIGHT, DEPTH] = [1.7, 1.25, 0.5];
const OPENING = { halfWidth: 0.5, height: 0.8 };
const FLAMES = 34;
const EMBERS = 16;

/** Whether somebody sits by a fire there. */
export function hasFireplace(scene: Scene): boolean {
  return hasDetail(scene, 'fireplace', 'fire place', 'hearth') || scene.light?.includes('firelight') === true;
}

/** A brick hearth against the back wall with a mantel, logs, and a fire that flickers into the room. */
export function createFireplace(x: number, wallZ: number): Fireplace {
  const front = wallZ + DEPTH;
  const fire: Vec3 = [x, 0.16, wallZ + DEPTH * 0.55];
  const brick = createShape();
  const wood = createShape();
  const soot = createShape();
  const pillar = (WIDTH - OPENING.halfWidth * 2) / 2;
  const middle = wallZ + DEPTH / 2;
  for (const side of [-1, 1])
    brick.box([x + side * (OPENING.halfWidth + pillar / 2), HEIGHT / 2, middle], [pillar, HEIGHT, DEPTH], 0x9a5a46, {
      foot: 0.7,
    });
  const lintel = HEIGHT - OPENING.height;
  brick.box([x, HEIGHT - lintel / 2, middle], [OPENING.halfWidth * 2, lintel, DEPTH], 0x95543f, { bottom: true });
  brick.box([x, HEIGHT + 0.95, wallZ + 0.16], [WIDTH * 0.72, 1.9, 0.32], 0x8f513e);
  brick.box([x, 0.03, front + 0.18], [WIDTH + 0.3, 0.06, 0.4], 0x7c7470);
  soot.box([x, OPENING.height / 2, wallZ + 0.03], [OPENING.halfWidth * 2, OPENING.height, 0.06], 0x1c1512);
  wood.box([x, HEIGHT + 0.05, middle + 0.05], [WIDTH + 0.2, 0.1, DEPTH + 0.16], 0x6a4228, { bottom: true });
  for (const [dx, y, dz, lean] of [
    [-0.02, 0.1, 0.06, 0.1],
    [0.03, 0.1, -0.08, -0.12],
    [0, 0.2, 0, 0.2],
  ] as const)
    wood.tube(
      [
        [x + dx - 0.32, y, fire[2] + dz - lean * 0.3],
        [x + dx + 0.32, y + 0.02, fire[2] + dz + lean * 0.3],
      ],
      0.062,
      0x3a241a,
      8,
    );
  const part = (shape: typeof brick, material: PartInstance['material']): PartInstance => ({
    mesh: shape.build(),
    material,
    matrix: IDENTITY,
    isStatic: true,
  });
  return {
    parts: [
      part(brick, { pattern: 'bricks', patternScale: 3.4, specular: 0.06 }),
      part(soot, { specular: 0 }),
      part(wood, { pattern: 'wood', patternScale: 4, specular: 0.12 }),
    ],
    lightsAt(seconds) {
      const power = flickerOf(seconds);
      return [
        { position: [x, 0.5, front + 0.35], color: [4.6 * power, 2 * power, 0.62 * power], radius: 7 },
        { position: [x, 0.4, fire[2]], color: [2.6 * power, 1 * power, 0.3 * power], radius: 1.3 },
      ];
    },
    spritesAt: (seconds) => [flames(fire, seconds)],
  };
}

const flickerOf = (seconds: number): number =>
  0.86 + 0.08 * Math.sin(seconds * 9.1) + 0.06 * Math.sin(seconds * 14.3 + 1) + 0.05 * Math.sin(seconds * 23.7 + 2);

/** Tongues that rise, narrow and redden, and sparks that fly up the chimney. */
function flames([x, y, z]: Vec3, seconds: number): Sprites {
  const data = new Float32Array((FLAMES + EMBERS + 1) * SPRITE_STRIDE);
  for (let i = 0; i < FLAMES; i++) {
    const age = (seconds * (1 + 0.6 * hash(i, 1)) + hash(i, 2)) % 1;
    const spot = (hash(i, 3) - 0.5) * 0.56;
    const lift = age * (0.46 - Math.abs(spot) * 0.5);
    const sway = Math.sin(seconds * 5 + i * 1.7) * 0.03 * age;
    const heat = 1 - age;
    data.set(
      [
        x + spot * (1 - 0.45 * age) + sway,
        y + 0.04 + lift,
        z + (hash(i, 4) - 0.5) * 0.14,
        0.05 + 0.075 * Math.sin(Math.PI * Math.min(1, age * 0.8 + 0.2)),
        0,
        1.35,
        0.3 + 0.62 * heat * heat,
        0.04 + 0.22 * heat ** 3,
        0.5 * Math.sin(Math.PI * Math.min(1, age + 0.12)),
        0,
        0,
        0,
      ],
      i * SPRITE_STRIDE,
    );
  }
  for (let i = 0; i < EMBERS; i++) {
    const age = (seconds * 0.6 + hash(i, 11)) % 1;
    data.set(
      [
        x + (hash(i, 12) - 0.5) * 0.4 + Math.sin(seconds * 3 + i) * 0.04,
        y + 0.1 + age * 0.7,
        z + 0.06,
        0.007,
        0,
        2,
        0.7,
        0.2,
        1 - age,
        0,
        0,
        0,
      ],
      (FLAMES + i) * SPRITE_STRIDE,
    );
  }
  data.set(
    [x, y + 0.25, z + 0.2, 0.75, 0, 1, 0.42, 0.12, 0.2 * flickerOf(seconds), 0, 0, 0],
    (FLAMES + EMBERS) * SPRITE_STRIDE,
  );
  return { shape: 'soft', blend: 'add', count: FLAMES + EMBERS + 1, data };
}
