import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { paint, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, LEAVES, LIT, propActor } from './prop.ts';
import { craftParts, SOFT, type Tools } from './prop-tools.ts';

/** A ribbed pumpkin; a carved one, lit from within, by word. It faces +z. */
export const pumpkin: ActorModel = { gaits: { float: 0.1, spin: 0.2, flicker: 0, jump: 0 }, build };

function build(context: ActorContext): Actor {
  const isCarved = isCalled(context, /jack|carved|halloween|lantern|scary|spooky|haunted|evil|smil/) || context.isNight;
  const color = toSrgb(context.actor.color ?? '#e5771b');
  const parts = craftParts(`pumpkin/${isCarved}/${toHex(color)}`, context.detail, (to) => addPumpkin(to, color));
  const face = craftParts('pumpkin/face', context.detail, addFace);
  return propActor(context, parts, {
    seats: [{ position: [0, 0.27, 0], width: 0.2 }],
    ...(isCarved
      ? {
          animate: (t, _travel, add) =>
            add(face, undefined, {
              emissive: 0.9 + 0.08 * Math.sin(t * 9) + 0.06 * Math.sin(t * 23),
              castsShadow: false,
            }),
          lights: (t) => [
            {
              position: [0, 0.16, 0.34] as const,
              color: [0.6 + 0.08 * Math.sin(t * 9), 0.3, 0.08] as const,
              radius: 2.4,
            },
          ],
        }
      : {}),
  });
}

const RIBS = 10;

function surface(a: number): number {
  return 1 - 0.1 * (1 - Math.abs(Math.sin((a * RIBS) / 2))) ** 1.6;
}

function addPumpkin(to: Tools, color: Srgb): void {
  const ball = warp(sphere(1, color, to.isHero ? 60 : 30), (x, y, z) => {
    const k = surface(Math.atan2(x, z));
    const dip = 0.16 * Math.max(0, 1 - Math.hypot(x, z) * 2.2) ** 1.5;
    return [x * k * 0.2, 0.145 + y * 0.145 * (1 - dip) - Math.sign(y) * dip * 0.06, z * k * 0.2];
  });
  const skin = paint(ball, (x, y, z) =>
    mixColors(
      shade(color, 0.72 + 0.32 * Math.abs(Math.sin((Math.atan2(x, z) * RIBS) / 2)) ** 0.7),
      '#f2b04a',
      Math.max(0, y - 0.2) * 1.2,
    ),
  );
  to.add({ specular: 0.35, gloss: 36, wrap: 0.35 }, skin);
  to.bar(
    SOFT,
    [0, 0.26, 0, 0.005, 0.3, 0, 0.025, 0.335, 0.01, 0.05, 0.345, 0.015],
    (s) => 0.026 - 0.012 * s,
    '#6f7a3a',
  );
  to.bar(
    LEAVES,
    [0.01, 0.285, 0, 0.07, 0.3, 0.06, 0.12, 0.26, 0.08, 0.15, 0.28, 0.12, 0.17, 0.24, 0.13],
    (s) => 0.006 - 0.004 * s,
    '#5f8f3f',
  );
}

/** Eyes, nose and a jagged grin: shapes that lie on the skin. */
function addFace(to: Tools): void {
  const shapes = [
    [-0.11, 0.155, -0.04, 0.155, -0.07, 0.215],
    [0.04, 0.155, 0.11, 0.155, 0.07, 0.215],
    [-0.02, 0.125, 0.02, 0.125, 0, 0.155],
    [
      -0.14, 0.11, -0.1, 0.065, -0.06, 0.05, -0.045, 0.07, -0.02, 0.046, 0.02, 0.046, 0.045, 0.07, 0.06, 0.05, 0.1,
      0.065, 0.14, 0.11, 0.085, 0.088, 0.065, 0.105, 0.04, 0.082, 0, 0.08, -0.04, 0.082, -0.065, 0.105, -0.085, 0.088,
    ],
  ];
  const glow = { ...LIT, emissive: 1.5 };
  for (const shape of shapes) {
    const [middleX, middleY] = [0, 1].map(
      (k) => shape.filter((_, i) => i % 2 === k).reduce((sum, v) => sum + v, 0) / (shape.length / 2),
    ) as [number, number];
    const pieces = shape.length > 10 ? [-0.11, -0.065, -0.022, 0.022, 0.065, 0.11] : [middleX];
    for (const x of pieces) {
      const wide = pieces.length > 1 ? 0.0225 : 1;
      const cut =
        pieces.length > 1
          ? [
              x - wide,
              mouthLow(x - wide),
              x + wide,
              mouthLow(x + wide),
              x + wide,
              mouthHigh(x + wide),
              x - wide,
              mouthHigh(x - wide),
            ]
          : shape;
      const a = Math.asin(Math.max(-0.95, Math.min(0.95, x / 0.195)));
      const up = Math.sqrt(Math.max(0.1, 1 - ((pieces.length > 1 ? 0.08 : middleY) / 0.145 - 1) ** 2));
      const lean = Math.asin(Math.max(-0.9, Math.min(0.9, ((pieces.length > 1 ? 0.08 : middleY) - 0.145) / 0.145)));
      const r = 0.2 * surface(a) * up + 0.002;
      to.plate(
        glow,
        cut.map((v, i) => (i % 2 ? v - (pieces.length > 1 ? 0.08 : middleY) : (v - x) * 1.08)),
        0.024,
        '#ffd24a',
        { at: [Math.sin(a) * r, pieces.length > 1 ? 0.08 : middleY, Math.cos(a) * r], rotate: [-lean * 0.8, a, 0] },
      );
    }
  }
}

function mouthLow(x: number): number {
  return 0.05 + 0.06 * (Math.abs(x) / 0.132) ** 2;
}
function mouthHigh(x: number): number {
  return mouthLow(x) + 0.004 + 0.034 * Math.sqrt(Math.max(0, 1 - (x / 0.134) ** 2)) * (0.7 + 0.3 * Math.cos(x * 140));
}
