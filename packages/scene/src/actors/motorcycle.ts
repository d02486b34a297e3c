import { shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, MATT, PAINT, propActor } from './prop.ts';
import { CLEAR, craftParts, LEATHER, POLISHED, type Tools } from './prop-tools.ts';

/** A motorcycle with tank, engine and pipes; a scooter by word. It faces +z; wheels turn with the way. */
export const motorcycle: ActorModel = { gaits: { drive: 11, run: 15, walk: 4 }, build };

type Color = ReturnType<typeof toSrgb>;

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const isScooter = isCalled(context, /scooter|vespa|moped/);
  const color = toSrgb(actor.color ?? (isScooter ? '#5fb3a6' : '#9c1f24'));
  const [radius, base] = isScooter ? [0.24, 0.62] : [0.33, 0.74];
  const parts = craftParts(`motorcycle/${isScooter}/${toHex(color)}`, detail, (to) =>
    isScooter ? addScooter(to, color) : addBike(to, color),
  );
  const wheel = craftParts(`motorcycle/wheel/${isScooter}`, detail, (to) => {
    const side = [0, Math.PI / 2, 0] as const;
    const thick = isScooter ? 0.06 : 0.075;
    to.hoop(MATT, radius - thick, thick, [0, 0, 0], '#1b1c1f', side);
    to.hoop(POLISHED, radius - thick * 1.9, 0.018, [0, 0, 0], '#c9ced6', side);
    to.disc(POLISHED, 0.07, 0.12, [0.06, 0, 0], '#9aa1aa', [0, 0, Math.PI / 2]);
    for (const a of around(to.isFar ? 5 : 9)) {
      const reach = radius - thick * 1.7;
      to.rod(POLISHED, [0, 0, 0], [0, Math.cos(a) * reach, Math.sin(a) * reach], isScooter ? 0.022 : 0.012, '#c9ced6');
    }
    if (!isScooter) to.disc(POLISHED, 0.14, 0.01, [0.08, 0, 0], '#b9bec6', [0, 0, Math.PI / 2]);
  });
  return propActor(context, parts, {
    seats: [{ position: [0, isScooter ? 0.76 : 0.8, -0.22], width: 0.35 }],
    animate(_t, { distance }, add) {
      for (const z of [-base, base])
        add(wheel, multiply(compose({ at: [0, radius, z] }), rotationX(distance / radius)));
    },
    ...(isNight
      ? { lights: () => [{ position: [0, 0.9, 2.4] as const, color: [1.4, 1.25, 0.95] as const, radius: 5 }] }
      : {}),
  });
}

function addBike(to: Tools, color: Color): void {
  to.blob(
    PAINT,
    [
      { kind: 'ball', at: [0, 0.84, 0.16], radius: [0.16, 0.14, 0.3] },
      { kind: 'ball', at: [0, 0.8, -0.08], radius: [0.11, 0.1, 0.2] },
    ],
    0.03,
    color,
    0.12,
  );
  to.blob(
    LEATHER,
    [
      { kind: 'ball', at: [0, 0.78, -0.3], radius: [0.15, 0.06, 0.24] },
      { kind: 'ball', at: [0, 0.84, -0.58], radius: [0.12, 0.06, 0.18] },
    ],
    0.03,
    '#1d1a19',
    0.1,
  );
  // Fenders hug the wheels.
  const fender = (z: number, from: number, until: number): void => {
    const path = Array.from({ length: 7 }, (_, i) => {
      const a = from + ((until - from) * i) / 6;
      return [0, 0.33 + Math.cos(a) * 0.37, z + Math.sin(a) * 0.37];
    }).flat();
    to.bar(PAINT, path, 0.035, color, [2.6, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  };
  fender(0.74, -0.9, 0.6);
  fender(-0.74, -1.5, 0.5);
  // Engine: two finned cylinders in a V over the crankcase.
  to.block(POLISHED, [0.3, 0.24, 0.44], [0, 0.36, 0.02], '#a9afb8', 0.08);
  to.disc(POLISHED, 0.13, 0.36, [0.18, 0.36, 0.06], '#c3c8cf', [0, 0, Math.PI / 2]);
  for (const lean of [-0.42, 0.42])
    for (let i = 0; i < 6; i++) {
      const up = 0.12 + i * 0.042;
      to.block(
        POLISHED,
        [0.2, 0.024, 0.19],
        [0, 0.4 + up * Math.cos(lean), 0.02 + up * Math.sin(lean)],
        '#b3b8c0',
        0.01,
        [lean, 0, 0],
      );
    }
  const frame = shade(color, 0.25);
  for (const x of [-0.09, 0.09]) {
    to.bar(PAINT, [x, 0.92, 0.44, x, 0.5, 0.36, x, 0.26, 0.2, x, 0.25, -0.3, x, 0.33, -0.74], 0.022, frame);
    to.rod(PAINT, [x, 0.72, -0.2], [x, 0.4, -0.7], 0.02, frame);
    to.rod(POLISHED, [x * 1.5, 0.7, -0.42], [x * 1.5, 0.36, -0.72], 0.035, '#c3c8cf');
    to.rod(POLISHED, [x, 0.33, 0.74], [x, 1.0, 0.42], 0.028, '#d3d7dc');
    to.disc(CLEAR, 0.035, 0.04, [x * 2.2, 0.92, 0.52], '#f0a33a', [Math.PI / 2, 0, 0]);
  }
  for (const [y, z] of [
    [0.36, -0.98],
    [0.26, -0.92],
  ] as const)
    to.bar(
      POLISHED,
      [0.17, 0.52, 0.2, 0.2, 0.34, 0.26, 0.2, y - 0.04, 0, 0.21, y - 0.04, -0.5, 0.22, y, z],
      (s) => (s > 0.55 ? 0.05 : 0.03),
      '#ccd1d7',
    );
  to.bar(
    POLISHED,
    [-0.38, 1.02, 0.18, -0.3, 1.08, 0.3, 0, 1.03, 0.42, 0.3, 1.08, 0.3, 0.38, 1.02, 0.18],
    0.016,
    '#c9ced6',
  );
  for (const x of [-0.4, 0.4]) {
    to.rod(MATT, [x * 0.93, 1.03, 0.2], [x, 1.0, 0.08], 0.024, '#17181a');
    to.rod(POLISHED, [x * 0.75, 1.08, 0.28], [x * 0.85, 1.24, 0.26], 0.008, '#c9ced6');
    to.ball(POLISHED, [0.07, 0.05, 0.015], [x * 0.87, 1.26, 0.26], '#dfe6ec');
  }
  to.ball(POLISHED, [0.11, 0.11, 0.1], [0, 0.93, 0.5], '#c9ced6');
  to.ball({ ...CLEAR, emissive: 0.8 }, [0.095, 0.095, 0.05], [0, 0.93, 0.565], '#fff6dc');
  to.ball({ ...CLEAR, emissive: 0.6 }, [0.06, 0.04, 0.03], [0, 0.68, -1.02], '#e0241c');
}

function addScooter(to: Tools, color: Color): void {
  to.blob(
    PAINT,
    [
      { kind: 'ball', at: [0, 0.44, -0.5], radius: [0.22, 0.22, 0.36] },
      { kind: 'block', at: [0, 0.27, 0.02], size: [0.34, 0.08, 0.6], round: 0.035, blend: 0.08 },
      { kind: 'block', at: [0, 0.58, 0.38], size: [0.42, 0.66, 0.07], round: 0.033, blend: 0.1 },
      { kind: 'ball', at: [0, 0.36, 0.62], radius: [0.1, 0.14, 0.22], blend: 0.08 },
      { kind: 'limb', from: [0, 0.6, 0.42], to: [0, 0.96, 0.34], radius: 0.06, blend: 0.06 },
    ],
    0.034,
    color,
  );
  to.blob(
    LEATHER,
    [
      { kind: 'ball', at: [0, 0.69, -0.36], radius: [0.15, 0.06, 0.2] },
      { kind: 'ball', at: [0, 0.71, -0.64], radius: [0.15, 0.06, 0.18] },
    ],
    0.03,
    '#6b4326',
    0.06,
  );
  to.rod(POLISHED, [0, 0.24, 0.62], [0, 0.62, 0.44], 0.035, '#c9ced6');
  to.bar(POLISHED, [-0.32, 0.98, 0.24, -0.2, 1.02, 0.32, 0.2, 1.02, 0.32, 0.32, 0.98, 0.24], 0.016, '#c9ced6');
  for (const x of [-0.34, 0.34]) {
    to.rod(MATT, [x * 0.85, 0.99, 0.25], [x, 0.96, 0.16], 0.024, '#20201f');
    to.rod(POLISHED, [x * 0.6, 1, 0.3], [x * 0.75, 1.2, 0.28], 0.008, '#c9ced6');
    to.ball(POLISHED, [0.06, 0.06, 0.015], [x * 0.77, 1.23, 0.28], '#dfe6ec');
    to.block(POLISHED, [0.012, 0.04, 0.5], [x * 0.62, 0.42, -0.5], '#d6dadf', 0.005);
  }
  to.ball(PAINT, [0.12, 0.1, 0.13], [0, 1.0, 0.36], color);
  to.ball({ ...CLEAR, emissive: 0.8 }, [0.09, 0.08, 0.05], [0, 1.0, 0.46], '#fff6dc');
  to.ball({ ...CLEAR, emissive: 0.6 }, [0.07, 0.035, 0.03], [0, 0.5, -0.85], '#e0241c');
  to.bar(POLISHED, [0.16, 0.24, -0.2, 0.18, 0.2, -0.5, 0.2, 0.22, -0.85], 0.035, '#b9bec6');
}
