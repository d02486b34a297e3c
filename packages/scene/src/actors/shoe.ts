import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { paint } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, FABRIC, MATT, PAINT, propActor, propParts } from './prop.ts';

/** A sneaker seen from its side: the toe points to +x, so that the silhouette reads at once. */
export const shoe: ActorModel = { gaits: { float: 0.2, spin: 0, jump: 0 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#e8472f');
  const parts = propParts(`shoe/${toHex(color)}`, detail, (to) => addShoe(to, color));
  return propActor(context, parts, { root: (t) => (actor.motion.kind === 'spin' ? turn(t * 0.9) : turn(-0.25)) });
}

function turn(a: number): number[] {
  return [Math.cos(a), 0, -Math.sin(a), 0, 0, 1, 0, 0, Math.sin(a), 0, Math.cos(a), 0, 0, 0, 0, 1];
}

function addShoe(to: Assembly, color: Srgb): void {
  const edge = to.isHero ? 0.0055 : to.isFar ? 0.018 : 0.0105;
  const upper = smoothBlob(
    [
      { kind: 'ball', at: [0.09, 0.05, 0], radius: [0.075, 0.036, 0.046] },
      { kind: 'limb', from: [-0.09, 0.06, 0], to: [0.04, 0.055, 0], radius: [0.042, 0.04], blend: 0.03 },
      { kind: 'ball', at: [-0.085, 0.085, 0], radius: [0.048, 0.055, 0.036], blend: 0.03 },
      { kind: 'ball', at: [-0.02, 0.085, 0], radius: [0.05, 0.035, 0.03], blend: 0.03 },
      { kind: 'ball', at: [-0.08, 0.15, 0], radius: [0.04, 0.055, 0.024], cut: true, blend: 0.012 },
      { kind: 'block', at: [0, -0.03, 0], size: [0.5, 0.1, 0.3], round: 0.005, cut: true, blend: 0.004 },
    ],
    edge,
    { color },
  );
  const styled = paint(upper, (x, y, z) => {
    const toe = softStep(0.105, 0.112, x);
    const stripe =
      Math.abs(z) > 0.02 &&
      Math.abs(x + 0.015 - (y - 0.06) * 0.7) % 0.034 < 0.014 &&
      x < 0.05 &&
      x > -0.075 &&
      y < 0.085 &&
      y > 0.035
        ? 1
        : 0;
    const heel = softStep(-0.108, -0.114, x);
    return mixColors(mixColors(color, '#f7f4ee', Math.max(toe, stripe)), shade(color, 0.55), heel);
  });
  to.add(FABRIC, styled);
  const sole: [number, number][] = [
    [-0.135, 0],
    [0.14, 0],
    [0.168, 0.016],
    [0.166, 0.034],
    [0.1, 0.028],
    [-0.06, 0.034],
    [-0.142, 0.04],
  ];
  const width = to.isFar ? 0.08 : 0.094;
  to.add(PAINT, extrude(sole, { depth: width, bevel: 0.008, color: '#faf8f3' }));
  to.add(
    MATT,
    extrude(
      [
        [-0.13, 0],
        [0.14, 0],
        [0.15, 0.006],
        [-0.134, 0.006],
      ],
      { depth: width + 0.004, color: '#7d5a3c' },
    ),
  );
  for (let i = 0; i < 5; i++) {
    const x = 0.062 - i * 0.019;
    to.add(
      PAINT,
      cylinder({ radius: 0.004, height: 0.046, segments: 8 }),
      { at: [x, 0.087 + i * 0.0068, -0.023], rotate: [Math.PI / 2, 0, 0] },
      '#fbfaf6',
    );
  }
}
