import { shade, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, LEATHER, POLISHED, type Tools } from './prop-tools.ts';

/** A grand piano with its lid up and a bench; an upright or a keyboard by word. Its keys face +z. */
export const piano: ActorModel = { gaits: { float: 0.1 }, build };

const LACQUER = { specular: 0.9, gloss: 120 } as const;

function build(context: ActorContext): Actor {
  const form = isCalled(context, /upright|old|saloon/)
    ? 'upright'
    : isCalled(context, /keyboard|synth|organ/)
      ? 'keyboard'
      : 'grand';
  const color = toSrgb(context.actor.color ?? (form === 'upright' ? '#5b3018' : '#141416'));
  const parts = craftParts(`piano/${form}/${toHex(color)}`, context.detail, (to) => {
    if (form === 'grand') addGrand(to, color);
    else if (form === 'upright') addUpright(to, color);
    else addKeyboard(to, color);
  });
  return propActor(context, parts, { seats: [{ position: [0, form === 'keyboard' ? 0.8 : 1.0, -0.6], width: 0.8 }] });
}

type Color = ReturnType<typeof toSrgb>;

/** White keys, and black ones in twos and threes. */
function addKeys(to: Tools, y: number, z: number): void {
  const count = to.isFar ? 14 : to.isHero ? 42 : 28;
  const wide = 1.26 / count;
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * wide;
    to.block(LACQUER, [wide * 0.92, 0.02, 0.15], [x, y, z], '#f7f4ec', 0.003);
    if ([0, 1, 3, 4, 5].includes(i % 7) && i + 1 < count)
      to.block(LACQUER, [wide * 0.55, 0.025, 0.09], [x + wide / 2, y + 0.018, z - 0.035], '#101012', 0.004);
  }
}

function addGrand(to: Tools, color: Color): void {
  // Seen from above, keyboard at the bottom; the bass side is straight and long.
  const plan = [
    -0.75, 0.42, 0.75, 0.42, 0.75, -0.1, 0.72, -0.42, 0.55, -0.75, 0.32, -1, 0.22, -1.25, 0.12, -1.5, -0.1, -1.68, -0.4,
    -1.72, -0.65, -1.6, -0.75, -1.4,
  ];
  const flip = (scale: number): number[] => {
    const corners = Array.from(
      { length: plan.length / 2 },
      (_, i) => [plan[i * 2]! * scale, 0.6 - (plan[i * 2 + 1]! + 0.6) * scale] as const,
    );
    return corners.reverse().flat();
  };
  const level = [-Math.PI / 2, 0, 0] as const;
  const outline = flip(1);
  to.plate(LACQUER, outline, 0.3, color, { at: [0, 0.82, 0], rotate: level }, 0.02);
  to.plate({ specular: 0.5, gloss: 40 }, flip(0.93), 0.02, '#b98a3a', { at: [0, 0.975, 0], rotate: level });
  for (let i = 0; i < 20; i++)
    to.rod(POLISHED, [-0.62 + i * 0.062, 0.99, 0.12], [-0.62 + i * 0.04, 0.99, -1.45 + i * 0.055], 0.004, '#e9e2cc');
  const lifted = multiply(translation(-0.75, 0.99, 0), rotationZ(0.62), translation(0.75, 0.02, 0));
  to.plate(LACQUER, outline, 0.035, color, multiply(lifted, rotationX(-Math.PI / 2)), 0.01);
  to.rod(LACQUER, [0.66, 0.97, -0.2], [0.3, 1.72, -0.2], 0.014, color);
  to.block(LACQUER, [1.5, 0.06, 0.34], [0, 0.67, 0.5], color, 0.02);
  to.block(LACQUER, [1.5, 0.2, 0.06], [0, 0.78, 0.37], color, 0.02);
  for (const s of [-1, 1]) to.block(LACQUER, [0.1, 0.16, 0.34], [s * 0.7, 0.75, 0.5], color, 0.03);
  addKeys(to, 0.71, 0.54);
  to.block(LACQUER, [0.8, 0.26, 0.02], [0, 1.12, 0.2], color, 0.01, [-0.25, 0, 0]);
  for (const [x, z] of [
    [-0.62, 0.3],
    [0.62, 0.3],
    [-0.35, -1.4],
  ] as const) {
    to.turned(
      LACQUER,
      [0, 0, 0.05, 0, 0.05, 0.05, 0.035, 0.1, 0.06, 0.5, 0.075, 0.68, 0, 0.7],
      color,
      { at: [x, 0, z] },
      18,
    );
    to.disc(POLISHED, 0.04, 0.04, [x, 0, z], '#c9a24a');
  }
  to.rod(LACQUER, [0, 0.1, 0.1], [0, 0.68, 0], 0.03, color);
  for (const x of [-0.07, 0, 0.07]) to.block(POLISHED, [0.04, 0.015, 0.12], [x, 0.08, 0.14], '#d8b257', 0.006);
  addBench(to, color, 0.98);
}

function addBench(to: Tools, color: Color, z: number): void {
  to.block(LEATHER, [0.74, 0.09, 0.34], [0, 0.46, z], '#18181a', 0.035);
  to.block(LACQUER, [0.72, 0.06, 0.32], [0, 0.4, z], color, 0.01);
  for (const x of [-0.31, 0.31])
    for (const dz of [-0.12, 0.12]) to.rod(LACQUER, [x, 0, z + dz], [x, 0.4, z + dz], [0.018, 0.026], color);
}

function addUpright(to: Tools, color: Color): void {
  const wood = { pattern: 'wood', patternScale: 6, specular: 0.4, gloss: 50 } as const;
  to.block(wood, [1.5, 1.24, 0.36], [0, 0.62, -0.3], color, 0.02);
  to.block(wood, [1.56, 0.05, 0.44], [0, 1.25, -0.3], shade(color, 0.9), 0.02);
  to.block(wood, [1.5, 0.07, 0.4], [0, 0.64, 0.02], color, 0.02);
  to.block(wood, [1.2, 0.36, 0.02], [0, 0.98, -0.11], shade(color, 1.2), 0.01);
  to.block(wood, [1.2, 0.4, 0.02], [0, 0.34, -0.11], shade(color, 1.15), 0.01);
  to.block(wood, [0.8, 0.26, 0.02], [0, 0.9, -0.04], shade(color, 0.8), 0.01, [-0.25, 0, 0]);
  addKeys(to, 0.69, 0.09);
  for (const s of [-1, 1]) {
    to.block(wood, [0.08, 0.16, 0.42], [s * 0.71, 0.72, 0.01], color, 0.025);
    to.turned(
      wood,
      [0, 0, 0.04, 0, 0.03, 0.1, 0.05, 0.36, 0.035, 0.5, 0.05, 0.6, 0, 0.61],
      color,
      { at: [s * 0.68, 0, 0.14] },
      14,
    );
  }
  for (const x of [-0.06, 0.06]) to.block(POLISHED, [0.04, 0.015, 0.12], [x, 0.08, -0.06], '#d8b257', 0.006);
  addBench(to, color, 0.62);
}

function addKeyboard(to: Tools, color: Color): void {
  to.block(LACQUER, [1.42, 0.09, 0.36], [0, 0.78, 0.0], color, 0.03);
  addKeys(to, 0.83, 0.09);
  for (let i = 0; i < 8; i++) to.disc(POLISHED, 0.016, 0.02, [-0.55 + i * 0.08, 0.825, -0.1], '#c9ced6');
  to.block({ emissive: 0.9 }, [0.24, 0.01, 0.07], [0.4, 0.826, -0.1], '#7fd0ff', 0.004);
  for (const s of [-1, 1]) {
    to.rod(LACQUER, [s * 0.55, 0, 0.2], [-s * 0.5, 0.74, -0.04 * s], 0.018, '#2a2b2f');
    to.rod(LACQUER, [s * 0.55, 0, -0.2], [-s * 0.5, 0.74, 0.04 * s], 0.018, '#2a2b2f');
    to.rod(LACQUER, [s * 0.55, 0.018, -0.24], [s * 0.55, 0.018, 0.24], 0.018, '#2a2b2f');
  }
}
