import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { alongSegment } from '../model/matrix.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, BRICK, isCalled, MATT, PAINT, propActor, propParts, WOOD } from './prop.ts';

/** An arched footbridge of stone or wood; a suspension bridge, a viaduct or a hanging one of rope by word. It spans along x. */
export const bridge: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isHung = isCalled(context, /suspension|golden gate|brooklyn|highway/);
  const isViaduct = !isHung && isCalled(context, /viaduct|aqueduct|railway bridge/);
  const isRope = !isHung && isCalled(context, /rope|hanging|plank/);
  const isWood = !isViaduct && isCalled(context, /wood|japanese|garden|red/);
  const color = toSrgb(actor.color ?? (isRope ? '#9a6f42' : isHung ? '#c4432e' : isWood ? '#b83a2a' : '#9c958a'));
  const parts = propParts(`bridge/${isHung}/${isViaduct}/${isWood}/${isRope}/${toHex(color)}`, detail, (to) => {
    if (isViaduct) return addViaduct(to, color);
    if (isRope) return addRopeBridge(to, color);
    if (isHung) {
      to.add(PAINT, roundedBox([60, 0.8, 5], 0.2, shade(color, 0.8), 1), { at: [0, 6, 0] });
      to.add(MATT, roundedBox([60, 0.1, 4.4], 0.04, '#4a4b50', 1), { at: [0, 6.42, 0] });
      for (const x of [-17, 17])
        for (const z of [-2.7, 2.7]) {
          to.add(PAINT, roundedBox([1.3, 20, 1], 0.15, color, 1), { at: [x, 10, z] });
          for (const y of [9, 13, 17.5]) to.add(PAINT, roundedBox([0.9, 0.9, 5.6], 0.15, color, 1), { at: [x, y, 0] });
        }
      for (const z of [-2.7, 2.7]) {
        const cable = (x: number): number =>
          Math.abs(x) <= 17 ? 7.4 + 12.4 * (x / 17) ** 2 : 19.8 - 12.6 * ((Math.abs(x) - 17) / 13);
        const count = to.isFar ? 20 : 40;
        const path = Array.from({ length: count + 1 }, (_, i) => -30 + (60 * i) / count).map(
          (x) => [x, cable(x), z] as const,
        );
        to.add(PAINT, tube(path, { radius: 0.16, color, sides: 6, rings: count }));
        for (const [x, y] of path)
          to.add(
            PAINT,
            cylinder({ radius: 0.05, height: 1, segments: 4 }),
            alongSegment([x, 6.2, z], [x, y, z], { stretch: true }),
            color,
          );
      }
      return;
    }
    const rise = (x: number): number => 1.6 * Math.cos((x / 5) * (Math.PI / 2)) ** 1;
    const steps = to.isFar ? 12 : 24;
    const xs = Array.from({ length: steps + 1 }, (_, i) => -5 + (10 * i) / steps);
    const top = xs.map((x) => [x, 0.45 + rise(x)] as const);
    const arch = xs.map((x) => [x * 0.72, Math.max(0, 1.25 * Math.cos((x / 5) * (Math.PI / 2)))] as const);
    const outline = [...arch.map(([x, y]) => [x, y] as const), [5, 0] as const, ...top.toReversed(), [-5, 0] as const];
    to.add(isWood ? WOOD : BRICK, extrude(outline.slice(0), { depth: 2.2, color: isWood ? shade(color, 0.8) : color }));
    const posts = xs.filter((_, i) => i % (isWood ? 4 : 2) === 0);
    for (const z of [-1.05, 1.05]) {
      for (const x of posts)
        to.add(
          isWood ? WOOD : BRICK,
          isWood
            ? roundedBox([0.16, 1.1, 0.16], 0.04, color, 1)
            : roundedBox([0.55, 0.75, 0.3], 0.06, mixColors(color, '#ffffff', 0.1), 1),
          { at: [x, 0.85 + rise(x), z], rotate: [0, 0, isWood ? 0 : -0.32 * Math.sin((x / 5) * 1.5)] },
        );
      const rail = (lift: number, radius: number) =>
        to.add(
          isWood ? WOOD : PAINT,
          tube(
            top.map(([x, y]) => [x, y + lift, z] as const),
            { radius, color: isWood ? color : shade(color, 0.9), sides: 8, rings: steps },
          ),
        );
      rail(isWood ? 0.92 : 0.8, isWood ? 0.07 : 0.12);
      if (isWood) rail(0.5, 0.045);
    }
  });
  return propActor(context, parts, {
    seats: [
      {
        position: [0, isViaduct ? VIADUCT.deck : isHung ? 6.5 : isRope ? ROPE.low + 0.06 : 2.05, 0],
        width: isViaduct || isHung ? 20 : 3,
      },
    ],
  });
}

/** Metres: where its ends and its middle hang. */
const ROPE = { half: 5, high: 2.3, low: 1.5, wide: 1.2 };
const HEMP = '#b8955e';

/** Planks on two ropes that sag between posts, and two more to hold on to. */
function addRopeBridge(to: Assembly, color: Srgb): void {
  const { half, high, low, wide } = ROPE;
  const sag = (x: number): number => low + (high - low) * (x / half) ** 2;
  const steps = to.isFar ? 10 : 20;
  const xs = Array.from({ length: steps + 1 }, (_, i) => -half + (2 * half * i) / steps);
  for (const z of [-wide / 2, wide / 2]) {
    for (const [lift, radius] of [
      [-0.04, 0.045],
      [0.95, 0.04],
    ] as const) {
      const path = xs.map((x) => [x, sag(x) + lift, z] as const);
      to.add(MATT, tube(path, { radius, color: toSrgb(HEMP), sides: 6, rings: steps }));
    }
    for (const x of xs)
      to.add(
        MATT,
        cylinder({ radius: 0.018, height: 1, segments: 4 }),
        alongSegment([x, sag(x) - 0.04, z], [x, sag(x) + 0.95, z], { stretch: true }),
        HEMP,
      );
    for (const x of [-half, half])
      to.add(WOOD, cylinder({ radius: 0.13, height: high + 1.2, segments: 10 }), { at: [x, 0, z] }, shade(color, 0.7));
  }
  const planks = to.isFar ? 18 : 36;
  for (let i = 0; i < planks; i++) {
    const x = -half + ((i + 0.5) / planks) * half * 2;
    const tilt = Math.atan((2 * (high - low) * x) / half ** 2);
    to.add(WOOD, roundedBox([0.23, 0.05, wide], 0.015, shade(color, 0.9 + 0.2 * ((i * 7) % 5) * 0.2), 1), {
      at: [x, sag(x), 0],
      rotate: [0, 0, tilt],
    });
  }
}

/** Metres: how high the rails lie, and what an arch and a pier take. */
const VIADUCT = { length: 60, deck: 11, span: 8.2, pier: 1.4, wide: 4.4 };

/** A row of tall round arches of cut stone under a level way. */
function addViaduct(to: Assembly, color: Srgb): void {
  const { length, deck, span, pier, wide } = VIADUCT;
  const count = Math.floor((length - pier) / (span + pier));
  const steps = to.isFar ? 8 : 16;
  const left = -(count * (span + pier) + pier) / 2;
  const foot = Array.from({ length: count }, (_, arch) => {
    const from = left + pier + arch * (span + pier);
    const round = Array.from({ length: steps + 1 }, (_, i) => {
      const angle = Math.PI * (1 - i / steps);
      const at: readonly [number, number] = [
        from + span / 2 + (Math.cos(angle) * span) / 2,
        deck - 1.6 - span / 2 + (Math.sin(angle) * span) / 2,
      ];
      return at;
    });
    return [[from, 0] as const, ...round, [from + span, 0] as const];
  }).flat();
  const outline = [[left, 0] as const, ...foot, [-left, 0] as const, [-left, deck] as const, [left, deck] as const];
  to.add(BRICK, extrude(outline, { depth: wide, color }));
  for (const z of [-wide / 2, wide / 2]) {
    const wall = to.rounded([-left * 2, 0.7, 0.4], 0.08, mixColors(color, '#ffffff', 0.12), 1);
    to.add(BRICK, wall, { at: [0, deck + 0.1, z] });
  }
  to.add(MATT, to.rounded([-left * 2, 0.08, wide - 0.5], 0.02, '#6a625a', 1), { at: [0, deck, 0] });
}
