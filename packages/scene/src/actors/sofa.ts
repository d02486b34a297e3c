import { smoothBlob } from '../model/blob.ts';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, FABRIC, isCalled, PAINT, propActor, propParts, WOOD } from './prop.ts';

/** A sofa for three, cushions dented where one sits; or a bed. */
export const sofa: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isBed = isCalled(context, /\bbed\b|hammock/);
  const color = toSrgb(actor.color ?? (isBed ? '#5f87b8' : '#c01a24'));
  const parts = propParts(`sofa/${isBed}/${toHex(color)}`, detail, (to) =>
    isBed ? addBed(to, color) : addSofa(to, color),
  );
  const seats = isBed
    ? [{ position: [0, 0.58, 0.1] as const, width: 1.3 }]
    : [0, -0.64, 0.64].map((x) => ({ position: [x, 0.485, 0.1] as const, width: 0.6 }));
  return propActor(context, parts, { seats });
}

function addSofa(to: Assembly, color: Srgb): void {
  const soft = to.isFar ? 1 : to.isHero ? 4 : 2;
  to.add(FABRIC, roundedBox([2.06, 0.3, 0.86], 0.05, shade(color, 0.92), soft), { at: [0, 0.24, 0.02] });
  to.add(FABRIC, roundedBox([2.06, 0.62, 0.24], 0.09, shade(color, 0.94), soft), { at: [0, 0.52, -0.36] });
  const cushion = to.isHero
    ? smoothBlob(
        [
          { kind: 'block', at: [0, 0, 0], size: [0.64, 0.2, 0.74], round: 0.075 },
          { kind: 'ball', at: [0, 0.46, -0.02], radius: 0.4, cut: true, blend: 0.06 },
        ],
        0.042,
        { color },
      )
    : roundedBox([0.64, 0.2, 0.74], 0.075, color, soft);
  const back = roundedBox([0.64, 0.5, 0.2], 0.09, color, soft);
  for (const x of [-0.65, 0, 0.65]) {
    to.add(FABRIC, cushion, { at: [x, 0.44, 0.1] });
    to.add(FABRIC, back, { at: [x, 0.73, -0.23], rotate: [-0.14, 0, 0] });
  }
  for (const side of [-1, 1]) {
    to.add(FABRIC, roundedBox([0.2, 0.52, 0.88], 0.06, color, soft), { at: [side * 1.06, 0.34, 0.02] });
    const roll = roundedBox([0.3, 0.3, 0.94], 0.145, color, to.isFar ? 2 : soft + 2);
    to.add(FABRIC, roll, { at: [side * 1.08, 0.6, 0.03] });
    to.add(
      PAINT,
      cylinder({ radius: 0.05, height: 0.012, segments: 16 }),
      { at: [side * 1.08, 0.6, 0.5], rotate: [Math.PI / 2, 0, 0] },
      shade(color, 0.6),
    );
    for (const z of [-0.34, 0.38]) {
      to.add(
        WOOD,
        cylinder({ radius: 0.028, topRadius: 0.04, height: 0.12, segments: to.segments(12) }),
        { at: [side * 0.98, 0, z] },
        '#3a2216',
      );
    }
  }
}

function addBed(to: Assembly, color: Srgb): void {
  const soft = to.isFar ? 1 : 3;
  to.add(WOOD, roundedBox([1.6, 0.24, 2.1], 0.04, '#8a5a36', soft), { at: [0, 0.24, 0] });
  to.add(WOOD, roundedBox([1.64, 1.0, 0.1], 0.05, '#7b4e2e', soft), { at: [0, 0.56, -1.05] });
  to.add(FABRIC, roundedBox([1.52, 0.26, 2.02], 0.1, '#f2eee6', soft + 1), { at: [0, 0.43, 0] });
  to.add(FABRIC, roundedBox([1.6, 0.22, 1.35], 0.1, color, soft + 1), { at: [0, 0.49, 0.36] });
  for (const x of [-0.38, 0.38]) {
    to.add(FABRIC, roundedBox([0.66, 0.18, 0.42], 0.09, '#fbf8f2', soft + 2), {
      at: [x, 0.64, -0.74],
      rotate: [-0.35, 0, 0],
    });
    for (const z of [-0.95, 0.95])
      to.add(WOOD, cylinder({ radius: 0.05, height: 0.14, segments: 10 }), { at: [x * 1.9, 0, z] }, '#5e3a22');
  }
}
