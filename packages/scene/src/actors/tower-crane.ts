import type { Material } from '@openimagine/render';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationY, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, type Tools } from './prop-tools.ts';

/** A tower crane: a lattice mast, a jib that slews with its load, a counterweight. 26 m tall. */
export const towerCrane: ActorModel = { gaits: { spin: 0, drive: 0 }, build };

const PAINT: Material = { specular: 0.3, gloss: 30, wrap: 0.15 };
const MAST = 22;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#e8b31c');
  const mast = craftParts(
    `towerCrane/mast/${toHex(color)}`,
    detail,
    (to) => {
      to.block(DULL_METAL, [4, 0.8, 4], [0, 0.4, 0], '#8d9096', 0.05);
      addLattice(to, color, MAST, to.isFar ? 8 : 14, 0.75);
    },
    0.5,
  );
  const jib = craftParts(`towerCrane/jib/${toHex(color)}`, detail, (to) => addJib(to, color), 0.5);
  return propActor(context, mast, {
    animate: (t, _travel, add) =>
      add(jib, multiply(translation(0, MAST, 0), rotationY(0.9 + 0.35 * Math.sin(t * 0.22)))),
  });
}

/** Four upright chords with their diagonals. */
function addLattice(to: Tools, color: Srgb, height: number, bays: number, half: number): void {
  for (const x of [-half, half]) for (const z of [-half, half]) to.rod(PAINT, [x, 0.6, z], [x, height, z], 0.11, color);
  for (let i = 0; i < bays; i++) {
    const [low, high] = [0.8 + ((height - 0.8) * i) / bays, 0.8 + ((height - 0.8) * (i + 1)) / bays];
    const flip = i % 2 ? 1 : -1;
    for (const s of [-half, half]) {
      to.add(PAINT, to.rounded([half * 2, 0.09, 0.09], 0.02, shade(color, 0.9), 1), translation(0, high, s));
      to.add(PAINT, to.rounded([0.09, 0.09, half * 2], 0.02, shade(color, 0.9), 1), translation(s, high, 0));
      to.rod(PAINT, [-half * flip, low, s], [half * flip, high, s], 0.05, shade(color, 0.85));
      to.rod(PAINT, [s, low, half * flip], [s, high, -half * flip], 0.05, shade(color, 0.85));
    }
  }
}

/** All that slews: cab, jib along +x with its trolley and load, counter-jib, stays. */
function addJib(to: Tools, color: Srgb): void {
  to.disc(DULL_METAL, 1.1, 0.4, [0, -0.2, 0], '#5a5e64');
  to.block(PAINT, [1.5, 1.7, 1.4], [1.2, 0.9, 1.15], shade(color, 0.95), 0.12);
  to.block(CLEAR, [0.9, 0.8, 1.3], [1.6, 1.2, 1.2], '#24384a', 0.06);
  const long = 19;
  for (const [y, z] of [
    [0.4, -0.5],
    [0.4, 0.5],
    [1.5, 0],
  ] as const)
    to.rod(PAINT, [-6.5, y, z], [y > 1 ? long - 1 : long, y > 1 ? 1.2 : y, z], 0.09, color);
  const bays = to.isFar ? 12 : 22;
  for (let i = 0; i < bays; i++) {
    const [a, b] = [-6.5 + ((long + 5.5) * i) / bays, -6.5 + ((long + 5.5) * (i + 0.5)) / bays];
    for (const z of [-0.5, 0.5]) {
      to.rod(PAINT, [a, 0.4, z], [b, 1.45, 0], 0.045, shade(color, 0.85));
      to.rod(PAINT, [b, 1.45, 0], [2 * b - a, 0.4, z], 0.045, shade(color, 0.85));
    }
  }
  for (const z of [-0.4, 0.4]) to.rod(PAINT, [0, 0.4, z], [0, 4.6, 0], 0.12, color);
  to.rod(DULL_METAL, [0, 4.6, 0], [12, 1.4, 0], 0.05, '#4a4d52');
  to.rod(DULL_METAL, [0, 4.6, 0], [-6, 1.5, 0], 0.05, '#4a4d52');
  to.block(DULL_METAL, [2, 2.2, 1.3], [-5.6, -0.4, 0], '#8d9096', 0.08);
  to.block(PAINT, [1, 0.4, 1.1], [12.6, 0.2, 0], '#c0463c', 0.06);
  for (const z of [-0.2, 0.2]) to.rod(DULL_METAL, [12.6, 0.1, z], [12.6, -8.4, z * 0.4], 0.035, '#3a3d42');
  to.block(PAINT, [0.5, 0.7, 0.4], [12.6, -8.7, 0], '#c0463c', 0.1);
  for (const x of [-1.6, 1.6]) to.rod(DULL_METAL, [12.6, -9, 0], [12.6 + x, -11, 0], 0.03, '#3a3d42');
  for (let i = 0; i < 3; i++)
    to.block(
      DULL_METAL,
      [4.6, 0.22, 0.3],
      [12.6, -11.1 - i * 0.22, (i - 1) * 0.05],
      i % 2 ? '#8a5a3a' : '#9a6a44',
      0.03,
    );
}
