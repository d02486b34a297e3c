import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { indoorPlace } from './built-indoors.ts';
import { addPainting } from './interior-things.ts';
import { ambience, hasActor, hasDetail, hasNamed, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetModel } from './set.ts';

const BACK = -6.5;
const HEIGHT = 5.2;

/** A museum: tall walls with framed paintings under their lamps, statues on pedestals, a bench, a shining floor. */
export const museum: SetModel = {
  build(context) {
    const { aspect, scene } = context;
    const kit = createKit();
    const isPlain = hasDetail(scene, 'modern', 'contemporary', 'white', 'minimal');
    const wall = isPlain ? 0xeeeae2 : 0x5c3a3c;
    const lamps: Vec3[] = [];
    const hang = (at: Vec3, w: number, h: number, salt: number, yaw = 0): void => {
      addGilded(placeKit(kit, at, yaw), w, h, salt, isPlain);
      lamps.push([at[0] + Math.sin(yaw) * 0.9, at[1] + h / 2 + 0.5, at[2] + Math.cos(yaw) * 0.9]);
    };
    hang([-3.6, 2.3, BACK], 1.5, 1.9, 1);
    hang([0, 2.35, BACK], 2.9, 1.9, 2);
    hang([3.6, 2.3, BACK], 1.5, 1.9, 3);
    for (const side of [-1, 1])
      for (const [i, z] of [-4.6, -2.1, 0.5].entries())
        hang([side * 5.6, 2.2, z], 1.3 + 0.3 * (i % 2), 1.5, 4 + i + side, (-side * Math.PI) / 2);
    if (!hasActor(scene, 'statue', 'dinosaur') && !hasNamed(scene, /skeleton|sculpture|bust/)) {
      addPedestal(kit, [-4.1, 0, -4.7], 1);
      addPedestal(kit, [4.1, 0, -4.7], 2);
    }
    addBench(kit, [1.9, 0, -1.9]);
    for (const x of [-5.3, 5.3])
      kit.plaster.box([x, HEIGHT / 2, BACK + 0.25], [0.7, HEIGHT, 0.5], isPlain ? wall : 0xd8cbb8);
    kit.marble.box([0, 0.2, BACK + 0.03], [11.2, 0.4, 0.06], isPlain ? 0xd8d4cc : 0xcdbfa8);
    kit.plaster.box([0, HEIGHT - 0.3, BACK + 0.12], [11.2, 0.6, 0.24], isPlain ? 0xf2efe8 : 0xd8cbb8, { bottom: true });
    for (const x of [-2.4, 2.4]) addRope(kit, x);
    // Light from above: a roof of glass.
    for (let i = 0; i < 4; i++)
      kit.ceiling.box([-3.6 + i * 2.4, HEIGHT - 0.02, -2], [1.7, 0.04, 7], 0xffffff, { bottom: true });
    return indoorPlace(context, {
      kit,
      materials: {
        ceiling: { emissive: 0.75 },
        marble: { pattern: 'marble', patternScale: 0.7, specular: 0.5, gloss: 70 },
      },
      shell: {
        halfWidth: 5.6,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall,
        floor: 0xa87a4c,
        floorStuff: 'planks',
        ceiling: 0xb8b2a8,
      },
      lamps: lamps.slice(0, 3).map((at) => ({ at, color: [1.5, 1.25, 0.9] as const, radius: 3.6 })),
      isAlwaysLit: true,
      day: { sun: [0.62, 0.6, 0.56], up: [0.44, 0.44, 0.46], down: [0.26, 0.23, 0.2] },
      evening: { sun: [0.3, 0.27, 0.24], up: [0.2, 0.19, 0.22], down: [0.15, 0.12, 0.1] },
      focus: { position: [0, 0, -1.2], halfWidth: 2.4, halfDepth: 1 },
      camera: { position: [0.2, 1.7, 6.4], target: [0, 1.9, -3], verticalFovDegrees: lensFor(aspect, 44) },
      cues: [ambience(context, 'room', 0.2)],
    });
  },
};

/** A painting in a broad frame of gold, or a thin black one. */
function addGilded(kit: Kit, w: number, h: number, salt: number, isPlain: boolean): void {
  if (!isPlain) {
    kit.gold.box([0, 0, 0.03], [w + 0.34, h + 0.34, 0.06], 0xb08838);
    kit.gold.box([0, 0, 0.06], [w + 0.2, h + 0.2, 0.04], 0xc8a04c);
  }
  addPainting(placeKit(kit, [0, 0, isPlain ? 0 : 0.06]), [0, 0, 0], w, h, salt + Math.round(hash(salt, 3) * 2));
  kit.metal.tube(
    [
      [0, h / 2 + 0.2, 0.02],
      [0, h / 2 + 0.36, 0.26],
    ],
    0.012,
    0xb89850,
    5,
  );
  kit.gold.box([0, h / 2 + 0.36, 0.28], [w * 0.4, 0.05, 0.06], 0xb89850, { bottom: true });
}

/** A bust of marble, or a vase, on a pedestal. */
function addPedestal(kit: Kit, [x, y, z]: Vec3, kind: number): void {
  kit.marble.box([x, y + 0.06, z], [0.7, 0.12, 0.7], 0xe8e2d6);
  kit.marble.box([x, y + 0.58, z], [0.54, 0.95, 0.54], 0xece6da, { foot: 0.7 });
  kit.marble.box([x, y + 1.09, z], [0.66, 0.08, 0.66], 0xe8e2d6, { bottom: true });
  if (kind === 1) {
    kit.marble.lathe(
      [x, y + 1.13, z],
      [
        [0.14, 0],
        [0.1, 0.08],
        [0.24, 0.2],
        [0.27, 0.32],
        [0.1, 0.44],
        [0.08, 0.52],
        [0.13, 0.6],
        [0.155, 0.72],
        [0.13, 0.84],
        [0, 0.9],
      ],
      0xf4f0e8,
      20,
    );
    kit.marble.box([x, y + 1.82, z + 0.15], [0.04, 0.1, 0.06], 0xf4f0e8, { bottom: true });
    return;
  }
  kit.trim.lathe(
    [x, y + 1.13, z],
    [
      [0.13, 0],
      [0.11, 0.06],
      [0.26, 0.34],
      [0.27, 0.46],
      [0.1, 0.66],
      [0.09, 0.78],
      [0.16, 0.84],
      [0.12, 0.84],
      [0, 0.7],
    ],
    0xa8502c,
    22,
  );
  for (const h of [0.28, 0.5])
    kit.trim.lathe(
      [x, y + 1.13 + h, z],
      [
        [0.262 - (h > 0.4 ? 0.01 : 0.02), 0],
        [0.268, 0.03],
      ],
      0x231a16,
      22,
    );
}

function addBench(kit: Kit, [x, y, z]: Vec3): void {
  kit.cloth.box([x, y + 0.46, z], [1.7, 0.1, 0.55], 0x4a3a34, { bottom: true });
  for (const dx of [-0.7, 0.7]) kit.wood.box([x + dx, y + 0.2, z], [0.08, 0.42, 0.5], 0x2c2420);
}

/** Posts of brass with a red rope before the great painting. */
function addRope(kit: Kit, x: number): void {
  const z = BACK + 1.5;
  for (const dx of [-0.9, 0.9])
    kit.gold.lathe(
      [x + dx, 0, z],
      [
        [0.16, 0],
        [0.14, 0.03],
        [0.025, 0.06],
        [0.025, 0.9],
        [0.05, 0.94],
        [0, 1],
      ],
      0xc8a24c,
      12,
    );
  const path = Array.from({ length: 11 }, (_, i): Vec3 => {
    const u = i / 10;
    return [x - 0.9 + u * 1.8, 0.86 - 0.9 * u * (1 - u), z];
  });
  kit.cloth.tube(path, 0.028, 0x9a2430, 6);
}
