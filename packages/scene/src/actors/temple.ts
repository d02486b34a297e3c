import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationY, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, LIT, propActor, TILES } from './prop.ts';
import { craftParts, POLISHED, SOFT, type Tools } from './prop-tools.ts';
import { pagoda } from './temple-east.ts';

/** Where people pray: a village church, a cathedral with two towers, a mosque, a pagoda, a temple of columns. It faces +z. */
export const temple: ActorModel = { gaits: {}, build };

export const WALL: Material = { pattern: 'grain', patternScale: 3, specular: 0.05 };

const FORMS = [
  ['cathedral', /cathedral|notre|basilica|minster|abbey|gothic|sagrada/, '#d8cdb4'],
  ['mosque', /mosque|hagia|minaret/, '#efe8d8'],
  ['pagoda', /pagoda|shrine|monastery|buddhist|japanese|chinese|asian|shinto|zen/, '#b4372c'],
  ['columns', /greek|roman|parthenon|acropolis|ancient|columns|athena|zeus|\btemple\b/, '#e9e0cc'],
  ['church', /./, '#f0ebe0'],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const { isNight, detail, actor } = context;
  const isWooden = form === 'church' && isCalled(context, /wooden|timber|stave|log/);
  const color = toSrgb(actor.color ?? (isWooden ? '#8a5f3c' : usual));
  const parts = craftParts(`temple/${form}/${isNight}/${toHex(color)}`, detail, (to) => MAKE[form](to, color, isNight));
  return propActor(context, parts, {
    scale: form === 'cathedral' ? 0.45 : 0.6,
    ...(isNight
      ? { lights: () => [{ position: [0, 2, 11] as const, color: [1.7, 1.2, 0.65] as const, radius: 12 }] }
      : {}),
  });
}

/** A pointed arch over its foot in the middle. */
const pointed = (w: number, h: number): number[] => [
  ...[-w, 0, w, 0, w, h * 0.62, w * 0.86, h * 0.76, w * 0.52, h * 0.9, 0, h],
  ...[-w * 0.52, h * 0.9, -w * 0.86, h * 0.76, -w, h * 0.62],
];
const GLASS_TONES = ['#3f6fb0', '#b0423c', '#d8a23a', '#4a8a58', '#7a4a9a'];

/** A window with its frame, on a wall that looks where `place` does. */
function addWindow(to: Tools, w: number, h: number, place: Matrix, color: Srgb, isNight: boolean): void {
  to.plate(WALL, pointed(w * 1.28, h * 1.1), 0.16, shade(color, 1.08), place);
  to.plate(
    isNight ? LIT : SOFT,
    pointed(w, h),
    0.26,
    isNight ? '#ffc26a' : '#34425c',
    multiply(place, translation(0, h * 0.04, 0)),
  );
  to.add(
    WALL,
    to.rounded([w * 0.12, h * 0.86, 0.34], 0.01, shade(color, 0.95), 1),
    multiply(place, translation(0, h * 0.46, 0)),
  );
}

/** A roof of two slopes along z; its ridge at `top`. */
function addRoof(to: Tools, width: number, depth: number, foot: number, top: number, z: number, color: string): void {
  const w = width / 2;
  to.plate(TILES, [-w, foot, w, foot, 0, top], depth, color, { at: [0, 0, z] });
}

function addSpire(
  to: Tools,
  half: number,
  foot: number,
  top: number,
  at: readonly [number, number],
  tone: string,
): void {
  const [x, z] = at;
  const flat = { at: [x, 0, z] as const, rotate: [0, Math.PI / 4, 0] as const };
  const r = half * Math.SQRT2;
  to.turned(TILES, [r * 1.12, foot, r * 1.1, foot + 0.1, r * 0.72, foot + (top - foot) * 0.22, 0, top], tone, flat, 4);
  to.rod(POLISHED, [x, top - 0.1, z], [x, top + 1.1, z], 0.06, '#d8b257');
  to.block(POLISHED, [0.62, 0.1, 0.1], [x, top + 0.72, z], '#d8b257', 0.02);
}

const facing = (x: number, y: number, z: number, turn: number): Matrix =>
  multiply(translation(x, y, z), rotationY(turn));

const MAKE: Record<Form, (to: Tools, color: Srgb, isNight: boolean) => void> = {
  church(to, color, isNight) {
    const slate = '#5a4a46';
    to.block(WALL, [7, 0.5, 13], [0, 0.25, -2.5], shade(color, 0.72), 0.05);
    to.block(WALL, [6.4, 5, 12], [0, 2.9, -2.6], color, 0.06);
    addRoof(to, 7.4, 12.6, 5.3, 9, -2.6, slate);
    to.plate(WALL, [-3.2, 5.3, 3.2, 5.3, 0, 8.6], 12.1, color, { at: [0, 0, -2.6] });
    to.block(WALL, [3.4, 10.5, 3.4], [0, 5.25, 4.6], color, 0.08);
    for (const y of [4.2, 7.6, 10.5]) to.block(WALL, [3.7, 0.26, 3.7], [0, y, 4.6], shade(color, 0.86), 0.05);
    addSpire(to, 1.75, 10.6, 17.5, [0, 4.6], slate);
    for (const turn of around(4)) {
      const place = multiply(translation(0, 0, 4.6), rotationY(turn), translation(0, 8, 1.66));
      to.plate(isNight ? LIT : SOFT, pointed(0.62, 1.9), 0.2, isNight ? '#ffc26a' : '#2c2a2c', place);
      for (let i = 0; i < 4; i++)
        to.add(
          SOFT,
          to.rounded([1.1, 0.1, 0.3], 0.02, shade(color, 0.6), 1),
          multiply(place, compose({ at: [0, 0.25 + i * 0.34, 0], rotate: [0.5, 0, 0] })),
        );
    }
    to.disc(SOFT, 0.8, 0.12, [0, 5.9, 6.28], '#f4efe0', [Math.PI / 2, 0, 0]);
    to.hoop(POLISHED, 0.8, 0.07, [0, 5.9, 6.38], '#b8923f', [0, 0, 0]);
    to.block(SOFT, [0.08, 0.62, 0.05], [0, 6.15, 6.44], '#22242a', 0.01);
    to.block(SOFT, [0.44, 0.08, 0.05], [0.18, 5.9, 6.44], '#22242a', 0.01);
    to.plate(WALL, pointed(1.25, 3.1), 0.3, shade(color, 0.84), facing(0, 0.4, 6.28, 0));
    to.plate(SOFT, pointed(0.98, 2.75), 0.4, '#5f3a22', facing(0, 0.4, 6.32, 0));
    to.block(SOFT, [0.05, 2.2, 0.06], [0, 1.5, 6.54], '#3c2414', 0.01);
    for (let i = 0; i < 3; i++)
      to.block(
        WALL,
        [3.4 - i * 0.4, 0.16, 1.4 - i * 0.35],
        [0, 0.08 + i * 0.16, 6.9 - i * 0.16],
        shade(color, 0.78),
        0.03,
      );
    for (const side of [-1, 1])
      for (let i = 0; i < 4; i++) {
        addWindow(to, 0.52, 2.5, facing(side * 3.22, 1.7, -7 + i * 2.7, (side * Math.PI) / 2), color, isNight);
        to.block(WALL, [0.5, 3.8, 0.5], [side * 3.35, 2.1, -8.3 + i * 2.7], shade(color, 0.9), 0.08);
      }
  },
  cathedral(to, color, isNight) {
    const slate = '#54606a';
    to.block(WALL, [13, 0.7, 27], [0, 0.35, -7], shade(color, 0.74), 0.05);
    to.block(WALL, [6.6, 12, 21], [0, 6.4, -9], color, 0.06);
    to.block(WALL, [11, 6, 20], [0, 3.6, -9], shade(color, 0.95), 0.06);
    addRoof(to, 7.2, 21.4, 12.3, 17, -9, slate);
    to.plate(WALL, [-3.3, 12.3, 3.3, 12.3, 0, 16.4], 20.8, color, { at: [0, 0, -9] });
    for (const side of [-1, 1]) {
      to.plate(TILES, [side * 3.2, 8.2, side * 5.8, 6.5, side * 5.7, 6.3, side * 3.2, 6.3], 20.4, slate, {
        at: [0, 0, -9],
      });
      addTower(to, side * 4, color, isNight, slate);
      for (let i = 0; i < 6; i++) {
        const z = -17.6 + i * 3.3;
        if (i < 5) addWindow(to, 0.7, 3.4, facing(side * 5.52, 1.8, z + 1.65, (side * Math.PI) / 2), color, isNight);
        to.block(WALL, [0.8, 7.4, 0.8], [side * 5.9, 3.9, z], shade(color, 0.9), 0.1);
        to.turned(WALL, [0.5, 7.6, 0, 9.6], shade(color, 0.85), { at: [side * 5.9, 0, z] }, 4);
        to.bar(WALL, [side * 5.9, 7.4, z, side * 4.9, 9.4, z, side * 3.3, 10.6, z], 0.22, shade(color, 0.92));
      }
    }
    // The west front: portals, a gallery, the rose window, a gable.
    to.block(WALL, [5.2, 13, 2], [0, 7, 3.6], color, 0.06);
    to.plate(WALL, [-2.7, 13.4, 2.7, 13.4, 0, 17.2], 1.4, color, { at: [0, 0, 3.8] });
    for (const y of [5.4, 6.8, 12.6]) to.block(WALL, [12, 0.3, 0.5], [0, y, 4.85], shade(color, 0.82), 0.06);
    for (let i = 0; i < 9; i++)
      to.plate(SOFT, pointed(0.17, 0.95), 0.1, shade(color, 0.5), facing(-2.1 + i * 0.53, 5.65, 4.62, 0));
    to.disc(WALL, 2.1, 0.3, [0, 9.6, 4.5], shade(color, 0.8), [Math.PI / 2, 0, 0]);
    to.disc(isNight ? LIT : SOFT, 1.8, 0.34, [0, 9.6, 4.55], isNight ? '#e8a04a' : '#2b3550', [Math.PI / 2, 0, 0]);
    for (const [i, a] of around(12).entries()) {
      const [s, c] = [Math.sin(a), Math.cos(a)];
      to.disc(isNight ? LIT : SOFT, 0.34, 0.1, [s * 1.25, 9.6 + c * 1.25, 4.86], GLASS_TONES[i % 5]!, [
        Math.PI / 2,
        0,
        0,
      ]);
      to.rod(WALL, [s * 0.4, 9.6 + c * 0.4, 4.92], [s * 1.75, 9.6 + c * 1.75, 4.92], 0.05, shade(color, 0.95));
    }
    to.disc(isNight ? LIT : SOFT, 0.4, 0.1, [0, 9.6, 4.88], '#d8a23a', [Math.PI / 2, 0, 0]);
    for (const [x, w, h] of [
      [0, 1.3, 4.4],
      [-4, 0.95, 3.5],
      [4, 0.95, 3.5],
    ] as const) {
      for (const [k, tone, d] of [
        [1.3, 0.88, 0.3],
        [1.12, 0.74, 0.5],
      ] as const)
        to.plate(
          WALL,
          pointed(w * k, h * (1 + (k - 1) * 0.6)),
          d,
          shade(color, tone),
          facing(x, 0.6, x === 0 ? 4.7 : 5.7, 0),
        );
      to.plate(SOFT, pointed(w * 0.9, h * 0.9), 0.66, '#4a2c1a', facing(x, 0.6, x === 0 ? 4.7 : 5.7, 0));
    }
    for (let i = 0; i < 3; i++)
      to.block(WALL, [12 - i * 0.6, 0.2, 1.8 - i * 0.4], [0, 0.1 + i * 0.2, 6.9 - i * 0.2], shade(color, 0.8), 0.03);
    addSpire(to, 0.8, 16, 26, [0, -8], slate);
  },
  mosque(to, color, isNight) {
    const dome = toSrgb('#5f93a6');
    to.block(WALL, [16, 0.7, 14], [0, 0.35, 0], shade(color, 0.8), 0.06);
    to.block(WALL, [12, 5, 10], [0, 3.2, -0.5], color, 0.08);
    to.block(WALL, [12.5, 0.4, 10.5], [0, 5.8, -0.5], shade(color, 0.86), 0.1);
    to.block(WALL, [4, 6.6, 1.4], [0, 3.9, 5], shade(color, 1.04), 0.1);
    to.plate(SOFT, pointed(1.5, 5.2), 0.2, mixColors('#3c7f92', dome, 0.3), facing(0, 0.7, 5.68, 0));
    to.plate(SOFT, pointed(1.05, 4), 0.3, isNight ? '#e0a050' : '#3a2a20', facing(0, 0.7, 5.7, 0));
    for (const x of [-4.8, -3.2, 3.2, 4.8]) addWindow(to, 0.5, 2.6, facing(x, 1.9, 4.5, 0), color, isNight);
    for (const side of [-1, 1])
      for (const z of [-3.6, -1.2, 1.2, 3.4])
        addWindow(to, 0.5, 2.6, facing(side * 6, 1.9, z - 0.5, (side * Math.PI) / 2), color, isNight);
    to.turned(WALL, [3.7, 5.9, 3.7, 7.2, 3.85, 7.3], color, { at: [0, 0, -0.8] }, 36);
    for (const a of around(12))
      to.plate(
        isNight ? LIT : SOFT,
        pointed(0.3, 0.85),
        0.12,
        isNight ? '#ffc26a' : '#33414a',
        multiply(translation(0, 6.15, -0.8), rotationY(a), translation(0, 0, 3.68)),
      );
    addDome(to, 3.75, 7.2, 0, -0.8, dome);
    for (const x of [-4.4, 4.4]) for (const z of [-4.2, 2.8]) addDome(to, 1.25, 5.9, x, z, dome);
    for (const x of [-7.3, 7.3])
      for (const z of [-5.6, 5.4]) {
        to.turned(
          WALL,
          [
            0.85, 0.6, 0.8, 1.6, 0.6, 1.9, 0.55, 9, 0.95, 9.3, 0.95, 9.9, 0.85, 9.9, 0.5, 9.9, 0.46, 13, 0.75, 13.2,
            0.75, 13.7, 0.42, 13.7, 0.4, 15, 0.5, 15.1,
          ],
          color,
          { at: [x, 0, z] },
          18,
        );
        to.turned(TILES, [0.55, 15, 0.3, 16.4, 0, 18.2], dome, { at: [x, 0, z] }, 18);
        to.rod(POLISHED, [x, 18, z], [x, 19, z], 0.05, '#d8b257');
      }
  },
  pagoda,
  columns(to, color) {
    for (let i = 0; i < 3; i++)
      to.block(
        WALL,
        [13.4 - i * 0.9, 0.42, 20 - i * 0.9],
        [0, 0.21 + i * 0.42, -4],
        shade(color, 0.82 + i * 0.05),
        0.03,
      );
    to.block(WALL, [6.6, 6, 13.5], [0, 4.2, -4], shade(color, 0.8), 0.04);
    to.block(SOFT, [2, 4.2, 0.2], [0, 3.3, 2.76], '#3a2f28', 0.02);
    const shaft = [0.62, 0, 0.6, 0.1, 0.56, 0.14, 0.55, 2, 0.46, 5.2, 0.62, 5.5, 0.66, 5.62];
    const column = (x: number, z: number): void => {
      to.turned(WALL, shaft, color, { at: [x, 1.26, z] }, 14);
      to.block(WALL, [1.4, 0.3, 1.4], [x, 7, z], shade(color, 1.03), 0.04);
    };
    for (let i = 0; i < 6; i++) for (const z of [4.8, -12.8]) column(-5 + i * 2, z);
    for (let i = 1; i < 8; i++) for (const x of [-5, 5]) column(x, 4.8 - i * 2.2);
    to.block(WALL, [11.8, 0.8, 19.2], [0, 7.55, -4], color, 0.04);
    to.block(WALL, [11.9, 0.7, 19.3], [0, 8.3, -4], shade(color, 0.88), 0.03);
    for (let i = 0; i < 11; i++)
      to.block(WALL, [0.5, 0.62, 0.1], [-5.4 + i * 1.08, 8.3, 5.66], shade(color, 1.05), 0.02);
    to.block(WALL, [12.8, 0.3, 20.2], [0, 8.8, -4], color, 0.05);
    to.plate(WALL, [-6, 8.9, 6, 8.9, 0, 11.2], 18.6, shade(color, 0.92), { at: [0, 0, -4] });
    for (const side of [-1, 1])
      to.plate(WALL, [side * 6.5, 8.9, side * 6.5, 9.2, 0, 11.8, 0, 11.3], 20.2, shade(color, 1.02), {
        at: [0, 0, -4],
      });
    for (let i = -2; i <= 2; i++)
      to.ball(
        WALL,
        [0.34, 0.62 - Math.abs(i) * 0.14, 0.2],
        [i * 1.3, 9.6 - Math.abs(i) * 0.12, 5.4],
        shade(color, 1.08),
      );
  },
};

function addTower(to: Tools, x: number, color: Srgb, isNight: boolean, slate: string): void {
  to.block(WALL, [4, 21, 4], [x, 10.9, 3.6], color, 0.08);
  for (const y of [5.4, 12.6, 17, 21.2]) to.block(WALL, [4.4, 0.34, 4.4], [x, y, 3.6], shade(color, 0.84), 0.06);
  for (const dx of [-2, 2])
    for (const dz of [-2, 2]) {
      to.block(WALL, [0.7, 21, 0.7], [x + dx, 10.9, 3.6 + dz], shade(color, 0.93), 0.1);
      to.turned(WALL, [0.55, 21.4, 0.5, 22.4, 0, 24.6], shade(color, 0.86), { at: [x + dx, 0, 3.6 + dz] }, 6);
    }
  for (const turn of around(4)) {
    const place = multiply(translation(x, 0, 3.6), rotationY(turn));
    for (const dx of [-0.85, 0.85])
      to.plate(
        isNight ? LIT : SOFT,
        pointed(0.5, 3),
        0.2,
        isNight ? '#e8a85a' : '#2e2c30',
        multiply(place, translation(dx, 17.4, 1.96)),
      );
    addWindow(to, 0.6, 3, multiply(place, translation(0, 13.1, 1.96)), color, isNight);
  }
  addSpire(to, 1.7, 21.4, 29, [x, 3.6], slate);
}

function addDome(to: Tools, r: number, foot: number, x: number, z: number, color: Srgb): void {
  const bulb = [1, 0, 1.04, 0.14, 1.02, 0.34, 0.94, 0.56, 0.78, 0.78, 0.54, 0.96, 0.26, 1.1, 0.08, 1.24, 0, 1.3];
  to.turned(
    { specular: 0.35, gloss: 40, wrap: 0.15 },
    bulb.map((v) => v * r),
    color,
    { at: [x, foot, z] },
    36,
  );
  to.turned(
    POLISHED,
    [0.05, 1.24, 0.09, 1.34, 0.03, 1.44, 0.06, 1.52, 0.02, 1.6, 0, 1.78].map((v) => v * r),
    '#d8b257',
    { at: [x, foot, z] },
    12,
  );
}
