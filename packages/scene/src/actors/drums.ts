import { shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, propActor } from './prop.ts';
import { craftParts, GLOSSY, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A drum kit with its cymbals; one drum, or bongos, by word. */
export const drums: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const isKit = isCalled(context, /kit|set|drums/) || context.actor.word === 'drum set';
  const color = toSrgb(context.actor.color ?? '#b0152b');
  const parts = craftParts(`drums/${isKit}/${toHex(color)}`, context.detail, (to) =>
    isKit ? addKit(to, color) : drum(to, [0, 0.02, 0], 0.26, 0.34, color),
  );
  return propActor(context, parts);
}

type Color = ReturnType<typeof toSrgb>;

/** A shell between two rims, its skin, and its lugs. `lying` turns the skin to +z. */
function drum(
  to: Tools,
  [x, y, z]: readonly [number, number, number],
  radius: number,
  height: number,
  color: Color,
  tilt = 0,
  lying = false,
): void {
  const rotate = [lying ? Math.PI / 2 : tilt, 0, 0] as const;
  const place = { at: [x, y, z] as const, rotate };
  to.turned(GLOSSY, [0, 0, radius, 0, radius, height, 0, height], color, place, 44);
  to.turned(SOFT, [radius * 0.97, height + 0.004, 0, height + 0.004], '#f3efe4', place, 40);
  for (const share of [0.02, 0.98]) {
    const h = height * share;
    to.turned(
      POLISHED,
      [radius, h - 0.018, radius + 0.014, h - 0.018, radius + 0.014, h + 0.018, radius - 0.008, h + 0.018],
      '#cfd4da',
      place,
      44,
    );
  }
  const [c, s] = [Math.cos(rotate[0]), Math.sin(rotate[0])];
  for (const a of around(to.isFar ? 0 : 8)) {
    const [px, pz] = [Math.sin(a) * (radius + 0.01), Math.cos(a) * (radius + 0.01)];
    const at = (h: number) => [x + px, y + h * c - pz * s, z + h * s + pz * c] as const;
    to.rod(POLISHED, at(height * 0.08), at(height * 0.92), 0.006, '#d7dbe0');
  }
}

function cymbal(to: Tools, x: number, y: number, z: number, radius: number, tilt: number): void {
  to.turned(
    POLISHED,
    [
      radius,
      0,
      radius * 0.3,
      0.025,
      radius * 0.22,
      0.05,
      0,
      0.06,
      0,
      0.05,
      radius * 0.2,
      0.035,
      radius * 0.3,
      0.015,
      radius,
      -0.004,
    ],
    '#d9ab3c',
    { at: [x, y, z], rotate: [tilt, 0, x * 0.15] },
    44,
  );
  to.rod(POLISHED, [x, 0.3, z], [x, y + 0.1, z], 0.012, '#c3c8cf');
  for (const a of around(3))
    to.rod(POLISHED, [x, 0.38, z], [x + Math.sin(a) * 0.26, 0.01, z + Math.cos(a) * 0.26], 0.012, '#c3c8cf');
}

function addKit(to: Tools, color: Color): void {
  drum(to, [0, 0.31, 0.1], 0.29, 0.42, color, 0, true);
  drum(to, [-0.22, 0.72, 0.12], 0.15, 0.22, color, -0.35);
  drum(to, [0.22, 0.72, 0.12], 0.16, 0.23, color, -0.35);
  drum(to, [0.58, 0.2, -0.32], 0.21, 0.4, color);
  drum(to, [-0.52, 0.5, -0.3], 0.18, 0.15, shade('#d8dbe0', 1));
  for (const a of around(3)) {
    to.rod(
      POLISHED,
      [0.58 + Math.sin(a) * 0.21, 0, -0.32 + Math.cos(a) * 0.21],
      [0.58 + Math.sin(a) * 0.21, 0.5, -0.32 + Math.cos(a) * 0.21],
      0.012,
      '#c3c8cf',
    );
    to.rod(
      POLISHED,
      [-0.52, 0.3, -0.3],
      [-0.52 + Math.sin(a) * 0.22, 0.01, -0.3 + Math.cos(a) * 0.22],
      0.012,
      '#c3c8cf',
    );
  }
  to.rod(POLISHED, [-0.52, 0.25, -0.3], [-0.52, 0.5, -0.3], 0.016, '#c3c8cf');
  to.bar(POLISHED, [-0.22, 0.75, 0.14, -0.05, 0.66, 0.2, 0, 0.55, 0.2], 0.016, '#c3c8cf');
  to.bar(POLISHED, [0.22, 0.75, 0.14, 0.05, 0.66, 0.2, 0, 0.55, 0.2], 0.016, '#c3c8cf');
  cymbal(to, -0.62, 1.18, 0.2, 0.25, 0.15);
  cymbal(to, 0.66, 1.12, 0.12, 0.28, 0.15);
  cymbal(to, -0.92, 0.86, -0.22, 0.19, 0);
  cymbal(to, -0.92, 0.84, -0.22, 0.19, 0);
  to.disc(SOFT, 0.17, 0.08, [0, 0.5, -0.62], '#1c1c20');
  to.rod(POLISHED, [0, 0.1, -0.62], [0, 0.5, -0.62], 0.02, '#c3c8cf');
  for (const a of around(3))
    to.rod(POLISHED, [0, 0.2, -0.62], [Math.sin(a) * 0.24, 0.01, -0.62 + Math.cos(a) * 0.24], 0.013, '#c3c8cf');
  for (const s of [-1, 1])
    to.rod(SOFT, [-0.5 + s * 0.06, 0.67, -0.4], [-0.42 + s * 0.1, 0.68, -0.12], [0.007, 0.004], '#d9b06a');
}
