import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import {
  type Assembly,
  chanceOf,
  GLASS,
  isCalled,
  LIT,
  MATT,
  PAINT,
  propActor,
  propParts,
  type Sprite,
  STEEL,
  spriteBatch,
} from './prop.ts';
import { addWheels } from './wheels.ts';

/** A steam engine with two coaches, or a sleek express by word; it faces +z. */
export const train: ActorModel = { gaits: { drive: 12, run: 18, fly: 12 }, build };

const COACHES = 2;

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const isExpress = isCalled(context, /bullet|shinkansen|express|tram|subway|metro|monorail|maglev|streetcar|trolley/);
  const color = toSrgb(actor.color ?? (isExpress ? '#eef1f4' : '#2d5d46'));
  const parts = propParts(`train/${isExpress}/${toHex(color)}/${isNight}`, detail, (to) => {
    if (!isExpress) addEngine(to, color);
    for (let i = 0; i < COACHES + (isExpress ? 1 : 0); i++)
      addCoach(
        to,
        isExpress ? color : toSrgb(i ? '#8c2f2b' : '#a23a30'),
        isExpress ? 5.5 - i * 7.2 : -6 - i * 7.2,
        isNight,
        isExpress && i === 0,
      );
  });
  const pace = isExpress ? [] : [0.2, 1.7, 3.2].map((z) => ({ x: 0.85, z, radius: 0.68, width: 0.2 }));
  const small = Array.from({ length: 3 }, (_, i) => (isExpress ? 5.5 - i * 7.2 : -6 - i * 7.2))
    .slice(0, isExpress ? 3 : 2)
    .flatMap((z) => [z - 2.2, z + 2.2]);
  const axles = [
    ...pace,
    ...small.map((z) => ({ x: 0.85, z, radius: 0.42, width: 0.18 })),
    ...(isExpress ? [] : [{ x: 0.85, z: 4.7, radius: 0.42, width: 0.18 }]),
  ];
  return propActor(context, parts, {
    seats: [{ position: [0, 3.5, 0], width: 1.6 }],
    animate: (_t, { distance }, add) => addWheels(add, axles, distance, detail),
    lights: () => (isNight ? [{ position: [0, 2, isExpress ? 12 : 8], color: [1.8, 1.5, 1], radius: 10 }] : []),
    ...(isExpress
      ? {}
      : {
          sprites: (t: number, { speed }: { speed: number }) => {
            const puffs: Sprite[] = [];
            for (let i = 0; i < 34; i++) {
              const age = ((t * 0.4 + i / 34) % 1) * 2.5;
              puffs.push({
                at: [
                  (chanceOf(i) - 0.5) * 0.5 * age,
                  4.2 + age * 1.5 + (chanceOf(i, 3) - 0.5) * age,
                  4.5 - age * (1.2 + speed * 0.5),
                ],
                radius: 0.28 + age * 0.5,
                turn: i + age * 0.4,
                color: [0.82, 0.82, 0.84],
                alpha: 0.42 * Math.min(1, age * 4) * (1 - age / 2.5),
              });
            }
            return [
              spriteBatch(
                'puff',
                'alpha',
                puffs.sort((a, b) => a.at[2] - b.at[2]),
              ),
            ];
          },
        }),
  });
}

function addEngine(to: Assembly, color: Srgb): void {
  const round = to.segments(28);
  const flat = [Math.PI / 2, 0, 0] as const;
  to.add(PAINT, cylinder({ radius: 0.9, height: 4.6, segments: round }), { at: [0, 2.05, 0.6], rotate: flat }, color);
  to.add(
    STEEL,
    cylinder({ radius: 0.94, height: 0.9, segments: round }),
    { at: [0, 2.05, 4.6], rotate: flat },
    '#23262a',
  );
  to.add(STEEL, sphere([0.8, 0.8, 0.2], '#30343a', round), { at: [0, 2.05, 5.5] });
  for (const z of [0.8, 2, 3.2, 4.4])
    to.add(STEEL, ring(0.92, 0.05, '#c8a24a', Math.PI * 2, round), { at: [0, 2.05, z] });
  to.add(
    STEEL,
    lathe(
      [
        [0.28, 2.8],
        [0.26, 3.5],
        [0.44, 3.95],
        [0.46, 4.1],
        [0.3, 4.05],
        [0, 3.6],
      ],
      '#1f2226',
      round,
    ),
    { at: [0, 0, 4.5] },
  );
  for (const [z, tone] of [
    [2.9, '#c8a24a'],
    [1.5, '#c8a24a'],
  ] as const)
    to.add(
      STEEL,
      lathe(
        [
          [0.3, 2.8],
          [0.3, 3.1],
          [0.22, 3.3],
          [0, 3.36],
        ],
        tone,
        round,
      ),
      { at: [0, 0, z] },
    );
  to.add(PAINT, to.rounded([2.3, 2.1, 2.2], 0.1, color, 2), { at: [0, 2.2, -0.6] });
  to.add(PAINT, to.rounded([2.6, 0.18, 2.8], 0.08, shade(color, 0.55), 2), { at: [0, 3.32, -0.6] });
  for (const x of [-1, 1]) {
    to.add(LIT, to.rounded([0.05, 0.7, 0.8], 0.02, '#ffd28a', 1), { at: [x * 1.14, 2.6, -0.4] });
    to.add(STEEL, to.rounded([0.09, 0.1, 3.3], 0.04, '#c9ced6', 1), { at: [x * 1.02, 0.68, 1.7] });
    to.add(
      STEEL,
      cylinder({ radius: 0.3, height: 0.8, segments: round }),
      { at: [x * 0.95, 0.85, 4.2], rotate: flat },
      '#2a2e33',
    );
  }
  to.add(STEEL, to.rounded([2.1, 0.24, 7.4], 0.06, '#a8342c', 1), { at: [0, 1.08, 2] });
  to.add(LIT, sphere([0.24, 0.24, 0.12], '#fff0c4', to.segments(16)), { at: [0, 2.6, 5.66] });
  for (let i = -3; i <= 3; i++)
    to.add(STEEL, to.rounded([0.08, 0.9, 0.1], 0.03, '#a8342c', 1), {
      at: [i * 0.26, 0.58, 5.9],
      rotate: [-0.6, 0, i * 0.1],
    });
}

function addCoach(to: Assembly, color: Srgb, z: number, isNight: boolean, isNose: boolean): void {
  const soft = to.isFar ? 1 : 3;
  to.add(PAINT, to.rounded([2.3, 2.3, 6.8], 0.28, color, soft), { at: [0, 2.05, z] });
  to.add(PAINT, to.rounded([2.2, 0.5, 6.6], 0.24, shade(color, 0.62), soft), { at: [0, 3.15, z] });
  to.add(
    PAINT,
    to.rounded([2.34, 0.2, 6.5], 0.05, mixColors('#2f6fbe', '#d8b45a', isNose || color[0] > 200 ? 0 : 1), 1),
    { at: [0, 1.45, z] },
  );
  to.add(MATT, to.rounded([1.9, 0.3, 6.6], 0.05, '#25272b', 1), { at: [0, 0.8, z] });
  to.add(MATT, to.rounded([0.5, 0.2, 0.8], 0.05, '#25272b', 1), { at: [0, 0.9, z + 3.6] });
  for (let i = 0; i < 6; i++)
    for (const x of [-1, 1])
      to.add(isNight ? LIT : GLASS, to.rounded([0.05, 0.75, 0.75], 0.02, isNight ? '#ffd48c' : '#22384a', 1), {
        at: [x * 1.14, 2.35, z - 2.6 + i * 1.04],
      });
  if (!isNose) return;
  to.add(PAINT, sphere([1.15, 1.25, 3.6], color, to.segments(30)), { at: [0, 1.85, z + 3.1] });
  to.add(GLASS, sphere([0.8, 0.4, 1.1], '#1c2c3b', to.segments(18)), { at: [0, 2.6, z + 4.5] });
  for (const x of [-0.55, 0.55]) to.add(LIT, sphere([0.18, 0.12, 0.1], '#fff3d0', 10), { at: [x, 1.7, z + 6.15] });
}
