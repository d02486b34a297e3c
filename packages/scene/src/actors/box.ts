import { shade, toHex, toSrgb } from '../model/color.ts';
import { ring } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { buildBooks } from './books.ts';
import { lettering } from './lettering.ts';
import { isCalled, MATT, PAINT, PLANKS, propActor, propParts, STEEL } from './prop.ts';

/** A cardboard parcel; a present with a bow, a crate, a treasure chest or books by word. */
export const box: ActorModel = { gaits: { spin: 0.3, float: 0.3, fall: 2, jump: 0 }, build };

function build(context: ActorContext): Actor {
  if (isCalled(context, /\b(?:book|novel|dictionar|textbook)/)) return buildBooks(context);
  const { actor, detail } = context;
  const form = isCalled(context, /gift|present/)
    ? 'gift'
    : isCalled(context, /crate|wooden/)
      ? 'crate'
      : isCalled(context, /chest|treasure|suitcase/)
        ? 'chest'
        : 'parcel';
  const color = toSrgb(actor.color ?? { gift: '#d6303f', crate: '#a9743f', chest: '#7a4a26', parcel: '#c49a68' }[form]);
  const parts = propParts(`box/${form}/${toHex(color)}`, detail, (to) => {
    const soft = to.isFar ? 1 : 3;
    const put = (
      material: typeof MATT,
      size: readonly [number, number, number],
      at: readonly [number, number, number],
      tone: Parameters<typeof shade>[0],
      round = 0.012,
    ) => to.add(material, to.rounded(size, round, tone, soft), { at });
    if (form === 'crate' || form === 'chest') {
      const [w, h, d] = form === 'crate' ? [0.66, 0.62, 0.66] : [0.8, 0.36, 0.5];
      put(PLANKS, [w!, h!, d!], [0, h! / 2 + 0.01, 0], color);
      const [edge, metal] = form === 'crate' ? [PLANKS, shade(color, 0.75)] : [STEEL, toSrgb('#c79a3f')];
      for (const x of [-1, 1])
        for (const z of [-1, 1]) put(edge, [0.08, h! + 0.02, 0.08], [(x * w!) / 2, h! / 2 + 0.01, (z * d!) / 2], metal);
      for (const y of [0.05, h! - 0.03])
        for (const s of [-1, 1]) {
          put(edge, [w! + 0.07, 0.08, 0.05], [0, y, (s * d!) / 2], metal);
          put(edge, [0.05, 0.08, d! + 0.07], [(s * w!) / 2, y, 0], metal);
        }
      if (form === 'chest') {
        put(PLANKS, [0.82, 0.26, 0.52], [0, 0.46, 0], shade(color, 1.1), 0.12);
        for (const x of [-0.3, 0, 0.3]) put(STEEL, [0.06, 0.28, 0.54], [x, 0.46, 0], '#c79a3f', 0.12);
        put(STEEL, [0.14, 0.16, 0.06], [0, 0.36, 0.26], '#e0b64f');
      }
      return;
    }
    put(form === 'gift' ? PAINT : MATT, [0.6, 0.46, 0.5], [0, 0.23, 0], color, 0.015);
    const tape = form === 'gift' ? '#f6d35a' : '#dcc08e';
    put(PAINT, [form === 'gift' ? 0.09 : 0.07, 0.468, 0.506], [0, 0.231, 0], tape, 0.01);
    if (form === 'parcel') return put(PAINT, [0.18, 0.11, 0.01], [0.16, 0.3, 0.25], '#f7f5ef', 0.004);
    put(PAINT, [0.64, 0.1, 0.54], [0, 0.44, 0], shade(color, 1.1), 0.02);
    put(PAINT, [0.606, 0.468, 0.09], [0, 0.231, 0], tape, 0.01);
    put(PAINT, [0.1, 0.105, 0.545], [0, 0.4415, 0], tape, 0.01);
    for (const s of [-1, 1])
      to.add(PAINT, ring(0.09, 0.028, tape, Math.PI * 2, to.segments(24)), {
        at: [s * 0.09, 0.55, 0],
        rotate: [0, 0, s * 0.5],
        scale: [1.1, 0.75, 1.3],
      });
  });
  const words = actor.text?.trim();
  const face = { crate: [0.62, 0.5, 0.31, 0.376], chest: [0.5, 0.2, 0.2, 0.29] }[form as string] ?? [
    0.52, 0.2, 0.17, 0.2545,
  ];
  const [width, height, y, z] = face as [number, number, number, number];
  const tag = words
    ? [
        lettering(context, words, {
          width,
          height,
          at: [0, y, z],
          text: { color: form === 'gift' ? '#fff6dc' : '#33211a', font: 'sans' },
        }),
      ]
    : [];
  return propActor(context, [...parts, ...tag], {
    seats: [{ position: [0, form === 'crate' ? 0.64 : 0.48, 0], width: 0.5 }],
  });
}
