import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, LIT, MATT, PAINT, propActor } from './prop.ts';
import { CLEAR, craftParts, POLISHED, type Tools } from './prop-tools.ts';
import { addWheels } from './wheels.ts';

/** A low sports car with haunches and a wing; an open racing car by word. Faces +z; wheels turn, lamps burn at night. */
export const sportsCar: ActorModel = { gaits: { drive: 14, run: 20, float: 0.3, fly: 10 }, build };

const LACQUER = { specular: 0.9, gloss: 110, wrap: 0.05 } as const;

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const isFormula = isCalled(context, /formula|\bf1\b|race car|racing car|go.?kart/);
  const color = toSrgb(actor.color ?? '#c8101c');
  const parts = craftParts(
    `sportsCar/${isFormula}/${toHex(color)}`,
    detail,
    (to) => (isFormula ? addFormula(to, color) : addCoupe(to, color)),
    1.7,
  );
  const lamps = craftParts(`sportsCar/lamps/${isFormula}`, detail, (to) => {
    for (const s of [-1, 1]) {
      if (!isFormula) to.bar(LIT, [s * 0.5, 0.6, 2.12, s * 0.68, 0.64, 1.96, s * 0.8, 0.68, 1.72], 0.045, '#fff8e6');
      to.block(
        LIT,
        isFormula ? [0.1, 0.1, 0.05] : [0.56, 0.07, 0.06],
        [s * (isFormula ? 0.06 : 0.52), isFormula ? 0.4 : 0.74, isFormula ? -2.3 : -2.17],
        '#ff2418',
        0.02,
      );
    }
  });
  const axles = isFormula
    ? [
        { x: 0.82, z: 1.6, radius: 0.33, width: 0.36 },
        { x: 0.8, z: -1.5, radius: 0.36, width: 0.46 },
      ]
    : [
        { x: 0.83, z: 1.36, radius: 0.34, width: 0.27 },
        { x: 0.84, z: -1.34, radius: 0.36, width: 0.32 },
      ];
  return propActor(context, parts, {
    seats: [{ position: [0, isFormula ? 0.75 : 1.18, -0.3], width: 0.8 }],
    animate(_t, { distance }, add) {
      addWheels(add, axles, distance, detail);
      add(lamps, undefined, { emissive: isNight ? 2.2 : 0.7, castsShadow: false });
    },
    ...(isNight && !isFormula
      ? {
          lights: () => [
            { position: [0, 0.6, 4.2] as const, color: [1.6, 1.5, 1.25] as const, radius: 7 },
            { position: [0, 0.7, -2.9] as const, color: [0.9, 0.05, 0.03] as const, radius: 3 },
          ],
        }
      : {}),
  });
}

function addCoupe(to: Tools, color: Srgb): void {
  const arches = [1.36, -1.34].map(
    (z) => ({ kind: 'limb', from: [-1.3, 0.36, z], to: [1.3, 0.36, z], radius: 0.4, cut: true, blend: 0.02 }) as const,
  );
  to.blob(
    LACQUER,
    [
      { kind: 'block', at: [0, 0.42, 0], size: [1.86, 0.42, 4.34], round: 0.19 },
      { kind: 'ball', at: [0, 0.54, 1.3], radius: [0.78, 0.26, 0.98], blend: 0.2 },
      { kind: 'ball', at: [0.68, 0.62, 1.36], radius: [0.29, 0.28, 0.7], mirror: true, blend: 0.14 },
      { kind: 'ball', at: [0.71, 0.64, -1.34], radius: [0.31, 0.31, 0.76], mirror: true, blend: 0.16 },
      { kind: 'ball', at: [0, 0.68, -1.25], radius: [0.72, 0.2, 0.95], blend: 0.2 },
      { kind: 'ball', at: [1.0, 0.5, -0.5], radius: [0.12, 0.16, 0.4], mirror: true, cut: true, blend: 0.06 },
      ...arches,
    ],
    to.isHero ? 0.062 : 0.085,
    color,
  );
  to.ball(CLEAR, [0.7, 0.46, 1.34], [0, 0.74, -0.2], '#121a22');
  to.ball(LACQUER, [0.585, 0.3, 0.74], [0, 0.93, -0.42], color);
  // Lips along the arches hide where the body was cut.
  for (const s of [-1, 1])
    for (const z of [1.36, -1.34]) {
      const lip = Array.from({ length: 11 }, (_, i) => {
        const a = -0.3 + (i / 10) * (Math.PI + 0.6);
        return [s * (0.9 + 0.02 * Math.sin(a)), 0.36 + Math.sin(a) * 0.405, z + Math.cos(a) * 0.405];
      }).flat();
      to.bar(LACQUER, lip, 0.042, color);
    }
  for (const s of [-1, 1]) {
    to.bar(
      LACQUER,
      [s * 0.66, 0.74, 0.86, s * 0.6, 1.02, 0.26, s * 0.5, 1.15, -0.3, s * 0.52, 1.08, -0.85, s * 0.62, 0.84, -1.4],
      0.045,
      color,
    );
    to.ball(LACQUER, [0.12, 0.07, 0.08], [s * 0.92, 0.86, 0.42], color);
    to.block(POLISHED, [0.015, 0.025, 0.16], [s * 0.935, 0.62, 0.05], '#c9ced6', 0.006);
    to.block(MATT, [0.05, 0.06, 2.1], [s * 0.9, 0.24, 0], '#141517', 0.02);
    to.block(MATT, [0.36, 0.13, 0.1], [s * 0.58, 0.35, 2.09], '#101113', 0.04);
    to.block(PAINT, [0.06, 0.26, 0.1], [s * 0.6, 0.96, -1.98], shade(color, 0.4), 0.02);
    for (const x of [0.22, 0.38]) to.rod(POLISHED, [s * x, 0.34, -2.1], [s * x, 0.34, -2.26], 0.055, '#c9ced6');
  }
  to.block(MATT, [0.7, 0.12, 0.08], [0, 0.36, 2.15], '#101113', 0.04);
  to.block(MATT, [1.6, 0.05, 0.3], [0, 0.2, 2.08], '#141517', 0.02);
  to.block(MATT, [1.5, 0.2, 0.12], [0, 0.36, -2.12], '#141517', 0.04);
  to.block(LACQUER, [1.62, 0.035, 0.32], [0, 1.1, -2], color, 0.015, [0.1, 0, 0]);
  for (let i = 0; i < 4; i++)
    to.block(MATT, [0.75 - i * 0.05, 0.02, 0.09], [0, 0.9 - i * 0.012, -1.25 - i * 0.17], '#141517', 0.008);
}

function addFormula(to: Tools, color: Srgb): void {
  to.blob(
    LACQUER,
    [
      { kind: 'limb', from: [0, 0.34, 2.35], to: [0, 0.46, 0.6], radius: [0.1, 0.27] },
      { kind: 'limb', from: [0, 0.46, 0.5], to: [0, 0.5, -1.8], radius: [0.3, 0.2], blend: 0.1 },
      { kind: 'ball', at: [0.5, 0.36, -0.35], radius: [0.28, 0.22, 0.95], mirror: true, blend: 0.16 },
      { kind: 'limb', from: [0, 0.78, -0.5], to: [0, 0.56, -1.7], radius: [0.19, 0.1], blend: 0.12 },
      { kind: 'ball', at: [0, 0.78, 0.22], radius: [0.19, 0.24, 0.42], cut: true, blend: 0.04 },
    ],
    to.isHero ? 0.045 : 0.07,
    color,
  );
  to.bar(MATT, [-0.22, 0.74, -0.22, -0.2, 0.86, 0.2, 0, 0.9, 0.5, 0.2, 0.86, 0.2, 0.22, 0.74, -0.22], 0.03, '#17181a');
  to.ball(LACQUER, [0.14, 0.15, 0.16], [0, 0.8, -0.02], '#f4d23a');
  to.block(CLEAR, [0.2, 0.07, 0.06], [0, 0.81, 0.12], '#15181c', 0.03);
  to.block(MATT, [1.3, 0.05, 3], [0, 0.14, -0.2], '#17181a', 0.02);
  to.block(LACQUER, [1.9, 0.04, 0.34], [0, 0.24, 2.4], '#f2f3f5', 0.015, [-0.1, 0, 0]);
  to.block(LACQUER, [1.9, 0.03, 0.18], [0, 0.33, 2.26], color, 0.012, [-0.3, 0, 0]);
  to.block(LACQUER, [1.3, 0.05, 0.36], [0, 0.98, -2.2], color, 0.02, [0.2, 0, 0]);
  to.block(LACQUER, [1.3, 0.04, 0.2], [0, 0.84, -2.24], shade(color, 0.5), 0.015, [0.2, 0, 0]);
  for (const s of [-1, 1]) {
    to.block(LACQUER, [0.03, 0.3, 0.5], [s * 0.94, 0.3, 2.34], shade(color, 0.5), 0.012);
    to.block(LACQUER, [0.03, 0.62, 0.56], [s * 0.65, 0.78, -2.2], '#f2f3f5', 0.012);
    for (const [z, y] of [
      [1.6, 0.42],
      [1.6, 0.26],
      [-1.5, 0.46],
      [-1.5, 0.28],
    ] as const) {
      to.rod(MATT, [s * 0.14, y, z - 0.2], [s * 0.7, y - 0.06, z], 0.022, '#202225');
      to.rod(MATT, [s * 0.14, y, z + 0.2], [s * 0.7, y - 0.06, z], 0.022, '#202225');
    }
    to.block(LACQUER, [0.1, 0.07, 0.06], [s * 0.42, 0.72, 0.6], shade(color, 0.5), 0.03);
  }
}
