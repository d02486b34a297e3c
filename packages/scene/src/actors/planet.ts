import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationX, rotationY, rotationZ } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor, propParts } from './prop.ts';

/** A banded globe, two metres across, that turns slowly; ringed by word or chance; the Earth and Mars look like themselves. */
export const planet: ActorModel = { gaits: { spin: 0.1, float: 0.1 }, build };

const GLOBE: Material = { specular: 0.08, gloss: 20, rim: 0.06, wrap: 0.04, emissive: 0.02 };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const isEarth = isCalled(context, /earth|globe|world/);
  const isRinged =
    isCalled(context, /ring|saturn/) ||
    (!isEarth && !isCalled(context, /mars|venus|mercury|jupiter|neptune/) && copy % 2 === 0);
  const color = toSrgb(
    actor.color ??
      (isEarth
        ? '#2a66b0'
        : isCalled(context, /mars/)
          ? '#c0562c'
          : isCalled(context, /neptune|uranus/)
            ? '#4f86d8'
            : '#d9a066'),
  );
  const globe = propParts(`planet/${isEarth}/${toHex(color)}`, detail, (to) =>
    to.add(
      GLOBE,
      paint(sphere(1, color, to.segments(88)), (x, y, z) => (isEarth ? earth(color, x, y, z) : banded(color, x, y, z))),
    ),
  );
  const rings = propParts(`planet/rings/${toHex(color)}`, detail, (to) => {
    for (const [inner, outer, tone] of [
      [1.28, 1.5, 0.75],
      [1.53, 1.84, 1.1],
      [1.88, 2.05, 0.85],
      [2.1, 2.18, 0.6],
    ] as const) {
      to.add(
        GLOBE,
        lathe(
          [
            [inner, -0.006],
            [outer, -0.006],
            [outer, 0.006],
            [inner, 0.006],
            [inner, -0.006],
          ],
          shade(mixColors(color, '#e8d3ac', 0.45), tone * 0.86),
          to.segments(72),
        ),
      );
    }
  });
  const lift = 1.02;
  const tilt = compose({ at: [0, lift, 0], rotate: [0.3, 0, 0.32] });
  return propActor(context, [], {
    animate(t, _travel, add) {
      add(globe, multiply(tilt, rotationY(t * 0.12)));
      if (isRinged)
        add(rings, multiply(compose({ at: [0, lift, 0] }), rotationX(0.3), rotationZ(0.32)), { castsShadow: false });
    },
  });
}

function banded(color: Srgb, x: number, y: number, z: number): Srgb {
  const wave = y + 0.035 * Math.sin(5 * Math.atan2(z, x) + y * 14) + 0.02 * Math.sin(11 * Math.atan2(z, x) - y * 23);
  const band = 0.5 + 0.5 * Math.sin(wave * 13) * Math.sin(wave * 5 + 1);
  const storm = softStep(0.24, 0.14, Math.hypot((Math.atan2(z, x) - 0.9) * 0.75, (y + 0.3) * 1.5));
  return mixColors(
    mixColors(shade(color, 0.52), mixColors(color, '#fbe6c4', 0.42), band),
    shade(color, 0.5),
    storm * 0.8,
  );
}

function earth(sea: Srgb, x: number, y: number, z: number): Srgb {
  const land =
    Math.sin(x * 3.1 + 1) * Math.sin(y * 3.7 + z * 1.4) +
    0.5 * Math.sin(z * 5.3 + y * 4.1) * Math.sin(x * 6.1 - y * 3) +
    0.2 * Math.sin(x * 13) * Math.sin(z * 12 + y * 9);
  const base = mixColors(
    sea,
    mixColors('#5d9447', '#c4a466', softStep(0.4, 0.05, Math.abs(y))),
    softStep(0.12, 0.2, land),
  );
  const cloud = softStep(
    0.45,
    0.8,
    Math.sin(x * 5 + y * 9) * Math.sin(z * 6 - y * 7) + 0.35 * Math.sin(x * 17 + z * 15),
  );
  return mixColors(mixColors(base, '#f4f8fb', cloud), '#f4f8fb', softStep(0.84, 0.9, Math.abs(y)));
}
