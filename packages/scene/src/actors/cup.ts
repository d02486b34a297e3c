import type { Material } from '@openimagine/render';
import { mixColors, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose } from '../model/matrix.ts';
import { cylinder } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { buildMug } from './mug.ts';
import {
  type Assembly,
  CERAMIC,
  chanceOf,
  isCalled,
  PAINT,
  propActor,
  propParts,
  type Sprite,
  spriteBatch,
} from './prop.ts';

const POT: Material = { specular: 0.8, gloss: 60 };
const GLOSS: Material = { specular: 0.6, gloss: 60 };

/** A cup on its saucer, full of coffee or tea, steaming. */
export const cup: ActorModel = { gaits: { float: 0.2 }, build };

function build(context: ActorContext): Actor {
  if (isCalled(context, /\bglass\b|goblet/)) return buildGlass(context);
  const isPlain = context.actor.does !== 'pour' && !isCalled(context, /bowl/);
  if (isPlain && (context.actor.text || isCalled(context, /\bmug\b/))) return buildMug(context);
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#f2efe8');
  const isTea = isCalled(context, /\btea\b/);
  const isBowl = isCalled(context, /bowl/);
  const drink = isTea ? '#b5651d' : isBowl ? '#e3b35c' : '#4a2812';
  const wide = isBowl ? 1.9 : 1;
  const parts = propParts(`cup/${toHex(color)}/${drink}`, detail, (to) => {
    const round = to.segments(40);
    to.add(
      CERAMIC,
      lathe(
        [
          [0, 0],
          [0.05, 0],
          [0.085, 0.014],
          [0.088, 0.019],
          [0.05, 0.009],
          [0, 0.009],
        ].map(([r, y]) => [r! * wide, y!] as const),
        mixColors(color, '#ffffff', 0.3),
        round,
      ),
    );
    const wall = [
      [0, 0.01],
      [0.026, 0.01],
      [0.029, 0.018],
      [0.041, 0.04],
      [0.047, 0.07],
      [0.048, 0.094],
      [0.0465, 0.096],
      [0.045, 0.094],
      [0.0425, 0.07],
      [0.04, 0.06],
    ];
    to.add(
      CERAMIC,
      lathe(
        wall.map(([r, y]) => [r! * wide, y!] as const),
        color,
        round,
      ),
    );
    to.add(PAINT, cylinder({ radius: 0.0455 * wide, height: 0.002, segments: round }), { at: [0, 0.082, 0] }, drink);
    if (!isTea && !isBowl)
      to.add(
        PAINT,
        cylinder({ radius: 0.024, height: 0.002, segments: to.segments(24) }),
        { at: [0, 0.0826, 0] },
        '#c99a67',
      );
    if (!isBowl)
      to.add(
        CERAMIC,
        tube(
          [
            [0.044, 0.08, 0],
            [0.066, 0.082, 0],
            [0.074, 0.062, 0],
            [0.064, 0.043, 0],
            [0.042, 0.04, 0],
          ],
          { radius: 0.006, color, sides: to.segments(12), rings: to.segments(20) },
        ),
      );
  });
  const isPoured = actor.does === 'pour';
  const stream = isPoured
    ? propParts(`cup/stream/${drink}`, detail, (to) =>
        to.add(
          GLOSS,
          tube(
            [
              [0.012, 0.08, -0.004],
              [0.013, 0.13, -0.004],
              [0.0205, 0.167, -0.004],
            ],
            { radius: (s) => 0.006 + 0.003 * s, color: drink, sides: to.segments(12), rings: 16 },
          ),
        ),
      )
    : [];
  const pot = isPoured ? propParts('cup/pot', detail, addPot) : [];
  return propActor(context, parts, {
    animate(t, _travel, add) {
      // It wavers where it falls.
      add(pot);
      if (isPoured)
        add(stream, [1, 0, 0, 0, 0.02 * Math.sin(t * 9), 1, 0.015 * Math.sin(t * 13), 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    },
    sprites(t) {
      const wisps: Sprite[] = [];
      for (let i = 0; i < 14; i++) {
        const age = (t * 0.28 + i / 14) % 1;
        const drift = Math.sin(age * 5 + i * 2.4 + t * 0.7) * 0.014 * (0.4 + age);
        wisps.push({
          at: [drift + (chanceOf(i) - 0.5) * 0.03, 0.09 + age * 0.16, (chanceOf(i, 3) - 0.5) * 0.03],
          radius: 0.014 + age * 0.03,
          turn: i + t * 0.4,
          color: [0.9, 0.9, 0.92],
          alpha: 0.19 * Math.sin(age * Math.PI),
        });
      }
      return [spriteBatch('soft', 'alpha', wisps)];
    },
  });
}

/** A pot of steel, tipped until its spout is over the cup. */
function addPot(to: Assembly): void {
  const tipped = compose({ at: [0.155, 0.225, -0.004], rotate: [0, 0, 0.95] });
  const round = to.segments(36);
  to.add(
    POT,
    lathe(
      [
        [0, -0.07],
        [0.062, -0.068],
        [0.068, -0.05],
        [0.058, 0.03],
        [0.046, 0.07],
        [0.05, 0.078],
        [0.03, 0.09],
        [0, 0.094],
      ],
      '#c4c8cc',
      round,
    ),
    tipped,
  );
  to.add(
    POT,
    tube(
      [
        [-0.05, -0.02, 0],
        [-0.09, 0.01, 0],
        [-0.1, 0.06, 0],
        [-0.122, 0.078, 0],
      ],
      { radius: (s) => 0.016 - 0.006 * s, color: '#c4c8cc', sides: to.segments(12), rings: 16 },
    ),
    tipped,
  );
  to.add(
    PAINT,
    tube(
      [
        [0.05, 0.06, 0],
        [0.1, 0.05, 0],
        [0.11, -0.02, 0],
        [0.064, -0.05, 0],
      ],
      { radius: 0.008, color: '#2a2624', sides: to.segments(12), rings: 16 },
    ),
    tipped,
  );
}

/** A stemmed glass, half full. */
function buildGlass(context: ActorContext): Actor {
  const wine = isCalled(context, /white wine|champagne/)
    ? '#e8d48a'
    : isCalled(context, /water/)
      ? '#bcd9e6'
      : isCalled(context, /milk/)
        ? '#f6f2e8'
        : isCalled(context, /juice/)
          ? '#f0982a'
          : isCalled(context, /beer|whisk/)
            ? '#d8942a'
            : '#7a1526';
  const parts = propParts(`glass/${wine}`, context.detail, (to) => {
    const round = to.segments(32);
    const stem = [
      [0, 0],
      [0.034, 0],
      [0.034, 0.003],
      [0.006, 0.008],
      [0.004, 0.03],
      [0.004, 0.085],
      [0.012, 0.092],
    ] as const;
    const bowl = [
      [0.012, 0.092],
      [0.034, 0.112],
      [0.042, 0.14],
    ] as const;
    const rim = [
      [0.042, 0.14],
      [0.041, 0.165],
      [0.034, 0.195],
      [0.033, 0.195],
      [0.04, 0.165],
      [0.041, 0.141],
    ] as const;
    to.add(CERAMIC, lathe(stem, '#dfe8ea', round));
    to.add(CERAMIC, lathe(bowl, wine, round));
    to.add(CERAMIC, lathe(rim, '#e6eef0', round));
    to.add(PAINT, cylinder({ radius: 0.041, height: 0.001, segments: round }), { at: [0, 0.14, 0] }, wine);
  });
  return propActor(context, parts);
}
