import { shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationY, rotationZ } from '../model/matrix.ts';
import { cone, cylinder } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext } from './actor.ts';
import { type Assembly, around, LIT, PLANKS, PLASTER, propActor, propParts, STEEL, WOOD } from './prop.ts';

/** A round mill with a cap and four sails that turn in the wind. */
export function buildWindmill(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#efe7d8');
  const still = propParts(`windmill/${toHex(color)}`, detail, (to) => {
    const round = to.segments(28);
    to.add(PLASTER, cylinder({ radius: 2.5, topRadius: 1.6, height: 8, segments: round }), { at: [0, 0, 0] }, color);
    to.add(PLANKS, cylinder({ radius: 3.1, height: 0.18, segments: round }), { at: [0, 3, 0] }, '#7c5638');
    to.add(WOOD, cone(1.95, 1.9, '#8a4a2c', round), { at: [0, 8, 0] });
    to.add(WOOD, to.rounded([1, 2, 0.2], 0.06, '#5b3c26', 2), { at: [0, 1, 2.28] });
    for (const [y, z] of [
      [4.6, 2.02],
      [6.4, 1.82],
    ] as const)
      to.add(
        context.isNight ? LIT : STEEL,
        to.rounded([0.6, 0.8, 0.12], 0.04, context.isNight ? '#ffce82' : '#43606e', 1),
        {
          at: [0, y, z - 0.12],
        },
      );
  });
  const sails = propParts('windmill/sails', detail, (to) => {
    for (const turn of around(4)) {
      const arm = rotationZ(turn);
      to.add(WOOD, to.rounded([0.16, 4.6, 0.12], 0.03, '#6a4a30', 1), multiply(arm, compose({ at: [0, 2.3, 0] })));
      to.add(
        PLASTER,
        to.rounded([0.9, 3.5, 0.04], 0.02, '#f5f0e4', 1),
        multiply(arm, compose({ at: [0.52, 2.75, 0] })),
      );
      for (let i = 0; i < 5; i++)
        to.add(
          WOOD,
          to.rounded([0.95, 0.06, 0.08], 0.02, '#6a4a30', 1),
          multiply(arm, compose({ at: [0.5, 1.1 + i * 0.82, 0] })),
        );
    }
  });
  return propActor(context, still, {
    animate: (t, _travel, add) => add(sails, multiply(compose({ at: [0, 8.1, 2.1] }), rotationZ(0.5 - t * 0.6))),
  });
}

/** Half the width of the Paris tower at its heights, metres at a tenth of its size. */
const LEGS = [
  [0.5, 6.1],
  [2.9, 4.6],
  [5.8, 3.3],
  [8.7, 2.45],
  [11.6, 1.8],
  [16, 1.15],
  [21, 0.66],
  [27.6, 0.3],
] as const;

/** The iron tower of Paris: four curved legs that meet, braced, with platforms and arches. */
export function buildEiffel(context: ActorContext): Actor {
  const color = toSrgb(context.actor.color ?? (context.isNight ? '#d9a553' : '#7d6650'));
  const parts = propParts(`eiffel/${toHex(color)}/${context.isNight}`, context.detail, (to) =>
    addEiffel(to, color, context.isNight),
  );
  return propActor(
    context,
    parts,
    context.isNight ? { lights: () => [{ position: [0, 8, 6], color: [2.4, 1.6, 0.7], radius: 22 }] } : {},
  );
}

function addEiffel(to: Assembly, color: ReturnType<typeof toSrgb>, isNight: boolean): void {
  const iron = isNight ? { emissive: 0.5, specular: 0.2 } : STEEL;
  const sides = to.isFar ? 4 : 6;
  for (const [sx, sz] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const) {
    const path = LEGS.map(([y, half]) => [sx * half, y, sz * half] as const);
    to.add(iron, tube(path, { radius: (s) => 0.75 - 0.6 * s, color, sides, rings: 16 }));
  }
  const brace = shade(color, 0.82);
  for (let i = 1; i + 1 < LEGS.length; i++) {
    const [[low, wide], [high, narrow]] = [LEGS[i]!, LEGS[i + 1]!];
    for (const turn of around(4))
      for (const side of [-1, 1])
        to.add(
          iron,
          tube(
            [
              [side * wide, low, wide],
              [-side * narrow, high, narrow],
            ],
            { radius: 0.13, color: brace, sides: 4, rings: 1 },
          ),
          rotationY(turn),
        );
  }
  for (const [y, half] of [
    [5.8, 4],
    [11.6, 2.4],
    [24.6, 0.85],
  ] as const)
    to.add(iron, to.rounded([half * 2, 0.55, half * 2], 0.08, shade(color, 0.9), 1), { at: [0, y, 0] });
  for (const turn of around(4)) {
    const arch = Array.from({ length: 9 }, (_, i) => {
      const a = (i / 8) * Math.PI;
      return [-Math.cos(a) * 4.1, 2 + Math.sin(a) * 3.3, 4.75 - Math.sin(a) * 1.1] as const;
    });
    to.add(iron, tube(arch, { radius: 0.2, color: brace, sides: 5, rings: 16 }), rotationY(turn));
  }
  to.add(iron, cone(0.3, 3.2, color, 8), { at: [0, 27.4, 0] });
}
