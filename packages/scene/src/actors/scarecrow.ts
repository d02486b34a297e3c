import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, FABRIC, MATT, propActor } from './prop.ts';
import { CRUMB, craftParts, FINE_WOOD, type Tools } from './prop-tools.ts';

/** A scarecrow on its pole: straw hat, face of sackcloth, a plaid shirt with straw at its cuffs. It faces +z. */
export const scarecrow: ActorModel = { gaits: { sway: 0, dance: 0 }, build };

const STRAW = '#d9b458';
const SACK = '#cdab78';

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#b0392f');
  const parts = craftParts(`scarecrow/${toHex(color)}`, detail, (to) => {
    addPole(to);
    addClothes(to, toHex(color));
    addHead(to);
  });
  return propActor(context, parts, {
    seats: [
      { position: [-0.72, 1.62, 0], width: 0.3 },
      { position: [0.72, 1.62, 0], width: 0.3 },
    ],
    root: (t) => multiply(rotationZ(0.05 + 0.012 * Math.sin(t * 1.1)), rotationX(0.012 * Math.sin(t * 0.8))),
  });
}

function addPole(to: Tools): void {
  to.rod(FINE_WOOD, [0, 0, 0], [0, 2.1, -0.06], [0.05, 0.042], '#7d5a38');
  to.rod(FINE_WOOD, [-1.02, 1.5, -0.03], [1.02, 1.54, -0.03], [0.036, 0.036], '#7d5a38');
}

/** A tuft of stalks that spread from `at` along `way`. */
function addStraw(
  to: Tools,
  at: readonly [number, number, number],
  way: readonly [number, number, number],
  salt: number,
): void {
  const count = to.isHero ? 13 : to.isFar ? 4 : 8;
  for (let i = 0; i < count; i++) {
    const spread = (k: number): number => (chanceOf(i, salt + k) - 0.5) * 0.17;
    const length = 0.75 + 0.5 * chanceOf(i, salt + 9);
    to.rod(
      MATT,
      [at[0] + spread(1) * 0.3, at[1] + spread(2) * 0.3, at[2] + spread(3) * 0.3],
      [at[0] + way[0] * length + spread(4), at[1] + way[1] * length + spread(5), at[2] + way[2] * length + spread(6)],
      [0.011, 0.006],
      shade(STRAW, 0.8 + 0.35 * chanceOf(i, salt)),
    );
  }
}

function addClothes(to: Tools, color: string): void {
  const dark = shade(color, 0.55);
  to.blob(
    FABRIC,
    [
      { kind: 'limb', from: [0, 0.98, 0], to: [0, 1.42, 0], radius: [0.21, 0.26] },
      { kind: 'limb', from: [-0.2, 1.5, 0], to: [-0.8, 1.47, 0], radius: [0.14, 0.115], blend: 0.08 },
      { kind: 'limb', from: [0.2, 1.5, 0], to: [0.8, 1.49, 0], radius: [0.14, 0.115], blend: 0.08 },
      { kind: 'limb', from: [-0.62, 1.44, 0], to: [-0.76, 1.26, 0.01], radius: [0.07, 0.05], blend: 0.06 },
      { kind: 'limb', from: [0.62, 1.44, 0], to: [0.74, 1.28, 0.01], radius: [0.07, 0.05], blend: 0.06 },
    ],
    0.045,
    color,
    0.08,
  );
  for (const [y, r] of [
    [1.02, 0.225],
    [1.16, 0.238],
    [1.3, 0.255],
  ] as const)
    to.hoop(FABRIC, r, 0.012, [0, y, 0], dark, [Math.PI / 2, 0, 0]);
  for (const s of [-1, 1]) {
    for (const x of [0.34, 0.5, 0.66]) to.hoop(FABRIC, 0.128, 0.01, [s * x, 1.49, 0], dark, [0, Math.PI / 2, 0]);
    to.bar(
      FABRIC,
      [s * 0.11, 0.98, 0.2, s * 0.12, 1.25, 0.25, s * 0.13, 1.52, 0.2, s * 0.12, 1.62, 0.04],
      0.024,
      '#33507a',
    );
    // Trousers without feet: straw comes out of them.
    to.bar(
      FABRIC,
      [s * 0.09, 1, 0, s * 0.13, 0.74, 0.01, s * 0.17, 0.48, 0.03],
      (share) => 0.115 - 0.02 * share,
      '#3c5a86',
    );
    addStraw(to, [s * 0.17, 0.48, 0.03], [s * 0.02, -0.2, 0.01], 20 + s);
    addStraw(to, [s * 0.86, 1.48, 0], [s * 0.2, -0.02, 0], 30 + s);
    to.block(FABRIC, [0.13, 0.12, 0.02], [s * 0.13, 0.7, 0.115], s > 0 ? '#d8a43c' : '#8b3f5a', 0.01, [
      0.06,
      0,
      s * 0.2,
    ]);
  }
  to.hoop(FINE_WOOD, 0.215, 0.02, [0, 0.99, 0], '#8f7444', [Math.PI / 2, 0, 0]);
  addStraw(to, [0, 1.6, 0.1], [0.02, -0.06, 0.14], 50);
}

function addHead(to: Tools): void {
  to.blob(
    CRUMB,
    [
      { kind: 'ball', at: [0, 1.83, 0.02], radius: [0.17, 0.19, 0.16] },
      { kind: 'limb', from: [0, 1.68, 0.01], to: [0, 1.6, 0.01], radius: [0.08, 0.11], blend: 0.05 },
    ],
    0.03,
    SACK,
    0.05,
  );
  to.hoop(FINE_WOOD, 0.09, 0.016, [0, 1.665, 0.01], '#8f7444', [Math.PI / 2, 0, 0]);
  for (const s of [-1, 1]) {
    to.disc(MATT, 0.034, 0.02, [s * 0.062, 1.865, 0.158], '#1c1815', [Math.PI / 2, s * 0.35, 0]);
    for (const turn of [-0.8, 0.8])
      to.block(MATT, [0.05, 0.009, 0.01], [s * 0.062, 1.865, 0.182], '#d9c9a4', 0.003, [0, s * 0.35, turn]);
    to.disc(MATT, 0.03, 0.006, [s * 0.105, 1.8, 0.135], '#c8705a', [Math.PI / 2, s * 0.75, 0]);
  }
  to.plate(MATT, [-0.024, 0, 0.024, 0, 0, 0.05], 0.012, '#c9762e', { at: [0, 1.815, 0.178] });
  const smile = Array.from({ length: 7 }, (_, i) => {
    const a = ((i - 3) / 3) * 0.62;
    return [Math.sin(a) * 0.14, 1.765 + 0.028 * (i - 3) ** 2 * 0.11, 0.022 + Math.cos(a) * 0.155];
  });
  to.bar(MATT, smile.flat(), 0.007, '#3a241a');
  for (const [x, y, z] of smile.slice(1, -1))
    to.block(MATT, [0.007, 0.034, 0.01], [x!, y!, z! + 0.003], '#3a241a', 0.002);
  for (const s of [-1, 1]) addStraw(to, [s * 0.13, 1.93, 0.02], [s * 0.1, -0.16, 0.05], 60 + s);
  const tilt = multiply(translation(0, 1.955, 0.005), compose({ rotate: [-0.1, 0, -0.1] }));
  to.turned(
    CRUMB,
    [
      0.17, 0, 0.4, -0.035, 0.43, -0.045, 0.435, -0.03, 0.4, -0.012, 0.19, 0.025, 0.185, 0.09, 0.16, 0.18, 0.1, 0.235,
      0, 0.245,
    ],
    mixColors(STRAW, '#b98a3a', 0.3),
    tilt,
    28,
  );
  to.turned(FABRIC, [0.195, 0.02, 0.193, 0.07, 0.186, 0.075], '#7a2f28', tilt, 28);
}
