import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { curveAt } from '../model/curve.ts';
import { compose } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, GLOSSY, POLISHED, type Tools } from './prop-tools.ts';

/** A guitar on its stand; an electric one, a violin, a cello or a ukulele by word. In centimetres, faces +z. */
export const guitar: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

const LACQUERED = { ...FINE_WOOD, specular: 0.6, gloss: 70 } as const;

function build(context: ActorContext): Actor {
  const form = isCalled(context, /violin|cello|viola|fiddle|double bass/)
    ? 'violin'
    : isCalled(context, /electric|bass guitar|rock/)
      ? 'electric'
      : 'guitar';
  const color = toSrgb(context.actor.color ?? { violin: '#8a3f14', electric: '#c1121f', guitar: '#c98a45' }[form]);
  const isHeld = context.isHeld === true;
  const parts = craftParts(`guitar/${form}/${isHeld}/${toHex(color)}`, context.detail, (to) => {
    addGuitar(to, form, color);
    if (!isHeld) addStand(to);
  });
  const size = isCalled(context, /cello|double bass/)
    ? 2
    : isCalled(context, /ukulele/)
      ? 0.6
      : form === 'violin'
        ? 0.62
        : 1;
  const built = propActor(context, parts, { scale: 0.01 * size, ...(isHeld ? { root: () => PLAYED } : {}) });
  return isHeld ? { ...built, grip: [0, 0.22 * size * context.actor.size, -0.04] } : built;
}

/** Its neck to the player's left, a little up. */
const PLAYED = compose({ at: [-22, 12, 0], rotate: [0.12, 0, -1.05] });

/** Half of the outline from the foot up; the other half mirrors it. */
const OUTLINES: Readonly<Record<string, readonly number[]>> = {
  guitar: [
    0, 0, 8, 0.8, 14, 4, 18, 10, 18.6, 16, 16, 22, 12.4, 26.5, 12, 30, 13.4, 35, 13.2, 40, 10, 44.6, 5, 47, 0, 47.4,
  ],
  violin: [
    0, 0, 8, 0.8, 14, 4, 17, 10, 16, 16, 14.6, 18.2, 15.4, 19.4, 12, 21, 10.4, 25, 11, 29.4, 13.6, 31.4, 13, 33, 14, 37,
    12.4, 42, 8, 46, 0, 47.4,
  ],
  electric: [0, 1, 8, 0, 14.5, 4, 17, 11, 15, 18, 12.6, 24, 13.4, 32, 15.4, 41, 13, 44, 8, 36, 3.4, 33, 0, 33],
};

function addGuitar(to: Tools, form: string, color: Srgb): void {
  const half = OUTLINES[form]!;
  const right = smooth(half, to.isHero ? 4 : 2);
  const left = right.map(([x, y]) => [-x * (form === 'electric' && y > 26 ? 0.8 : 1), y] as const).reverse();
  const outline = [...right, ...left].flat();
  const thick = form === 'electric' ? 4.4 : form === 'violin' ? 7 : 9.6;
  const lean = { at: [0, 10, 0] as const, rotate: [-0.17, 0, 0] as const };
  const put = (z: number, x = 0, y = 0) =>
    [x, 10 + y * Math.cos(0.17) + z * Math.sin(0.17), z * Math.cos(0.17) - y * Math.sin(0.17)] as const;
  const tilt = lean.rotate;
  to.plate(LACQUERED, outline, thick, shade(color, form === 'electric' ? 1 : 0.55), lean, 0.6);
  if (form !== 'electric') {
    to.plate(
      LACQUERED,
      outline.map((v, i) => (i % 2 ? 23.7 + (v - 23.7) * 0.965 : v * 0.965)),
      0.5,
      color,
      { at: put(thick / 2 + 0.05), rotate: tilt },
      0.15,
    );
  } else {
    to.plate(
      GLOSSY,
      [-9, 4, 11, 5, 12, 16, 9, 26, 2, 30, -7, 27, -9, 14],
      0.3,
      '#f4f1ea',
      { at: put(thick / 2 + 0.1), rotate: tilt },
      0.1,
    );
    for (const y of [12, 18, 24]) to.block(GLOSSY, [7, 1.8, 0.9], put(thick / 2 + 0.5, 0, y), '#1c1c20', 0.4, tilt);
    for (const [x, y] of [
      [10, 8],
      [11.5, 12.5],
      [9, 4.5],
    ] as const)
      to.disc(POLISHED, 1.1, 1.2, put(thick / 2 + 0.3, x, y), '#d6b36a', [Math.PI / 2 - 0.17, 0, 0]);
  }
  const top = form === 'electric' ? 88 : form === 'violin' ? 84 : 92;
  const from = form === 'electric' ? 28 : 30;
  to.block(
    FINE_WOOD,
    [form === 'violin' ? 3.6 : 5.2, top - from, 2.6],
    put(thick / 2 - 0.2, 0, (top + from) / 2),
    shade('#6b3f20', 1),
    1.1,
    tilt,
  );
  to.block(
    FINE_WOOD,
    [form === 'violin' ? 3.8 : 5.4, top - from, 0.7],
    put(thick / 2 + 1.3, 0, (top + from) / 2),
    '#21150e',
    0.2,
    tilt,
  );
  if (form !== 'violin') {
    for (let i = 0; i < (to.isFar ? 0 : 15); i++)
      to.block(
        POLISHED,
        [5.3, 0.26, 0.3],
        put(thick / 2 + 1.7, 0, top - 1 - (top - from) * (1 - 0.944 ** (i + 1)) * 1.55),
        '#cfd4da',
        0.05,
        tilt,
      );
    to.block(
      GLOSSY,
      [7.4, 14, 1.8],
      put(thick / 2 + 0.2, 0, top + 7),
      form === 'electric' ? shade(color, 0.9) : '#4a2a15',
      0.6,
      [-0.25, 0, 0],
    );
    for (const s of [-1, 1])
      for (let i = 0; i < 3; i++)
        to.ball(POLISHED, [1.3, 0.8, 0.6], put(thick / 2 - 0.3, s * 5, top + 3.4 + i * 4), '#e6dfcc');
  } else {
    const [sx, sy, sz] = put(thick / 2, 0, top);
    to.bar(
      FINE_WOOD,
      [sx, sy - 2, sz, sx, sy + 6, sz - 1, sx, sy + 10, sz - 1, sx, sy + 10.5, sz + 2, sx, sy + 8, sz + 1.6],
      (s) => 1.7 - 0.7 * s,
      '#5d2a0e',
    );
    for (const s of [-1, 1])
      for (const y of [1, 4]) to.rod(GLOSSY, [0, sy + y, sz - 0.4], [s * 4.4, sy + y + 0.4, sz - 0.4], 0.5, '#1d1410');
    for (const s of [-1, 1]) {
      to.bar(
        GLOSSY,
        [s * 5, 22, 5.6, s * 6.2, 26, 5.2, s * 5, 30, 4.2, s * 6.6, 33, 4].map((v, i) =>
          i % 3 === 2 ? v - 1.6 + 0.35 : v,
        ),
        0.42,
        '#150d08',
      );
    }
  }
  if (form === 'guitar') {
    to.disc(GLOSSY, 5, 0.3, put(thick / 2 + 0.2, 0, 29), '#140c07', [Math.PI / 2 - 0.17, 0, 0]);
    to.hoop(GLOSSY, 5.5, 0.35, put(thick / 2 + 0.4, 0, 29), '#e9d7a6', [-0.17, 0, 0]);
    to.plate(
      GLOSSY,
      [6, 20, 12, 19, 13, 24, 8, 27, 5.4, 25],
      0.2,
      '#3b1c10',
      { at: put(thick / 2 + 0.35), rotate: tilt },
      0.05,
    );
  }
  const bridge = form === 'electric' ? 7 : 13;
  to.block(
    form === 'violin' ? FINE_WOOD : GLOSSY,
    form === 'violin' ? [7, 5, 0.6] : [14, 2, 1],
    put(thick / 2 + (form === 'violin' ? 1.6 : 0.5), 0, bridge + (form === 'violin' ? 8 : 0)),
    form === 'violin' ? '#d9a860' : '#2a1810',
    0.3,
    form === 'violin' ? [Math.PI / 2 - 0.17, 0, 0] : tilt,
  );
  if (form === 'violin')
    to.plate(
      GLOSSY,
      [-1.6, 1, 1.6, 1, 2.6, 15, -2.6, 15],
      0.8,
      '#1a110c',
      { at: put(thick / 2 + 1.8), rotate: tilt },
      0.2,
    );
  const strings = form === 'violin' ? 4 : 6;
  for (let i = 0; i < strings; i++) {
    const x = (i - (strings - 1) / 2) * 0.8;
    to.rod(POLISHED, put(thick / 2 + 2.1, x * 1.2, bridge), put(thick / 2 + 1.95, x * 0.8, top), 0.07, '#e8e8ea');
  }
}

/** A yoke in front, two legs and one behind. */
function addStand(to: Tools): void {
  for (const s of [-1, 1]) {
    to.bar(GLOSSY, [s * 9, 13, 9, s * 9, 10.6, 6, s * 9, 9, 0, s * 5, 11, -8], 0.9, '#1d1d20');
    to.rod(GLOSSY, [s * 9, 9.6, 1], [s * 19, 0, 13], 0.8, '#1d1d20');
  }
  to.bar(GLOSSY, [-5, 11, -8, 0, 12, -9, 5, 11, -8], 0.9, '#1d1d20');
  to.rod(GLOSSY, [0, 12, -9], [0, 0, -24], 0.8, '#1d1d20');
}

function smooth(row: readonly number[], steps: number): (readonly [number, number])[] {
  const points = Array.from({ length: row.length / 2 }, (_, i) => [row[i * 2]!, row[i * 2 + 1]!] as const);
  const out: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [points[i - 1] ?? points[i]!, points[i]!, points[i + 1]!, points[i + 2] ?? points[i + 1]!];
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const along = (n: 0 | 1): number => curveAt(a[n], b[n], c[n], d[n], t);
      out.push([Math.max(i === 0 && k === 0 ? 0 : 0.05, along(0)), along(1)]);
    }
  }
  return out;
}
