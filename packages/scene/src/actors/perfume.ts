import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { paint } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { partColor } from './part-color.ts';
import { isCalled, propActor } from './prop.ts';
import { CLEAR, craftParts, GLOSSY, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A flacon of scent; a jar of cream, a pump bottle, a dropper bottle or a lipstick by word. Modelled in centimetres. */
export const perfume: ActorModel = { gaits: { float: 0.1, spin: 0 }, build };

const FORMS = [
  ['lipstick', /lipstick/],
  ['jar', /\bjar\b|cream|balm|moisturi|mask/],
  ['pump', /lotion|shampoo|soap|gel\b|pump|sanitizer|conditioner/],
  ['dropper', /serum|dropper|\boil\b|essence|skincare|cosmetic/],
  ['polish', /nail/],
  ['flacon', /./],
] as const;
const COLORS = {
  lipstick: '#b3122c',
  jar: '#f4efe8',
  pump: '#e9e4da',
  dropper: '#a8622a',
  polish: '#c2185b',
  flacon: '#e0a05e',
};
const GOLD = '#d8b063';

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = FORMS.find(([, pattern]) => isCalled(context, pattern))![0];
  const color = toSrgb(actor.color ?? COLORS[form]);
  const told = partColor(actor, 'cap');
  const cap = toSrgb(told === undefined ? GOLD : told === '#e0ac2b' ? '#d8a93c' : told);
  const parts = craftParts(`perfume/${form}/${toHex(color)}/${toHex(cap)}`, detail, (to) => MAKE[form](to, color, cap));
  const words = actor.text?.trim();
  const label = { flacon: [4.6, 1.7, 3.6, 1.86], jar: [5, 1.6, 2.2, 3.61], pump: [4.4, 3, 8, 3.02] } as const;
  const spot = form in label ? label[form as keyof typeof label] : ([2.6, 1.6, 3.4, 1.72] as const);
  const tag = words
    ? [
        lettering(context, words, {
          width: spot[0],
          height: spot[1],
          at: form === 'flacon' ? [0, spot[2], spot[3]] : [0, spot[2], 0],
          ...(form === 'flacon' ? {} : { radius: spot[3] }),
          text: { color: '#3a2a1c', font: 'serif' },
        }),
      ]
    : [];
  return propActor(context, [...parts, ...tag], { scale: 0.01 });
}

/** A block of glass, part filled: light along its edges and in its thick foot, deep in the middle. */
function filledBlock([w, h, d]: readonly [number, number, number], liquid: Srgb, isHero: boolean): Mesh {
  const edge = isHero ? 0.36 : 0.8;
  const body = smoothBlob([{ kind: 'block', at: [0, h / 2, 0], size: [w, h, d], round: d * 0.24 }], edge, {
    occlusionReach: 0,
  });
  const clear = mixColors(liquid, '#f6f8fa', 0.72);
  return paint(body, (x, y, z, [, ny]) => {
    const within = Math.min(Math.abs(x) / (w / 2), Math.abs(z) / (d / 2));
    const wall = softStep(0.72, 0.9, within);
    const depth = shade(liquid, 0.62 + 0.5 * softStep(0, h * 0.8, y) + 0.14 * Math.sin(x * 1.1 + 0.6));
    const foot = softStep(h * 0.15, h * 0.1, y);
    const air = softStep(h * 0.8, h * 0.82, y);
    const inside = mixColors(depth, shade(clear, 0.86), air);
    return mixColors(inside, shade(clear, ny < -0.5 ? 0.6 : 1.05), Math.max(wall * 0.85, foot * 0.9));
  });
}

const MAKE: Record<(typeof FORMS)[number][0], (to: Tools, color: Srgb, cap: Srgb) => void> = {
  flacon(to, color, cap) {
    to.add(CLEAR, filledBlock([7.4, 8.4, 3.6], color, to.isHero));
    to.turned(POLISHED, [0, 8.2, 1.5, 8.2, 1.5, 8.5, 1.15, 8.6, 1.15, 9.6, 0, 9.6], cap, undefined, 28);
    to.block(POLISHED, [3.3, 3.2, 2.5], [0, 11.1, 0], cap, 0.35);
    to.block(POLISHED, [3.36, 0.18, 2.56], [0, 9.75, 0], shade(cap, 0.75), 0.08);
    to.block(POLISHED, [2.6, 0.06, 0.05], [0, 2.3, 1.82], cap, 0.02);
  },
  jar(to, color) {
    const wall = [0, 0, 3.2, 0, 3.5, 0.3, 3.6, 1, 3.6, 3.6, 3.4, 3.9, 3.1, 4, 0, 4];
    to.turned(GLOSSY, wall, color, undefined, 48);
    const lid = [0, 4.05, 3.55, 4.05, 3.7, 4.15, 3.7, 5.7, 3.55, 5.9, 3.2, 5.98, 0, 6];
    to.turned(POLISHED, lid, GOLD, undefined, 48);
    to.hoop(POLISHED, 3.6, 0.06, [0, 4.02, 0], shade(GOLD, 0.7));
  },
  pump(to, color) {
    const body = [0, 0, 2.7, 0, 3, 0.4, 3, 12, 2.7, 12.9, 1.4, 13.6, 1.3, 14.2, 0, 14.2];
    to.turned(GLOSSY, body, color, undefined, 44);
    to.disc(POLISHED, 1.45, 1.3, [0, 14.1, 0], '#c9cdd2');
    to.rod(POLISHED, [0, 15.3, 0], [0, 17, 0], 0.32, '#c9cdd2');
    to.bar(GLOSSY, [0, 17.2, -0.6, 0, 17.3, 0.6, 0, 17.3, 2, 0, 16.9, 3], (s) => 0.72 - 0.4 * s, '#f2f0ea');
    to.turned(GLOSSY, [3.015, 5.6, 3.015, 5.75], GOLD, undefined, 44);
    to.turned(GLOSSY, [3.015, 10.2, 3.015, 10.35], GOLD, undefined, 44);
  },
  dropper(to, color) {
    const body = [0, 0, 1.5, 0, 1.7, 0.2, 1.7, 5.4, 1.5, 6, 0.75, 6.4, 0.75, 7, 0, 7];
    to.turned(CLEAR, body, color, undefined, 40);
    to.turned(SOFT, [1.715, 1, 1.715, 4.8], '#f5f0e6', undefined, 40);
    to.turned(POLISHED, [0, 6.6, 0.95, 6.6, 1, 6.7, 1, 7.9, 0.9, 8, 0, 8], GOLD, undefined, 36);
    to.turned(SOFT, [0.62, 7.9, 0.62, 8.4, 0.56, 9.4, 0.6, 10, 0.4, 10.4, 0, 10.5], '#23201f', undefined, 24);
  },
  polish(to, color) {
    to.turned(CLEAR, [0, 0, 1.5, 0, 1.7, 0.25, 1.7, 2.2, 1.5, 2.9, 0.7, 3.2, 0.7, 3.4, 0, 3.4], color);
    to.turned(GLOSSY, [0, 3.4, 0.85, 3.4, 0.9, 3.5, 0.62, 7.4, 0.4, 7.6, 0, 7.6], '#1c1b1e', undefined, 28);
  },
  lipstick(to, color) {
    to.turned(GLOSSY, [0, 0, 1.05, 0, 1.1, 0.08, 1.1, 3.4, 1.02, 3.5, 0, 3.5], '#17161a', undefined, 36);
    to.turned(POLISHED, [0.96, 3.4, 0.96, 5, 0.9, 5.06, 0, 5.06], GOLD, undefined, 36);
    const stick = [0.72, 5, 0.72, 6.6, 0.7, 6.9, 0.6, 7.2, 0.4, 7.4, 0, 7.5];
    to.turned(SOFT, stick, color, [1, 0, 0, 0, 0, 1, 0.12, 0, 0, 0, 1, 0, 0, 0, 0, 1], 32);
    to.turned(GLOSSY, [0, 0, 1.1, 0, 1.15, 0.1, 1.15, 3.9, 1.05, 4, 0, 4], '#17161a', {
      at: [1.9, 1.15, 1.4],
      rotate: [Math.PI / 2, 0.5, 0],
    });
  },
};
