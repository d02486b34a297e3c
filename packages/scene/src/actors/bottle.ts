import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { partColor } from './part-color.ts';
import { isCalled, propActor } from './prop.ts';
import { CLEAR, craftParts, GLOSSY, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A bottle: wine unless the word says champagne, beer, water, whisky, milk, oil or potion; or a can. In centimetres. */
export const bottle: ActorModel = { gaits: { float: 0.1, spin: 0, fall: 2 }, build };

interface Form {
  readonly pattern: RegExp;
  readonly glass: string;
  /** Outline up to the cap. */
  readonly outline: readonly number[];
  readonly cap: readonly number[];
  readonly capColor: string;
  readonly label: readonly [foot: number, height: number, radius: number] | undefined;
  readonly paper: string;
}

const FORMS: Readonly<Record<string, Form>> = {
  can: {
    pattern: /\bcan\b|soda|cola|energy drink|soup/,
    glass: '#c8232c',
    outline: [0, 0.2, 2.2, 0, 2.4, 0.1, 3.2, 0.8, 3.3, 1.2, 3.3, 10.6, 3.1, 11.2, 2.7, 11.7],
    cap: [2.7, 11.6, 2.75, 11.8, 2.6, 11.9, 2.5, 11.7, 0, 11.7],
    capColor: '#c9cdd3',
    label: [3, 5.4, 3.31],
    paper: '',
  },
  champagne: {
    pattern: /champagne|sparkling|prosecco/,
    glass: '#24402a',
    outline: [0, 0, 4, 0, 4.4, 0.5, 4.4, 13, 4.1, 16, 2.2, 21.5, 1.5, 24.5, 1.45, 26],
    cap: [1.62, 21, 1.7, 22, 1.75, 27, 1.9, 27.6, 1.95, 28.8, 1.6, 30.4, 0.9, 31, 0, 31.1],
    capColor: '#d8b45e',
    label: [4, 6.5, 4.42],
    paper: '#f1e6c4',
  },
  beer: {
    pattern: /\bbeer|\bale\b|lager|cider|root beer/,
    glass: '#7a3f12',
    outline: [0, 0, 2.8, 0, 3.05, 0.3, 3.05, 11.6, 2.7, 13.6, 1.5, 16.6, 1.3, 18, 1.25, 21.6],
    cap: [1.25, 21.5, 1.6, 21.6, 1.55, 22.2, 1.3, 22.4, 0, 22.4],
    capColor: '#cfa43b',
    label: [3, 6, 3.07],
    paper: '#f0e3c0',
  },
  water: {
    pattern: /water|plastic/,
    glass: '#a9d3e6',
    outline: [0, 0.3, 2.4, 0, 3, 0.6, 3.1, 4, 2.9, 5, 3.1, 6, 3.1, 12, 2.9, 13, 3.1, 14, 3, 17, 1.5, 20, 1.3, 20.6],
    cap: [1.45, 20.5, 1.5, 20.6, 1.5, 22.2, 1.35, 22.4, 0, 22.4],
    capColor: '#2c6fc2',
    label: [6.4, 5.2, 3.12],
    paper: '#eef6fb',
  },
  whisky: {
    pattern: /whisk|bourbon|\brum\b|brandy|cognac|liquor|vodka|\bgin\b|tequila|spirits/,
    glass: '#b5651d',
    outline: [0, 0, 4.4, 0, 4.8, 0.5, 4.8, 13, 4.3, 15.2, 1.9, 17, 1.5, 18, 1.45, 20],
    cap: [1.5, 20, 1.8, 20.1, 1.8, 22.8, 1.6, 23, 0, 23],
    capColor: '#2a1c14',
    label: [3.5, 7, 4.82],
    paper: '#efe2bf',
  },
  milk: {
    pattern: /milk/,
    glass: '#f6f4ec',
    outline: [0, 0, 3.6, 0, 4, 0.4, 4, 12, 3.6, 14, 2, 17.5, 1.8, 19],
    cap: [1.8, 18.9, 2.2, 19, 2.2, 19.8, 2, 20, 0, 20],
    capColor: '#3b74b8',
    label: undefined,
    paper: '',
  },
  potion: {
    pattern: /potion|elixir|magic|poison/,
    glass: '#7b2fd0',
    outline: [
      0, 0, 2.6, 0, 4.4, 1.2, 5.2, 3.6, 5, 5.8, 3.6, 8, 1.7, 9.6, 1.4, 10.6, 1.4, 12.2, 2, 12.4, 2, 12.9, 1.5, 13,
    ],
    cap: [1.4, 12.9, 1.5, 14.2, 1.3, 14.6, 0, 14.6],
    capColor: '#a9794a',
    label: undefined,
    paper: '',
  },
  wine: {
    pattern: /./,
    glass: '#23351f',
    outline: [0, 0, 3.4, 0, 3.75, 0.4, 3.75, 18.4, 3.4, 20.2, 1.8, 22.6, 1.4, 24, 1.38, 25],
    cap: [1.46, 23, 1.5, 24, 1.46, 28.6, 1.6, 28.7, 1.6, 29.6, 1.4, 29.8, 0, 29.8],
    capColor: '#6d1626',
    label: [5, 8, 3.77],
    paper: '#f2ead6',
  },
};

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [name, form] = Object.entries(FORMS).find(([, { pattern }]) => isCalled(context, pattern))!;
  const color = toSrgb(actor.color ?? form.glass);
  const capColor = partColor(actor, 'cap') ?? form.capColor;
  const key = `bottle/${name}/${toHex(color)}/${capColor}`;
  const parts = craftParts(key, detail, (to) => addBottle(to, name, { ...form, capColor }, color));
  const words = actor.text?.trim();
  const label = form.label;
  const tag =
    words && label
      ? [
          lettering(context, words, {
            width: label[2] * 2.1,
            height: label[1] * 0.5,
            at: [0, label[0] + label[1] * 0.55, 0],
            radius: label[2] + 0.03,
            text: { color: form.paper ? '#3b2418' : '#ffffff', font: 'serif' },
          }),
        ]
      : [];
  const glows = name === 'potion';
  return propActor(context, [...parts, ...tag], {
    scale: 0.01,
    ...(glows
      ? {
          lights: (t: number) => [
            {
              position: [0, 8, 8] as const,
              color: [color[0] / 300, color[1] / 300, color[2] / 300 + 0.1 * Math.sin(t * 3)] as const,
              radius: 40,
            },
          ],
        }
      : {}),
  });
}

function addBottle(to: Tools, name: string, form: Form, color: Srgb): void {
  const body = name === 'can' ? POLISHED : name === 'potion' ? { ...CLEAR, emissive: 0.35 } : CLEAR;
  to.turned(name === 'milk' ? GLOSSY : body, form.outline, color, undefined, 48);
  const cap = name === 'potion' || name === 'milk' ? SOFT : name === 'water' ? GLOSSY : POLISHED;
  to.turned(cap, form.cap, form.capColor, undefined, 36);
  if (name === 'can') to.bar(POLISHED, [0, 11.9, -0.6, 0.5, 11.95, 0.5, 0, 11.95, 1.2], 0.12, '#dfe3e8');
  if (form.label && form.paper !== '') {
    const [foot, height, radius] = form.label;
    to.turned(SOFT, [radius, foot, radius, foot + height], form.paper, undefined, 48);
    for (const share of [0.06, 0.12, 0.9]) {
      const y = foot + height * share;
      to.turned(SOFT, [radius + 0.015, y, radius + 0.015, y + height * 0.03], form.capColor, undefined, 48);
    }
    to.turned(SOFT, [radius + 0.015, foot + height * 0.2, radius + 0.015, foot + height * 0.24], shade(color, 0.7));
  }
  if (name === 'champagne') to.hoop(POLISHED, 1.85, 0.12, [0, 27.5, 0], mixColors(form.capColor, '#ffffff', 0.2));
}
