import { shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, LIT, MATT, PAINT, propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, POLISHED, type Tools } from './prop-tools.ts';

/** A farm tractor; a tank on its tracks or an excavator by word. Faces +z. */
export const tractor: ActorModel = { gaits: { drive: 4, run: 6, walk: 1.5 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = isCalled(context, /tank|panzer|armou?red/)
    ? 'tank'
    : isCalled(context, /excavator|digger|bulldozer|crane|backhoe/)
      ? 'digger'
      : 'tractor';
  const color = toSrgb(actor.color ?? { tank: '#5a6238', digger: '#e8a81c', tractor: '#2f7d32' }[form]);
  const parts = craftParts(`tractor/${form}/${toHex(color)}`, detail, (to) => {
    if (form === 'tractor') addTractor(to, color);
    else addTracked(to, color, form === 'tank');
  });
  const wheel = (radius: number, wide: number) =>
    craftParts(`tractor/wheel/${radius}/${form === 'tractor'}`, detail, (to) => {
      const side = [0, 0, Math.PI / 2] as const;
      const wheelOf = (share: number, over: number, tone: Parameters<typeof shade>[0], material: typeof MATT): void =>
        to.turned(
          material,
          [0, 0, radius * share, 0, radius * share, wide * over, 0, wide * over],
          tone,
          { at: [(wide * over) / 2, 0, 0], rotate: side },
          form === 'tractor' ? 36 : 16,
        );
      wheelOf(0.94, 1, '#1d1e20', MATT);
      wheelOf(0.58, 1.05, form === 'tractor' ? '#e8c21f' : shade(color, 0.8), PAINT);
      wheelOf(0.16, 1.12, '#3a3c40', DULL_METAL);
      if (form !== 'tractor') return;
      for (const [i, a] of around(to.isFar ? 9 : 18).entries())
        to.block(
          MATT,
          [wide * 0.56, radius * 0.09, radius * 0.17],
          [(i % 2 ? 1 : -1) * wide * 0.24, Math.cos(a) * radius * 0.9, Math.sin(a) * radius * 0.9],
          '#232427',
          0.008,
          [a, i % 2 ? 0.5 : -0.5, 0],
        );
    });
  const wheels =
    form === 'tractor'
      ? ([
          [0.85, 0.9, -0.85, 0.9, 0.5],
          [0.72, 0.5, 1.35, 0.5, 0.3],
        ] as const)
      : ([-1.9, -1.15, -0.4, 0.4, 1.15, 1.9] as const).map((z) => [1.2, 0.42, z, 0.36, 0.5] as const);
  return propActor(context, parts, {
    seats: [{ position: [0, form === 'tractor' ? 1.25 : 2.1, -0.7], width: 0.6 }],
    animate(_t, { distance }, add) {
      for (const [x, y, z, radius, wide] of wheels)
        for (const s of [-1, 1])
          add(wheel(radius, wide), multiply(compose({ at: [s * x, y, z] }), rotationX(distance / radius)));
    },
  });
}

type Color = ReturnType<typeof toSrgb>;

function addTractor(to: Tools, color: Color): void {
  to.block(PAINT, [0.72, 0.6, 1.7], [0, 1.15, 0.9], color, 0.14);
  to.block(MATT, [0.6, 0.42, 0.06], [0, 1.12, 1.76], '#1b1d1f', 0.02);
  for (const s of [-1, 1]) {
    to.ball({ ...LIT, emissive: 0.7 }, [0.09, 0.09, 0.05], [s * 0.22, 1.2, 1.79], '#fff3d2');
    to.bar(
      PAINT,
      [s * 0.85, 1.2, 0.12, s * 0.85, 1.75, -0.2, s * 0.85, 1.95, -0.85, s * 0.85, 1.75, -1.5],
      0.05,
      color,
      [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    );
    to.block(PAINT, [0.46, 0.05, 1.1], [s * 0.85, 1.93, -0.85], color, 0.02);
    to.block(PAINT, [0.05, 0.5, 1.2], [s * 0.6, 1.5, -0.7], color, 0.02);
    for (const z of [0.05, -1.2])
      to.rod(PAINT, [s * 0.56, 1.5, z], [s * 0.5, 2.55, z * 0.85], 0.045, shade(color, 0.5));
    to.block(CLEAR, [0.03, 0.8, 1], [s * 0.55, 2.1, -0.55], '#2c4250', 0.01);
    for (let i = 0; i < 4; i++) to.block(MATT, [0.02, 0.05, 0.7], [s * 0.37, 1 + i * 0.1, 0.9], '#1b1d1f', 0.01);
  }
  to.block(CLEAR, [1, 0.8, 0.03], [0, 2.1, 0], '#2c4250', 0.01, [-0.1, 0, 0]);
  to.block(PAINT, [1.25, 0.1, 1.5], [0, 2.6, -0.55], color, 0.05);
  to.block(MATT, [0.5, 0.14, 0.5], [0, 1.3, -0.75], '#231f1d', 0.06);
  to.block(DULL_METAL, [0.5, 0.5, 2.9], [0, 0.8, 0.1], '#2b2d30', 0.08);
  to.rod(DULL_METAL, [-0.7, 0.5, 1.35], [0.7, 0.5, 1.35], 0.08, '#2b2d30');
  to.rod(DULL_METAL, [-0.8, 0.9, -0.85], [0.8, 0.9, -0.85], 0.12, '#2b2d30');
  to.rod(POLISHED, [0.26, 1.4, 1.3], [0.26, 2.3, 1.3], 0.045, '#8d939b');
  to.hoop(MATT, 0.18, 0.02, [0, 1.7, -0.2], '#1b1d1f', [-0.9, 0, 0]);
}

function addTracked(to: Tools, color: Color, isTank: boolean): void {
  for (const s of [-1, 1]) {
    const loop = [
      -2.3, 0.5, -2.05, 0.16, -1.7, 0, 1.7, 0, 2.05, 0.16, 2.3, 0.5, 2.15, 0.86, 1.8, 1, -1.8, 1, -2.15, 0.86,
    ];
    const inner = loop.map((v, i) => (i % 2 ? 0.5 + (v - 0.5) * 0.82 : v * 0.95));
    to.plate(DULL_METAL, loop, 0.56, '#2a2b2a', { at: [s * 1.2, 0, 0], rotate: [0, -Math.PI / 2, 0] }, 0.05);
    to.plate(MATT, inner, 0.58, shade(color, 0.5), { at: [s * 1.2, 0, 0], rotate: [0, -Math.PI / 2, 0] }, 0.02);
    for (let i = 0; i < 18; i++)
      to.block(DULL_METAL, [0.6, 0.05, 0.12], [s * 1.2, 1, -1.8 + i * 0.21], '#333431', 0.02);
  }
  if (isTank) {
    to.block(PAINT, [1.9, 0.5, 4.4], [0, 0.85, 0], color, 0.12);
    to.block(PAINT, [3.1, 0.24, 4.2], [0, 1.18, -0.1], shade(color, 0.95), 0.06);
    to.block(PAINT, [1.9, 0.6, 0.7], [0, 0.98, 2.05], color, 0.08, [-0.6, 0, 0]);
    to.blob(
      PAINT,
      [
        { kind: 'ball', at: [0, 1.5, -0.2], radius: [1.05, 0.46, 1.25] },
        { kind: 'block', at: [0, 1.45, -0.5], size: [1.6, 0.5, 1.5], round: 0.15 },
      ],
      0.09,
      color,
      0.2,
    );
    to.rod(PAINT, [0, 1.55, 0.8], [0, 1.72, 3.9], [0.12, 0.085], color);
    to.rod(PAINT, [0, 1.71, 3.75], [0, 1.73, 4.1], 0.13, shade(color, 0.8));
    to.block(PAINT, [0.6, 0.4, 0.4], [0, 1.56, 0.9], shade(color, 0.9), 0.1);
    to.disc(PAINT, 0.36, 0.14, [0.35, 1.9, -0.4], shade(color, 0.85));
    to.rod(DULL_METAL, [-0.5, 1.9, -0.9], [-0.6, 3.3, -1.2], 0.015, '#24251f');
    for (const s of [-1, 1]) to.block(PAINT, [0.3, 0.3, 1.1], [s * 1.3, 1.42, -1.4], shade(color, 0.8), 0.06);
    return;
  }
  to.disc(DULL_METAL, 0.7, 0.3, [0, 0.9, 0], '#2a2b2d');
  to.block(PAINT, [2.3, 0.9, 2.4], [0, 1.65, -0.6], color, 0.14);
  to.block(PAINT, [0.95, 1.4, 1.4], [-0.65, 2, 0.7], color, 0.1);
  for (const [x, z, wx, wz] of [
    [-0.65, 1.41, 0.8, 0.04],
    [-1.13, 0.7, 0.04, 1.1],
    [-0.17, 0.7, 0.04, 1.1],
  ] as const)
    to.block(CLEAR, [wx, 0.9, wz], [x, 2.1, z], '#22323e', 0.015);
  to.bar(PAINT, [0.25, 1.6, 0.7, 0.25, 3.6, 1.8, 0.25, 4.1, 2.8, 0.25, 3.6, 3.6], 0.17, color);
  to.bar(PAINT, [0.25, 3.8, 3.3, 0.25, 2.3, 4.3, 0.25, 1.3, 4.6], 0.13, color);
  to.rod(POLISHED, [0.25, 2, 1], [0.25, 3.5, 2], 0.06, '#c9ced6');
  to.rod(POLISHED, [0.25, 4.2, 2.4], [0.25, 3.6, 3.9], 0.05, '#c9ced6');
  const bucket = [-0.5, -0.7, 0.2, -0.85, 0.65, -0.5, 0.55, 0.1, 0.45, 0.1, 0.5, -0.42, 0.15, -0.7, -0.45, -0.58];
  to.plate(DULL_METAL, bucket, 1, '#3a3c3f', { at: [0.25, 1.2, 4.2], rotate: [0, -Math.PI / 2, 0] }, 0.02);
  const cheek = [-0.5, -0.7, 0.2, -0.85, 0.65, -0.5, 0.55, 0.1];
  for (const x of [-0.5, 0.5])
    to.plate(DULL_METAL, cheek, 0.06, '#3a3c3f', { at: [0.25 + x, 1.2, 4.2], rotate: [0, -Math.PI / 2, 0] });
  for (let i = 0; i < 5; i++) to.block(POLISHED, [0.1, 0.06, 0.2], [-0.17 + i * 0.21, 0.5, 3.68], '#c9ced6', 0.02);
}
