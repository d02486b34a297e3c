import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lieOnSide } from './lie-flat.ts';
import { around, chanceOf, isCalled, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, GLOSSY, type Tools } from './prop-tools.ts';

/** A chess piece by its name, a board set for a game, or dice. Metres as if they stood before a camera: 10 cm high. */
export const game: ActorModel = { gaits: { float: 0.1, spin: 0, fall: 0.6 }, build };

const FORMS = [
  ['dice', /dice|\bdie\b/],
  ['board', /board|chess (?:set|game)|^chess$/],
  ['queen', /queen/],
  ['knight', /knight/],
  ['bishop', /bishop/],
  ['rook', /rook|castle/],
  ['pawn', /pawn/],
  ['king', /./],
] as const;
type Form = (typeof FORMS)[number][0];
type Piece = Exclude<Form, 'dice' | 'board'>;

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const word = actor.word.toLowerCase();
  const [form] =
    FORMS.find(([, pattern]) => pattern.test(word) || isCalled(context, pattern.source === '.' ? /king/ : pattern)) ??
    FORMS.at(-1)!;
  const color = toSrgb(actor.color ?? (form === 'dice' ? '#c3161f' : copy % 2 ? '#2a211c' : '#ead9b4'));
  const parts = craftParts(`game/${form}/${toHex(color)}`, detail, (to) => {
    if (form === 'dice') addDice(to, color);
    else if (form === 'board') addBoard(to);
    else addPiece(to, form, color);
  });
  return propActor(context, parts, {
    ...(form === 'board' || form === 'dice' ? {} : lieOnSide(actor, 0.11, 0.028)),
    seats: [{ position: [0, form === 'board' ? 0.03 : 0.1, 0], width: 0.06 }],
  });
}

const BASE = [0, 0, 0.029, 0, 0.031, 0.003, 0.031, 0.008, 0.027, 0.012, 0.028, 0.015, 0.024, 0.019] as const;
const HEADS: Record<Piece, readonly number[]> = {
  pawn: [
    0.014, 0.026, 0.0105, 0.036, 0.0095, 0.042, 0.017, 0.045, 0.017, 0.048, 0.008, 0.05, 0.0135, 0.055, 0.016, 0.062,
    0.0135, 0.069, 0.007, 0.0745, 0, 0.0755,
  ],
  rook: [
    0.018, 0.027, 0.0155, 0.045, 0.0155, 0.054, 0.02, 0.058, 0.021, 0.06, 0.021, 0.066, 0.014, 0.066, 0.013, 0.0635, 0,
    0.0635,
  ],
  bishop: [
    0.015, 0.03, 0.0105, 0.045, 0.0095, 0.056, 0.018, 0.059, 0.018, 0.062, 0.0095, 0.065, 0.014, 0.072, 0.0155, 0.078,
    0.013, 0.086, 0.006, 0.094, 0.003, 0.096, 0.0055, 0.099, 0.003, 0.103, 0, 0.1035,
  ],
  queen: [
    0.016, 0.03, 0.011, 0.048, 0.0095, 0.066, 0.018, 0.069, 0.018, 0.072, 0.0105, 0.075, 0.011, 0.08, 0.0185, 0.098,
    0.016, 0.0985, 0.011, 0.097, 0.009, 0.103, 0, 0.105,
  ],
  king: [
    0.0165, 0.03, 0.0115, 0.05, 0.0105, 0.07, 0.019, 0.073, 0.019, 0.076, 0.0115, 0.079, 0.0125, 0.085, 0.0175, 0.102,
    0.0155, 0.105, 0.007, 0.109, 0, 0.11,
  ],
  knight: [0.02, 0.022, 0.018, 0.026, 0, 0.026],
};

function addPiece(to: Tools, form: Piece, color: Srgb, place = translation(0, 0, 0)): void {
  to.turned(GLOSSY, [...BASE, ...HEADS[form]], color, place, to.isHero ? 40 : 24);
  const at = (x: number, y: number, z: number, turn = rotationY(0)) => multiply(place, translation(x, y, z), turn);
  const piece = (outline: readonly number[], depth: number, matrix = place) =>
    to.plate(GLOSSY, outline, depth, color, matrix, 0.0012);
  if (form === 'king') {
    piece(
      [
        -0.003, 0.107, 0.003, 0.107, 0.003, 0.115, 0.01, 0.1145, 0.01, 0.1205, 0.003, 0.12, 0.0042, 0.129, -0.0042,
        0.129, -0.003, 0.12, -0.01, 0.1205, -0.01, 0.1145, -0.003, 0.115,
      ],
      0.006,
    );
  }
  if (form === 'queen') {
    for (const a of around(9))
      to.blob(
        GLOSSY,
        [{ kind: 'ball', at: [0, 0, 0], radius: 0.0032 }],
        0.0022,
        color,
        0,
        at(Math.sin(a) * 0.0172, 0.099, Math.cos(a) * 0.0172),
      );
    to.blob(GLOSSY, [{ kind: 'ball', at: [0, 0, 0], radius: 0.0052 }], 0.0028, color, 0, at(0, 0.1085, 0));
  }
  if (form === 'rook')
    for (const a of around(6))
      to.add(
        GLOSSY,
        to.rounded([0.0115, 0.009, 0.007], 0.001, color, 1),
        at(Math.sin(a) * 0.0172, 0.07, Math.cos(a) * 0.0172, rotationY(a)),
        color,
      );
  if (form === 'knight')
    to.blob(
      GLOSSY,
      [
        { kind: 'limb', from: [0, 0.024, -0.006], to: [0, 0.062, -0.008], radius: [0.017, 0.0125] },
        { kind: 'limb', from: [0, 0.062, -0.008], to: [0, 0.083, 0.002], radius: [0.0125, 0.0115], blend: 0.006 },
        { kind: 'limb', from: [0, 0.083, 0.002], to: [0, 0.066, 0.024], radius: [0.0115, 0.0066], blend: 0.005 },
        { kind: 'limb', from: [0, 0.067, 0.021], to: [0, 0.064, 0.026], radius: [0.0072, 0.006], blend: 0.003 },
        {
          kind: 'limb',
          from: [0.006, 0.09, -0.004],
          to: [0.0075, 0.104, -0.003],
          radius: [0.0042, 0.0012],
          blend: 0.003,
        },
        {
          kind: 'limb',
          from: [-0.006, 0.09, -0.004],
          to: [-0.0075, 0.104, -0.003],
          radius: [0.0042, 0.0012],
          blend: 0.003,
        },
        ...Array.from({ length: 6 }, (_, i) => ({
          kind: 'ball' as const,
          at: [0, 0.09 - i * 0.0105, -0.0105 - 0.0042 * Math.sin(i * 0.75)] as const,
          radius: [0.0042, 0.0072, 0.0074] as const,
          blend: 0.002,
        })),
        { kind: 'ball', at: [0, 0.04, 0.008], radius: [0.013, 0.014, 0.01], blend: 0.008 },
      ],
      0.0034,
      color,
      0.003,
      place,
    );
  if (form === 'knight')
    for (const s of [-1, 1])
      to.add(
        GLOSSY,
        to.rounded([0.003, 0.0035, 0.005], 0.0012, '#15110e', 2),
        at(s * 0.0098, 0.0815, 0.0085),
        shade(color, 0.25),
      );
  if (form === 'bishop')
    to.add(
      GLOSSY,
      to.rounded([0.0025, 0.013, 0.017], 0.0006, color, 1),
      at(0.0075, 0.085, 0.0075, rotationZ(-0.55)),
      shade(color, 0.55),
    );
}

function addBoard(to: Tools): void {
  const [light, dark, cell] = ['#e6cf9e', '#6b3f22', 0.056];
  to.block(FINE_WOOD, [cell * 8.9, 0.02, cell * 8.9], [0, 0.01, 0], '#4c2a17', 0.006);
  for (let i = 0; i < 64; i++) {
    const [x, z] = [((i % 8) - 3.5) * cell, (Math.floor(i / 8) - 3.5) * cell];
    to.block(FINE_WOOD, [cell, 0.004, cell], [x, 0.021, z], (i + Math.floor(i / 8)) % 2 ? dark : light, 0.0005);
  }
  // A game under way: kings and queens behind, some pawns gone forward.
  const row: readonly Piece[] = ['rook', 'knight', 'bishop', 'queen', 'king', 'bishop', 'knight', 'rook'];
  if (to.isFar) return;
  for (const side of [1, -1]) {
    const tone = toSrgb(side > 0 ? '#efe0bd' : '#2b211b');
    for (const [i, piece] of row.entries()) {
      if (to.isHero || piece !== 'knight') addSmall(to, piece, tone, (i - 3.5) * cell, side * 3.5 * cell, side);
      const forward = chanceOf(i, side + 4) > 0.6 ? 1.5 : 2.5;
      addSmall(to, 'pawn', tone, (i - 3.5) * cell, side * forward * cell, side);
    }
  }
}

function addSmall(to: Tools, form: Piece, color: Srgb, x: number, z: number, side: number): void {
  const few: Tools = {
    ...to,
    isHero: false,
    turned: (material, profile, tone, place) => to.turned(material, profile, tone, place, 10),
  };
  addPiece(
    few,
    form,
    color,
    multiply(
      translation(x, 0.023, z),
      rotationY(side > 0 ? Math.PI : 0),
      [0.8, 0, 0, 0, 0, 0.8, 0, 0, 0, 0, 0.8, 0, 0, 0, 0, 1],
    ),
  );
}

const PIPS: Record<number, readonly (readonly [number, number])[]> = {
  1: [[0, 0]],
  2: [
    [-1, -1],
    [1, 1],
  ],
  3: [
    [-1, -1],
    [0, 0],
    [1, 1],
  ],
  4: [
    [-1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
  ],
  5: [
    [-1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
    [0, 0],
  ],
  6: [
    [-1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, 0],
    [1, 0],
  ],
};

/** Two dice, the second lying across. */
function addDice(to: Tools, color: Srgb): void {
  const side = 0.06;
  const pip = mixColors('#ffffff', color, color[0] + color[1] + color[2] > 600 ? 1 : 0);
  const dot = color[0] + color[1] + color[2] > 600 ? toSrgb('#16161a') : pip;
  const places = [
    multiply(translation(-0.036, side / 2, 0.01), rotationY(0.5)),
    multiply(translation(0.042, side / 2, -0.02), rotationY(-0.35), rotationX(Math.PI / 2)),
  ];
  const faces = [
    [1, rotationX(0)],
    [6, rotationX(Math.PI)],
    [2, rotationX(Math.PI / 2)],
    [5, rotationX(-Math.PI / 2)],
    [3, rotationZ(-Math.PI / 2)],
    [4, rotationZ(Math.PI / 2)],
  ] as const;
  for (const place of places) {
    to.add(GLOSSY, to.rounded([side, side, side], 0.011, color, 3), place, color);
    for (const [value, turn] of faces)
      for (const [u, v] of PIPS[value]!)
        to.turned(
          GLOSSY,
          [0.0062, 0, 0, 0.0008],
          dot,
          multiply(place, turn, translation(u * 0.0155, side / 2 + 0.0001, v * 0.0155)),
          16,
        );
  }
}
