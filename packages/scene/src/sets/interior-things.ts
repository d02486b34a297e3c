import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import type { Kit } from './place-kit.ts';
import { addCard, addPatch } from './place-kit.ts';

/** A table with a round top on one foot. */
export function addRoundTable(kit: Kit, [x, y, z]: Vec3, radius: number, height: number, color: number): void {
  kit.wood.lathe(
    [x, y + height, z],
    [
      [0, -0.05],
      [radius * 0.97, -0.045],
      [radius, -0.02],
      [radius * 0.98, 0],
      [0, 0],
    ],
    color,
    26,
  );
  kit.metal.lathe(
    [x, y, z],
    [
      [radius * 0.55, 0],
      [radius * 0.5, 0.03],
      [0.05, 0.06],
      [0.035, 0.12],
      [0.035, height - 0.04],
    ],
    0x26262a,
    12,
  );
}

/** A chair with a straight back; its seat faces +z before `yaw` turns it. Build it into a placed kit. */
export function addChairAt(kit: Kit, color: number, cushion?: number): void {
  for (const x of [-0.19, 0.19])
    for (const z of [-0.18, 0.18]) kit.wood.box([x, 0.225, z], [0.035, 0.45, 0.035], color, { foot: 0.7 });
  kit.wood.box([0, 0.46, 0], [0.44, 0.035, 0.42], color, { bottom: true });
  if (cushion !== undefined) kit.cloth.box([0, 0.495, 0], [0.4, 0.04, 0.38], cushion);
  for (const x of [-0.19, 0.19]) kit.wood.box([x, 0.7, -0.19], [0.035, 0.5, 0.03], color);
  for (const y of [0.66, 0.78, 0.9]) kit.wood.box([0, y, -0.19], [0.36, 0.055, 0.02], color, { bottom: true });
}

/** A table on four legs, its middle at `center` on the floor. */
export function addTableAt(kit: Kit, [x, y, z]: Vec3, w: number, h: number, d: number, color: number): void {
  kit.wood.box([x, y + h - 0.022, z], [w, 0.044, d], color, { bottom: true });
  kit.wood.box([x, y + h - 0.08, z], [w * 0.9, 0.07, d * 0.86], color, { bottom: true });
  for (const sx of [-1, 1])
    for (const sz of [-1, 1])
      kit.wood.box([x + sx * (w / 2 - 0.06), y + h / 2 - 0.02, z + sz * (d / 2 - 0.06)], [0.06, h - 0.04, 0.06], color);
}

/** Shelves on a wall that faces +z, with jars, bowls and books on them. */
export function addShelf(
  kit: Kit,
  [x, y, z]: Vec3,
  width: number,
  random: Random,
  goods: 'jars' | 'books' | 'bottles',
): void {
  kit.wood.box([x, y, z + 0.12], [width, 0.035, 0.26], 0x9a6a40, { bottom: true });
  let at = x - width / 2 + 0.08;
  while (at < x + width / 2 - 0.1) {
    const roll = random.next();
    if (goods === 'books') {
      const [w, h] = [random.between(0.025, 0.055), random.between(0.18, 0.27)];
      kit.cloth.box([at, y + 0.02 + h / 2, z + 0.11], [w, h, 0.17], random.pick(BOOKS));
      at += w + 0.004 + (roll < 0.06 ? 0.12 : 0);
      continue;
    }
    const r = goods === 'bottles' ? random.between(0.035, 0.05) : random.between(0.045, 0.085);
    const h = goods === 'bottles' ? random.between(0.24, 0.34) : random.between(0.11, 0.22);
    const color = random.pick(goods === 'bottles' ? BOTTLES : JARS);
    kit.glass.lathe(
      [at + r, y + 0.02, z + 0.12],
      goods === 'bottles'
        ? [
            [r, 0],
            [r, h * 0.6],
            [r * 0.4, h * 0.75],
            [r * 0.36, h],
            [0, h],
          ]
        : [
            [r * 0.9, 0],
            [r, h * 0.3],
            [r * 0.85, h * 0.86],
            [r * 0.9, h],
            [0, h],
          ],
      color,
      10,
    );
    at += r * 2 + random.between(0.02, 0.09);
  }
}

const BOOKS = [0x8a3a34, 0x3a5a74, 0xc2a25a, 0x4a6a4c, 0x6a4a6a, 0xd8cdb8, 0x2f3c4c, 0xb0683c];
const JARS = [0xd9cbb0, 0x8fae9a, 0xc98a5a, 0xe6e0d2, 0x7a94a8, 0xb8503c, 0xdcb45a];
const BOTTLES = [0x2f5a3a, 0x5a2f24, 0xb8862e, 0x3a5670, 0x86302c, 0xd8d2c0];

/** A pot, a plate or a bowl turned on the wheel, at its foot. */
export function addPot(kit: Kit, at: Vec3, r: number, h: number, color: number): void {
  kit.trim.lathe(
    at,
    [
      [r * 0.7, 0],
      [r, h * 0.35],
      [r * 0.92, h * 0.9],
      [r, h],
      [r * 0.88, h],
      [r * 0.8, h * 0.55],
      [0, h * 0.5],
    ],
    color,
    16,
  );
}

/** A lamp that hangs from the ceiling: cord and shade into solids, its bulb into `lamp`. @returns where it shines. */
export function addPendant(kit: Kit, [x, y, z]: Vec3, ceiling: number, color: number, radius = 0.22): Vec3 {
  kit.trim.tube(
    [
      [x, y + 0.2, z],
      [x, ceiling, z],
    ],
    0.008,
    0x1e1c1c,
    4,
  );
  kit.metal.lathe(
    [x, y, z],
    [
      [radius, 0],
      [radius * 0.82, radius * 0.42],
      [radius * 0.3, radius * 0.8],
      [0.02, radius * 1.0],
    ],
    color,
    18,
  );
  kit.lamp.lathe(
    [x, y, z],
    [
      [0, -0.05],
      [radius * 0.4, -0.01],
      [radius * 0.42, 0.06],
      [0, radius * 0.5],
    ],
    0xffe2ac,
    12,
  );
  kit.lamp.quad(
    [x - radius * 0.6, y + 0.012, z - radius * 0.6],
    [x + radius * 0.6, y + 0.012, z - radius * 0.6],
    [x + radius * 0.6, y + 0.012, z + radius * 0.6],
    [x - radius * 0.6, y + 0.012, z + radius * 0.6],
    0xffe2ac,
  );
  return [x, y - 0.15, z];
}

/** A framed picture with broad strokes of colour, on a wall that faces +z. */
export function addPainting(kit: Kit, [x, y, z]: Vec3, w: number, h: number, salt: number): void {
  kit.wood.box([x, y, z + 0.02], [w + 0.09, h + 0.09, 0.04], 0x6a4a2c);
  const tones = [
    [0x9fb8c4, 0x6f8a78, 0xd8b070],
    [0xc98a6a, 0x7a4a4c, 0xe6cfa4],
    [0x7a8fb0, 0x3f5470, 0xd9d2c4],
  ][salt % 3]!;
  addCard(kit.trim, [x, y, z + 0.043], w, h, tones[0]!);
  for (let i = 0; i < 5; i++) {
    const [cw, ch] = [w * (0.2 + 0.5 * hash(i, salt)), h * (0.12 + 0.3 * hash(i, salt + 1))];
    const cx = x + (hash(i, salt + 2) - 0.5) * (w - cw);
    const cy = y - h / 2 + ch / 2 + hash(i, salt + 3) * (h - ch) * 0.6;
    addCard(kit.trim, [cx, cy, z + 0.044 + i * 0.001], cw, ch, tones[1 + (i % 2)]!);
  }
}

/** A rectangular rug with a border. */
export function addMat(kit: Kit, [x, y, z]: Vec3, w: number, d: number, color: number, border: number): void {
  addPatch(kit.cloth, [x, y, z], w, d, border);
  addPatch(kit.cloth, [x, y + 0.003, z], w * 0.9, d * 0.86, color);
  addPatch(kit.cloth, [x, y + 0.006, z], w * 0.82, d * 0.74, border);
  addPatch(kit.cloth, [x, y + 0.009, z], w * 0.8, d * 0.7, color);
}
