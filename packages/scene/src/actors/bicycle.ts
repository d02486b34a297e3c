import type { Vec3 } from '@openimagine/render';
import { shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX } from '../model/matrix.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, MATT, PAINT, propActor, propParts, STEEL } from './prop.ts';

/** A bicycle that faces +z; a heavier motor scooter body by word. Wheels and cranks turn with the way. */
export const bicycle: ActorModel = { gaits: { drive: 4.5, run: 7, walk: 3 }, build };

const RADIUS = 0.34;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isMotor = isCalled(context, /motor|scooter|moped|vespa/);
  const color = toSrgb(actor.color ?? (isMotor ? '#57a99a' : '#d8403a'));
  const frame = propParts(`bicycle/${isMotor}/${toHex(color)}`, detail, (to) => {
    const bar = (path: readonly Vec3[], radius: number, tone: Parameters<typeof shade>[0] = color, material = PAINT) =>
      to.add(material, tube(path, { radius, color: tone, sides: to.segments(12), rings: path.length > 2 ? 10 : 2 }));
    const [head, crank, seat, rear, front] = [
      [0, 0.86, 0.36],
      [0, 0.3, -0.08],
      [0, 0.84, -0.24],
      [0, RADIUS, -0.52],
      [0, RADIUS, 0.54],
    ] as const;
    if (!isMotor) {
      bar([crank, [0, 0.72, 0.39]], 0.022);
      bar([crank, seat], 0.02);
      bar([[0, 0.76, -0.22], head], 0.019);
      for (const x of [-0.05, 0.05]) {
        bar(
          [
            [x, 0.3, -0.1],
            [x, rear[1], rear[2]],
          ],
          0.011,
        );
        bar(
          [
            [x * 0.6, 0.74, -0.22],
            [x, rear[1], rear[2]],
          ],
          0.01,
        );
      }
    } else {
      to.add(PAINT, sphere([0.19, 0.2, 0.4], color, to.segments(26)), { at: [0, 0.5, -0.38] });
      bar(
        [
          [0, 0.34, -0.25],
          [0, 0.25, 0.05],
          [0, 0.34, 0.3],
          [0, 0.86, 0.38],
        ],
        0.11,
      );
      to.add(PAINT, sphere([0.1, 0.13, 0.24], color, to.segments(20)), { at: [0, 0.5, 0.55] });
      to.add(STEEL, sphere([0.08, 0.08, 0.06], '#f7f0d8', to.segments(18)), { at: [0, 0.98, 0.45] });
    }
    for (const x of [-0.055, 0.055])
      bar(
        [
          [x * 0.6, 0.8, 0.38],
          [x, front[1], front[2]],
        ],
        0.012,
        shade(color, 0.9),
      );
    bar(
      [
        [0, 0.8, 0.37],
        [0, 1.0, 0.34],
      ],
      0.015,
      '#c9ced6',
      STEEL,
    );
    bar(
      [
        [-0.28, 0.98, 0.14],
        [-0.26, 1.02, 0.28],
        [0, 1.0, 0.35],
        [0.26, 1.02, 0.28],
        [0.28, 0.98, 0.14],
      ],
      0.013,
      '#c9ced6',
      STEEL,
    );
    for (const x of [-0.28, 0.28])
      to.add(
        MATT,
        cylinder({ radius: 0.02, height: 0.13, segments: 10 }),
        { at: [x, 0.98, 0.1], rotate: [Math.PI / 2, 0, 0] },
        '#5a3a24',
      );
    to.add(MATT, sphere([0.1, 0.04, 0.15], '#4a2f1d', to.segments(20)), { at: [0, isMotor ? 0.74 : 0.9, -0.26] });
    if (!isMotor) bar([seat, [0, 0.89, -0.25]], 0.014, '#c9ced6', STEEL);
  });
  const wheel = propParts(`bicycle/wheel/${isMotor}`, detail, (to) => {
    to.add(MATT, ring(RADIUS - 0.02, isMotor ? 0.05 : 0.02, '#1f2023', Math.PI * 2, to.segments(44)), {
      rotate: [0, Math.PI / 2, 0],
    });
    to.add(STEEL, ring(RADIUS - 0.045, 0.01, '#ccd1d8', Math.PI * 2, to.segments(36)), { rotate: [0, Math.PI / 2, 0] });
    to.add(
      STEEL,
      cylinder({ radius: 0.03, height: 0.1, segments: 10 }),
      { at: [0.05, 0, 0], rotate: [0, 0, Math.PI / 2] },
      '#8f969f',
    );
    for (const angle of around(to.isFar ? 6 : 14))
      to.add(
        STEEL,
        cylinder({ radius: 0.0035, height: RADIUS - 0.05, segments: 4 }),
        multiply(rotationX(angle), compose({})),
        '#c2c8d0',
      );
  });
  const crank = propParts('bicycle/crank', detail, (to) => {
    to.add(STEEL, ring(0.08, 0.012, '#8f969f', Math.PI * 2, to.segments(20)), {
      at: [0.05, 0, 0],
      rotate: [0, Math.PI / 2, 0],
    });
    for (const s of [-1, 1]) {
      to.add(
        STEEL,
        cylinder({ radius: 0.01, height: 0.16, segments: 8 }),
        { at: [s * 0.07, 0, 0], rotate: [s < 0 ? Math.PI : 0, 0, 0] },
        '#aab1ba',
      );
      to.add(
        MATT,
        cylinder({ radius: 0.025, height: 0.09, segments: 8 }),
        { at: [s * 0.12 + 0.045, s * 0.16, 0], rotate: [0, 0, Math.PI / 2] },
        '#2a2b2f',
      );
    }
  });
  return propActor(context, frame, {
    seats: [{ position: [0, isMotor ? 0.78 : 0.94, -0.26], width: 0.3 }],
    animate(_t, { distance }, add) {
      for (const z of [-0.52, 0.54])
        add(wheel, multiply(compose({ at: [0, RADIUS, z] }), rotationX(distance / RADIUS)));
      if (!isMotor) add(crank, multiply(compose({ at: [0, 0.3, -0.08] }), rotationX((distance / RADIUS) * 0.45)));
    },
  });
}
