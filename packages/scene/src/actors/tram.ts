import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, LIT, MATT, propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, FINE_WOOD, type Tools } from './prop-tools.ts';

/** A tramcar with its trolley and a lamp on its brow, of two decks by word; a cable car or a modern tram by word. Faces +z. */
export const tram: ActorModel = { gaits: { drive: 6, run: 9, float: 0.3, fly: 6 }, build };

const LACQUER: Material = { specular: 0.6, gloss: 60, wrap: 0.1 };
const HALF = 4.4;
const FLOOR = 0.85;

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const isModern = isCalled(context, /modern|light rail|futuristic|metro|subway|monorail/);
  const decks = !isModern && isCalled(context, /double|two.?deck/) ? 2 : 1;
  const color = toSrgb(actor.color ?? (isModern ? '#e8eaee' : '#b3322a'));
  const parts = craftParts(`tram/${isModern}/${decks}/${toHex(color)}/${isNight}`, detail, (to) =>
    isModern ? addModern(to, color, isNight) : addClassic(to, color, decks, isNight),
  );
  const height = isModern ? 3.4 : 3.3 + (decks - 1) * 1.9;
  return propActor(context, parts, {
    seats: [{ position: [0, height, 0], width: 1.6 }],
    ...(isNight
      ? {
          lights: () => [
            { position: [0, 1.4, (isModern ? 8 : HALF) + 2] as const, color: [1.7, 1.5, 1.1] as const, radius: 8 },
            { position: [2.2, 1.4, 0] as const, color: [1, 0.75, 0.4] as const, radius: 5 },
          ],
        }
      : {}),
  });
}

/** Upright panes along both sides between two heights, with their posts. */
function addWindows(
  to: Tools,
  low: number,
  high: number,
  from: number,
  end: number,
  count: number,
  x: number,
  isNight: boolean,
): void {
  const pitch = (end - from) / count;
  for (const side of [-1, 1])
    for (let i = 0; i < count; i++)
      to.block(
        isNight ? LIT : CLEAR,
        [0.06, high - low, pitch * 0.8],
        [side * x, (low + high) / 2, from + (i + 0.5) * pitch],
        isNight ? '#ffd590' : '#263a4a',
        0.03,
      );
}

function addClassic(to: Tools, color: Srgb, decks: number, isNight: boolean): void {
  const cream = toSrgb('#f0e4c6');
  const dark = '#26282c';
  const pane = isNight ? LIT : CLEAR;
  const tone = isNight ? '#ffd590' : '#263a4a';
  to.block(MATT, [1.9, 0.34, 7.2], [0, 0.62, 0], dark, 0.08);
  for (const z of [-1.5, 1.5])
    for (const x of [-0.75, 0.75]) {
      to.disc(DULL_METAL, 0.42, 0.16, [x * 1.1 + (x > 0 ? -0.1 : -0.06), 0.42, z], '#4a4d53', [0, 0, -Math.PI / 2]);
      to.disc(DULL_METAL, 0.15, 0.24, [x * 1.1 + (x > 0 ? -0.1 : -0.14), 0.42, z], '#9a9da3', [0, 0, -Math.PI / 2]);
    }
  for (const side of [-1, 1]) to.block(MATT, [0.12, 0.28, 4], [side * 1, 0.66, 0], '#3a3026', 0.04);
  // Below: colour; a cream belt of windows; a deep roof with a clerestory.
  to.block(LACQUER, [2.2, 0.95, 2 * HALF - 0.3], [0, FLOOR + 0.45, 0], color, 0.3);
  to.block(LACQUER, [2.26, 0.1, 2 * HALF - 0.5], [0, FLOOR + 0.94, 0], cream, 0.04);
  for (let deck = 0; deck < decks; deck++) {
    const low = FLOOR + 1 + deck * 1.9;
    const high = low + 1.05;
    to.block(LACQUER, [2.12, 1.12, 2 * HALF - 0.55], [0, (low + high) / 2, 0], cream, 0.24);
    addWindows(to, low + 0.1, high - 0.08, -3.05, 3.05, 6, 1.05, isNight);
    for (const end of [-1, 1]) {
      for (const [x, turn] of [
        [-0.64, -0.28],
        [0, 0],
        [0.64, 0.28],
      ] as const)
        to.block(pane, [0.56, 0.8, 0.06], [x, (low + high) / 2 + 0.02, end * (4.13 - Math.abs(x) * 0.12)], tone, 0.03, [
          0,
          end * turn,
          0,
        ]);
    }
    if (deck + 1 < decks) {
      to.block(LACQUER, [2.26, 0.82, 2 * HALF - 0.3], [0, high + 0.42, 0], color, 0.3);
      to.block(LACQUER, [2.3, 0.08, 2 * HALF - 0.45], [0, high + 0.8, 0], cream, 0.03);
    }
  }
  const roof = FLOOR + 2.08 + (decks - 1) * 1.9;
  to.block(LACQUER, [2.24, 0.2, 2 * HALF - 0.35], [0, roof + 0.06, 0], shade(color, 0.92), 0.09);
  to.block(LACQUER, [2, 0.24, 2 * HALF - 0.7], [0, roof + 0.2, 0], mixColors(cream, '#8b8f94', 0.5), 0.11);
  to.block(LACQUER, [1.1, 0.28, 5.2], [0, roof + 0.4, 0], mixColors(cream, '#8b8f94', 0.35), 0.1);
  for (const end of [-1, 1]) {
    to.disc(LACQUER, 0.24, 0.14, [0, FLOOR + 0.55, end * (HALF - 0.14)], '#d8b24e', [(end * Math.PI) / 2, 0, 0]);
    to.disc(LIT, 0.19, 0.16, [0, FLOOR + 0.55, end * (HALF - 0.13)], '#fff2cc', [(end * Math.PI) / 2, 0, 0]);
    to.block(
      isNight ? LIT : MATT,
      [1, 0.3, 0.1],
      [0, roof + 0.24, end * (HALF - 0.24)],
      isNight ? '#ffe9b0' : '#1b1c1f',
      0.03,
    );
    to.block(DULL_METAL, [1.7, 0.16, 0.2], [0, FLOOR - 0.12, end * (HALF - 0.1)], dark, 0.06);
    to.plate(MATT, [-0.9, 0, 0.9, 0, 0.7, 0.34, -0.7, 0.34], 0.08, '#4a3326', {
      at: [0, 0.16, end * (HALF - 0.2)],
      rotate: [end * 0.5, 0, 0],
    });
    for (const side of [-1, 1]) {
      to.block(FINE_WOOD, [0.05, 1.75, 0.75], [side * 1.08, FLOOR + 1, end * 3.55], shade(color, 0.75), 0.02);
      to.block(pane, [0.07, 0.8, 0.55], [side * 1.08, FLOOR + 1.5, end * 3.55], tone, 0.02);
      to.block(MATT, [0.3, 0.06, 0.8], [side * 1.1, 0.46, end * 3.55], dark, 0.02);
    }
  }
  for (const side of [-1, 1]) to.block(LACQUER, [0.03, 0.05, 5.6], [side * 1.11, FLOOR + 0.28, 0], '#d8b24e', 0.01);
  // The trolley pole leans back to the wire.
  to.block(DULL_METAL, [0.5, 0.12, 0.9], [0, roof + 0.58, 0], dark, 0.04);
  to.rod(DULL_METAL, [0, roof + 0.6, 0.1], [0, roof + 1.75, -3.1], 0.04, '#3a3d42');
  to.ball(DULL_METAL, 0.08, [0, roof + 1.78, -3.15], '#8a7a50');
}

function addModern(to: Tools, color: Srgb, isNight: boolean): void {
  const pane = isNight ? LIT : CLEAR;
  const tone = isNight ? '#ffe2ac' : '#1d2c38';
  const accent = toSrgb('#2f8f6b');
  for (const [i, z] of [-5.6, 0, 5.6].entries()) {
    to.block(MATT, [1.9, 0.5, 4.4], [0, 0.36, z], '#25272b', 0.08);
    to.block(LACQUER, [2.36, 2.6, 5.2], [0, 1.85, z], color, 0.3);
    to.block(LACQUER, [2.4, 0.16, 5.2], [0, 1.18, z], accent, 0.04);
    to.block(LACQUER, [2, 0.3, 4.4], [0, 3.2, z], shade(color, 0.75), 0.12);
    for (const side of [-1, 1]) to.block(pane, [0.06, 1.05, 4.7], [side * 1.17, 2.2, z], tone, 0.03);
    for (const side of [-1, 1])
      for (const d of [-1.2, 1.2])
        to.block(LACQUER, [0.07, 2, 0.08], [side * 1.19, 1.7, z + d], shade(color, 0.5), 0.02);
    if (i < 2) to.block(MATT, [2, 2.4, 0.6], [0, 1.85, z + 2.8], '#33363b', 0.1);
  }
  for (const end of [-1, 1]) {
    to.ball(LACQUER, [1.17, 1.25, 1.5], [0, 1.75, end * 7.9], color);
    to.ball(pane, [1, 0.72, 1.2], [0, 2.3, end * 8.18], tone);
    for (const side of [-1, 1])
      to.ball(LIT, [0.22, 0.1, 0.1], [side * 0.62, 1.2, end * 9.12], end > 0 ? '#fff6dc' : '#ff2a20');
    to.block(MATT, [1.9, 0.4, 1.3], [0, 0.42, end * 8.2], '#25272b', 0.2);
  }
  to.bar(DULL_METAL, [0, 3.3, 0.4, 0, 3.8, 1.2, 0, 4.3, 0.3], 0.04, '#3a3d42');
  to.block(DULL_METAL, [1.6, 0.05, 0.12], [0, 4.32, 0.3], '#3a3d42', 0.02);
}
