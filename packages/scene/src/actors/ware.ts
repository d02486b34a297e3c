import { mixColors, type Srgb, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationY, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts } from './prop-tools.ts';
import { MAKE_WARE, type WareForm } from './ware-forms.ts';

/** Goods of workshops, kitchens and counters: tools, appliances, plates and boards, coins and bars. */
export const ware: ActorModel = { gaits: { spin: 0.3, float: 0.1, fly: 1 }, build };

/** The first whose word is called, its usual colour, and how high its top is where something stands on it. */
const FORMS: readonly (readonly [form: WareForm, words: RegExp, color: string, top: number])[] = [
  ['saw', /\bsaw\b|handsaw/, '#b5793f', 0.01],
  ['amplifier', /amplifier|\bamp\b|cabinet/, '#23211f', 0.62],
  ['speaker', /speaker/, '#2a2b2f', 0.42],
  ['toaster', /toaster/, '#c9ccd1', 0.21],
  ['blender', /blender|processor|juicer/, '#c8352f', 0.42],
  ['microwave', /microwave/, '#d9dadc', 0.3],
  ['washer', /washing machine|washer|dryer|dishwasher/, '#eef0f1', 0.86],
  ['turntable', /turntable|vinyl/, '#7a4c2c', 0.12],
  ['ingot', /ingot|gold bar|bullion/, '#e0ac2b', 0.04],
  ['plate', /plate|saucer/, '#f4f2ec', 0.012],
  ['board', /board/, '#b98450', 0.022],
  ['tray', /tray/, '#c3c8ce', 0.014],
  ['stand', /stand/, '#f4f2ec', 0.125],
  ['snowGlobe', /snow ?globe/, '#8a3b2c', 0.2],
  ['iceCube', /ice cube/, '#dceef6', 0.04],
  ['lavaLamp', /lava lamp/, '#e0482c', 0.4],
  ['pearl', /pearl/, '#f3ece2', 0.014],
  ['barrel', /barrel/, '#8d5a30', 0.9],
  ['terrarium', /terrarium/, '#ffffff', 0.2],
  ['coin', /./, '#e0ac2b', 0.004],
];

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [form, , usual, top] = FORMS.find(([, words]) => isCalled(context, words)) ?? FORMS.at(-1)!;
  const color: Srgb = toSrgb(actor.color ?? usual);
  const parts = craftParts(`ware/${form}/${toHex(color)}`, detail, (to) => MAKE_WARE[form](to, color));
  const record =
    form === 'turntable'
      ? craftParts(`ware/record/${toHex(color)}`, detail, (to) => {
          to.disc({ specular: 0.7, gloss: 60 }, 0.15, 0.004, [0, 0, 0], '#141416');
          for (const r of [0.07, 0.095, 0.12, 0.14])
            to.hoop({ specular: 0.5, gloss: 40 }, r, 0.0012, [0, 0.004, 0], '#2c2c30');
          to.disc({ specular: 0.2 }, 0.05, 0.005, [0, 0, 0], '#d2452f');
          to.disc({ specular: 0.2 }, 0.02, 0.0056, [0.024, 0, 0], mixColors('#d2452f', '#ffffff', 0.7));
        })
      : [];
  // A coin stands on its edge to be seen, unless it lies in a heap.
  const isUpright = form === 'coin' && !isCalled(context, /stacked|pile|heap|pyramid|circle/) && actor.pose !== 'lying';
  const upright = multiply(translation(0, 0.016, 0), rotationX(Math.PI / 2 - 0.12));
  return propActor(context, parts, {
    seats: [{ position: [0, top, 0], width: SEAT_WIDTHS[form] ?? 0.2 }],
    ...(isUpright ? { root: () => upright } : {}),
    animate(t, _travel, add) {
      if (form === 'turntable') add(record, multiply(translation(-0.05, 0.105, 0), rotationY(t * 3.4)));
    },
    ...(form === 'lavaLamp'
      ? { lights: () => [{ position: [0, 0.25, 0.2] as const, color: [1.1, 0.36, 0.18] as const, radius: 1.6 }] }
      : {}),
  });
}

const SEAT_WIDTHS: Partial<Record<WareForm, number>> = {
  plate: 0.2,
  board: 0.3,
  tray: 0.36,
  stand: 0.26,
  amplifier: 0.5,
  washer: 0.5,
  barrel: 0.5,
};
