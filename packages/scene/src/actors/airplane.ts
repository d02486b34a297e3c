import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { foldedPaper, isFolded } from './folded-paper.ts';
import { type Assembly, around, isCalled, MATT, PAINT, propActor, propParts, STEEL } from './prop.ts';

/** A jet that faces +z; a propeller plane, or one of folded paper, by word. */
export const airplane: ActorModel = { gaits: { fly: 14, drive: 8, float: 0.5, rise: 2 }, build };

const PANE: Material = { specular: 1, gloss: 140 };
const BLUR: Material = { specular: 0.3 };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  if (isFolded(context))
    return foldedPaper(context, 'plane', { root: (t) => rotationZ(0.16 * Math.sin(t * 1.7 + copy)) });
  const form = isCalled(context, /biplane|propeller|seaplane|glider|cessna/) ? 'propeller' : 'jet';
  const color = toSrgb(actor.color ?? (form === 'propeller' ? '#e2a32c' : '#f0f2f5'));
  const parts = propParts(`airplane/${form}/${toHex(color)}`, detail, (to) => {
    addPlane(to, color, form === 'propeller');
  });
  const rotor = propParts(`airplane/rotor/${form}`, detail, (to) => {
    for (const angle of around(3))
      to.add(BLUR, roundedBox([1, 0.02, 0.09], 0.01, '#33373c', 1), multiply(rotationY(angle), translation(0.5, 0, 0)));
  });
  return propActor(context, parts, {
    seats: [{ position: [0, 2.6, 0], width: 0.8 }],
    animate(t, _travel, add) {
      const spin = rotationY(t * 23);
      if (form === 'propeller')
        add(rotor, multiply(translation(0, 1.6, 3.62), rotationX(Math.PI / 2), spin, compose({ scale: [1.05, 1, 2] })));
    },
  });
}

function addPlane(to: Assembly, color: Srgb, isSmall: boolean): void {
  const round = to.segments(32);
  const [length, radius, y] = isSmall ? [7, 0.72, 1.6] : [16, 1.05, 2.3];
  const profile = [
    [0, 0],
    [0.35, 0.02],
    [0.72, 0.07],
    [0.95, 0.15],
    [1, 0.25],
    [1, 0.62],
    [0.8, 0.78],
    [0.42, 0.92],
    [0.12, 0.99],
    [0, 1],
  ] as const;
  const body = lathe(profile.map(([r, s]) => [r * radius, (0.5 - s) * length] as const).toReversed(), color, round);
  const stripe = isSmall ? '#ffffff' : '#2f6fbe';
  const painted = paint(body, (_x, yy, z) =>
    yy < -length * 0.32
      ? toSrgb(stripe)
      : Math.abs(z / radius) < 0.16 && isSmall
        ? toSrgb(stripe)
        : z > radius * 0.55
          ? mixColors(color, '#8f97a3', 0.5)
          : color,
  );
  to.add(PAINT, painted, { at: [0, y, 0], rotate: [Math.PI / 2, 0, 0] });
  const span = isSmall ? 4.4 : 8;
  const wing: [number, number][] = [
    [0, length * 0.12],
    [span, -length * (isSmall ? 0.02 : 0.17)],
    [span, -length * (isSmall ? 0.16 : 0.24)],
    [0, -length * 0.13],
  ];
  const flat = (outline: [number, number][], depth: number, c: Srgb | string) =>
    extrude(outline.toReversed(), { depth, bevel: depth * 0.4, color: c });
  for (const side of [1, -1]) {
    const lift = isSmall ? 0.6 : -0.35;
    const place = multiply(
      translation(0, y + lift, 0),
      compose({ scale: [side, 1, 1] }),
      rotationZ(isSmall ? 0.03 : 0.09),
      rotationX(Math.PI / 2),
    );
    to.add(PAINT, flat(wing, 0.2, isSmall ? color : '#dfe3e8'), place);
    const tail: [number, number][] = [
      [0, 0.5],
      [span * 0.38, -length * 0.05],
      [span * 0.38, -length * 0.1],
      [0, -length * 0.06],
    ];
    to.add(
      PAINT,
      flat(tail, 0.14, color),
      multiply(translation(0, y + 0.25, -length * 0.42), compose({ scale: [side, 1, 1] }), rotationX(Math.PI / 2)),
    );
    if (!isSmall) {
      to.add(
        STEEL,
        lathe(
          [
            [0, -1],
            [0.3, -1],
            [0.48, 0.2],
            [0.52, 0.9],
            [0.44, 1.05],
            [0.36, 0.8],
            [0, 0.6],
          ],
          '#c7ccd4',
          to.segments(20),
        ),
        { at: [side * 3, y - 0.85, 0.9], rotate: [Math.PI / 2, 0, 0] },
      );
      for (let i = 0; i < (to.isFar ? 8 : 16); i++)
        to.add(PANE, sphere([0.05, 0.15, 0.11], '#22344a', 6), {
          at: [side * radius * 0.98, y + 0.2, length * 0.28 - i * (to.isFar ? 1 : 0.5)],
        });
    } else
      to.add(
        MATT,
        cylinder({ radius: 0.04, height: 1.5, segments: 6 }),
        { at: [side * 0.5, 0.4, 0.9], rotate: [0, 0, side * -0.2] },
        '#4a4d52',
      );
    to.add(MATT, sphere([0.14, 0.32, 0.32], '#222326', to.segments(14)), {
      at: [side * (isSmall ? 0.9 : 1.3), 0.325, isSmall ? 0.9 : -0.6],
    });
    if (!isSmall)
      to.add(MATT, cylinder({ radius: 0.1, height: 1.4, segments: 8 }), { at: [side * 1.2, 0.3, -0.6] }, '#7a8088');
  }
  to.add(MATT, sphere([0.12, 0.26, 0.26], '#222326', to.segments(14)), { at: [0, 0.27, isSmall ? -3 : length * 0.34] });
  to.add(
    MATT,
    cylinder({ radius: 0.07, height: y * 0.7, segments: 8 }),
    { at: [0, 0.3, isSmall ? -3 : length * 0.34] },
    '#7a8088',
  );
  const fin: [number, number][] = [
    [-length * 0.48, y],
    [-length * 0.3, y + 0.4],
    [-length * 0.43, y + length * 0.19],
    [-length * 0.5, y + length * 0.19],
  ];
  to.add(PAINT, extrude(fin.toReversed(), { depth: 0.18, bevel: 0.06, color: stripe }), {
    rotate: [0, -Math.PI / 2, 0],
  });
  to.add(PANE, sphere([radius * 0.66, radius * 0.34, isSmall ? 0.9 : 0.75], '#1c2c3d', to.segments(18)), {
    at: [0, y + radius * (isSmall ? 0.85 : 0.56), length * (isSmall ? 0.12 : 0.385)],
  });
}
