import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { box } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { isCalled, LIT, MATT, PAINT, propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, POLISHED, type Tools } from './prop-tools.ts';
import { type Axle, addWheels } from './wheels.ts';

/** A lorry with a box; a van, a fire engine, an ambulance, a dump truck, a food truck or a camper by word. Faces +z. */
export const truck: ActorModel = { gaits: { drive: 8, run: 12 }, build };

const FORMS = [
  ['fire', /fire/, '#c4161c'],
  ['ambulance', /ambulance/, '#f4f5f7'],
  ['food', /food|ice cream|taco|coffee/, '#e9b44c'],
  ['camper', /camper|motorhome|\brv\b|caravan/, '#74b3a8'],
  ['dump', /dump|tipper|garbage|mining/, '#e0a01f'],
  ['van', /\bvan\b|minivan|delivery/, '#e8eaed'],
  ['lorry', /./, '#2b5fa8'],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const color = toSrgb(actor.color ?? usual);
  const isLong = form === 'fire' || form === 'lorry' || form === 'dump';
  const parts = craftParts(`truck/${form}/${toHex(color)}`, detail, (to) =>
    isLong ? addLorry(to, form, color) : addVan(to, form, color),
  );
  const lamps = craftParts(`truck/lamps/${isLong}`, detail, (to) => {
    for (const x of [-0.85, 0.85]) {
      to.ball(LIT, [0.17, 0.13, 0.06], [x, isLong ? 0.95 : 0.85, isLong ? 3.42 : 2.58], '#fff3d2');
      to.block(LIT, [0.14, 0.3, 0.05], [x * 1.12, 0.95, isLong ? -3.42 : -2.56], '#f0241c', 0.02);
    }
  });
  const wheels: Axle[] = isLong
    ? [
        { x: 0.92, z: 2.3, radius: 0.5, width: 0.3 },
        { x: 0.86, z: -1.5, radius: 0.5, width: 0.46 },
        { x: 0.86, z: -2.6, radius: 0.5, width: 0.46 },
      ]
    : [
        { x: 0.86, z: 1.6, radius: 0.37, width: 0.24 },
        { x: 0.86, z: -1.5, radius: 0.37, width: 0.24 },
      ];
  const isSiren = form === 'fire' || form === 'ambulance';
  const words = actor.text?.trim();
  const tag = words
    ? [-1, 1].map((s) =>
        lettering(context, words, {
          width: isLong ? 3.6 : 2.4,
          height: 0.7,
          at: [s * (isLong ? 1.23 : 1.05), isLong ? 2.2 : 1.5, isLong ? -1.2 : -0.9],
          rotate: [0, (s * Math.PI) / 2, 0],
          text: { color: '#ffffff', outline: '#222222', font: 'sans' },
        }),
      )
    : [];
  return propActor(context, [...parts, ...tag], {
    seats: [{ position: [0, isLong ? 3.4 : 2.35, 0], width: 1.6 }],
    animate(_t, { distance }, add) {
      addWheels(add, wheels, distance, detail);
      add(lamps, undefined, { emissive: isNight ? 1.8 : 0.45, castsShadow: false });
    },
    lights: (t) => [
      ...(isNight ? [{ position: [0, 0.9, 5.4] as const, color: [1.5, 1.35, 1] as const, radius: 7 }] : []),
      ...(isSiren
        ? [
            {
              position: [0, 3.3, 2] as const,
              color: Math.sin(t * 9) > 0 ? ([1.5, 0.1, 0.1] as const) : ([0.1, 0.2, 1.8] as const),
              radius: 7,
            },
          ]
        : []),
    ],
  });
}

function addCab(to: Tools, z: number, color: Srgb): void {
  to.block(PAINT, [2.2, 1.3, 1.9], [0, 1.15, z], color, 0.16);
  to.block(PAINT, [2.1, 0.95, 1.6], [0, 2.05, z - 0.1], color, 0.2);
  to.block(CLEAR, [1.9, 0.72, 0.1], [0, 2.02, z + 0.72], '#1c2a36', 0.04, [-0.1, 0, 0]);
  for (const s of [-1, 1]) {
    to.block(CLEAR, [0.06, 0.62, 0.95], [s * 1.04, 2.02, z + 0.05], '#1c2a36', 0.02);
    to.block(MATT, [0.12, 0.42, 0.2], [s * 1.3, 1.95, z + 0.85], '#1f2125', 0.05);
    to.rod(DULL_METAL, [s * 1.05, 2.2, z + 0.75], [s * 1.3, 2.1, z + 0.85], 0.025, '#2a2c30');
    to.block(POLISHED, [0.04, 0.05, 0.2], [s * 1.115, 1.45, z - 0.4], '#c9ced6', 0.015);
  }
  to.block(MATT, [1.5, 0.5, 0.08], [0, 1.2, z + 0.95], '#1d1f23', 0.03);
  for (let i = 0; i < 4; i++) to.block(POLISHED, [1.4, 0.05, 0.06], [0, 1.03 + i * 0.12, z + 0.99], '#c9ced6', 0.02);
  to.block(POLISHED, [2.26, 0.26, 0.24], [0, 0.6, z + 0.98], '#c3c8cf', 0.08);
}

function addLorry(to: Tools, form: Form, color: Srgb): void {
  addCab(to, 2.45, color);
  to.block(MATT, [1.6, 0.24, 6.7], [0, 0.72, -0.1], '#232529', 0.05);
  for (const z of [2.3, -1.5, -2.6]) to.block(MATT, [2.2, 0.1, 1.15], [0, 1.08, z], '#1d1f22', 0.04);
  for (const s of [-1, 1]) to.disc(POLISHED, 0.3, 0.9, [s * 0.85, 0.72, 0.1], '#b9bec6', [Math.PI / 2, 0, 0]);
  if (form === 'lorry') {
    to.block(PAINT, [2.42, 2.35, 4.9], [0, 2.3, -1.15], '#eef0f2', 0.06);
    for (let i = 0; i < 8; i++)
      for (const s of [-1, 1])
        to.block(DULL_METAL, [0.03, 2.2, 0.04], [s * 1.22, 2.3, -3.3 + i * 0.62], '#d6dade', 0.01);
    to.block(DULL_METAL, [2.46, 0.08, 4.94], [0, 1.15, -1.15], '#9aa0a8', 0.02);
    for (const x of [-0.15, 0.15]) to.rod(DULL_METAL, [x, 1.2, -3.63], [x, 3.4, -3.63], 0.025, '#8d939b');
    to.block(PAINT, [1.9, 0.5, 0.9], [0, 2.8, 2.1], color, 0.2, [-0.35, 0, 0]);
  } else if (form === 'dump') {
    to.block(DULL_METAL, [2.4, 0.16, 4.6], [0, 1.3, -1.2], shade(color, 0.8), 0.04);
    for (const s of [-1, 1]) {
      to.block(PAINT, [0.12, 1.2, 4.6], [s * 1.2, 1.95, -1.2], color, 0.03);
      for (let i = 0; i < 5; i++)
        to.block(PAINT, [0.1, 1.2, 0.14], [s * 1.28, 1.95, -3.2 + i], shade(color, 0.85), 0.03);
    }
    to.block(PAINT, [2.4, 1.5, 0.12], [0, 2.1, 1.1], color, 0.03);
    to.block(PAINT, [2.3, 0.1, 1.4], [0, 2.85, 1.7], color, 0.03);
    to.block(PAINT, [2.4, 1, 0.12], [0, 1.85, -3.45], shade(color, 0.9), 0.03);
    to.blob(
      MATT,
      [
        { kind: 'ball', at: [0, 2, -0.4], radius: [1.1, 0.7, 1.4] },
        { kind: 'ball', at: [0.2, 2, -2.2], radius: [0.9, 0.55, 1.1] },
      ],
      0.16,
      '#7a6046',
      0.3,
    );
  } else {
    to.block(PAINT, [2.36, 1.9, 4.8], [0, 1.95, -1.1], color, 0.08);
    for (const s of [-1, 1]) {
      for (let i = 0; i < 4; i++) {
        to.block(DULL_METAL, [0.05, 0.95, 0.95], [s * 1.18, 2.15, -2.9 + i * 1.12], '#c3c8cf', 0.02);
        if (!to.isFar)
          for (let k = 0; k < 5; k++)
            to.add(DULL_METAL, box(0.02, 0.03, 0.9, '#8d939b'), { at: [s * 1.212, 1.82 + k * 0.17, -2.9 + i * 1.12] });
      }
      to.block(PAINT, [0.04, 0.16, 4.7], [s * 1.19, 1.45, -1.1], '#f6e9a0', 0.01);
      to.block(LIT, [0.5, 0.2, 0.35], [s * 0.55, 2.66, 2.6], s > 0 ? '#e8302a' : '#2f63e8', 0.08);
    }
    for (const x of [-0.35, 0.35]) to.rod(POLISHED, [x, 3.12, -3.5], [x, 3.2, 2.6], 0.05, '#d3d7dc');
    for (let i = 0; i < 14; i++)
      to.rod(POLISHED, [-0.35, 3.13, -3.3 + i * 0.44], [0.35, 3.13, -3.3 + i * 0.44], 0.028, '#d3d7dc');
    for (const z of [-3, -0.6, 0.9]) to.block(DULL_METAL, [0.9, 0.22, 0.14], [0, 2.98, z], '#8d939b', 0.04);
    to.hoop(PAINT, 0.34, 0.1, [1.22, 1.35, -0.6], '#e9d9a8', [0, Math.PI / 2, 0]);
  }
}

function addVan(to: Tools, form: Form, color: Srgb): void {
  const roof = form === 'camper' ? '#f4efe2' : color;
  to.blob(
    PAINT,
    [
      { kind: 'block', at: [0, 1.05, -0.05], size: [2.06, 1.1, 5.1], round: 0.3 },
      { kind: 'block', at: [0, 1.7, -0.45], size: [1.98, 1.2, 4.2], round: 0.34, blend: 0.2 },
      ...[1.6, -1.5].map(
        (z) =>
          ({ kind: 'limb', from: [-1.3, 0.37, z], to: [1.3, 0.37, z], radius: 0.43, cut: true, blend: 0.03 }) as const,
      ),
    ],
    to.isHero ? 0.09 : 0.12,
    color,
  );
  if (form === 'camper') to.block(PAINT, [1.92, 0.2, 4], [0, 2.25, -0.45], roof, 0.09);
  to.block(CLEAR, [1.74, 0.66, 0.1], [0, 1.78, 1.63], '#1c2a36', 0.04, [-0.42, 0, 0]);
  for (const s of [-1, 1]) {
    to.block(CLEAR, [0.08, 0.55, 0.85], [s * 0.97, 1.78, 0.92], '#1c2a36', 0.03);
    if (form === 'camper')
      for (const z of [-0.1, -1.15, -2]) to.block(CLEAR, [0.08, 0.5, 0.8], [s * 0.97, 1.78, z], '#1c2a36', 0.03);
    if (form === 'ambulance') {
      to.block(PAINT, [0.06, 0.2, 4.6], [s * 1.005, 1.22, -0.1], '#e0661f', 0.01);
      to.block(PAINT, [0.08, 0.62, 0.2], [s * 0.97, 1.75, -1], '#d3222a', 0.02);
      to.block(PAINT, [0.08, 0.2, 0.62], [s * 0.971, 1.75, -1], '#d3222a', 0.02);
      to.block(LIT, [0.4, 0.16, 0.3], [s * 0.5, 2.36, 1], s > 0 ? '#e8302a' : '#2f63e8', 0.07);
    }
    to.block(MATT, [0.1, 0.22, 0.16], [s * 1.12, 1.6, 1.5], '#1f2125', 0.04);
    to.block(POLISHED, [0.04, 0.05, 0.2], [s * 1.03, 1.25, 0.55], '#c9ced6', 0.015);
  }
  to.block(MATT, [1.1, 0.22, 0.06], [0, 0.9, 2.52], '#1d1f23', 0.03);
  to.block(POLISHED, [2, 0.2, 0.2], [0, 0.5, 2.5], '#c3c8cf', 0.08);
  to.block(POLISHED, [2, 0.2, 0.2], [0, 0.5, -2.55], '#c3c8cf', 0.08);
  if (form !== 'food') return;
  to.block(MATT, [0.1, 0.75, 1.9], [0.98, 1.75, -0.9], '#33231a', 0.02);
  to.block({ ...LIT, emissive: 0.8 }, [0.06, 0.5, 1.7], [1, 1.8, -0.9], '#ffd58a', 0.02);
  to.block(DULL_METAL, [0.4, 0.05, 1.9], [1.2, 1.36, -0.9], '#c9ced6', 0.02);
  for (let i = 0; i < 8; i++)
    to.block(
      PAINT,
      [0.75, 0.04, 0.25],
      [1.35, 2.2, -1.78 + i * 0.25],
      i % 2 ? '#d6392f' : '#fbf6ea',
      0.01,
      [0, 0, -0.35],
    );
}
