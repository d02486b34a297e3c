import type { Mesh, Vec3 } from '@openimagine/render';
import { mixColors, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationY } from '../model/matrix.ts';
import { paint, smoothNormals, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { opennessOf } from '../stage/change/changing.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addLily, addLotus, addPad, addPoppy, addPuff, addSpikes } from './flower-blooms.ts';
import {
  type Assembly,
  around,
  chanceOf,
  GLASS,
  isCalled,
  MATT,
  PETAL,
  type PropOptions,
  propActor,
  propParts,
} from './prop.ts';

/** A flower on its stem, nodding in the wind: daisy, sunflower, tulip, rose, or a leafy plant. */
export const flower: ActorModel = { gaits: { sway: 0, float: 0.2, rise: 0.2 }, build };

type Bloom =
  | 'daisy'
  | 'sunflower'
  | 'tulip'
  | 'rose'
  | 'plant'
  | 'poppy'
  | 'lily'
  | 'daffodil'
  | 'lotus'
  | 'spikes'
  | 'puff'
  | 'pad';

/** Blooms by their words; any other flower is a daisy. */
const BLOOMS: readonly (readonly [words: RegExp, bloom: Bloom])[] = [
  [/sunflower|ひまわり|向日葵/, 'sunflower'],
  [/tulip|crocus/, 'tulip'],
  [/lotus|water lily|waterlily/, 'lotus'],
  [/rose|peony|carnation|camellia/, 'rose'],
  [/lily pad|lilypad/, 'pad'],
  [/plant|fern|herb/, 'plant'],
  [/poppy|poppies|hibiscus|anemone/, 'poppy'],
  [/daffodil|narcissus/, 'daffodil'],
  [/lily|lilies|iris|orchid|magnolia|amaryllis/, 'lily'],
  [/reed|cattail|bulrush|lavender|hyacinth|lupin|lilac|foxglove|delphinium/, 'spikes'],
  [/dandelion (?:puff|clock|seed|head)|puff|blowball/, 'puff'],
];

const COLORS: Readonly<Record<Bloom, string>> = {
  daisy: '#f48fb1',
  sunflower: '#f6c11d',
  tulip: '#e0394b',
  rose: '#c8183c',
  plant: '#4f9a45',
  poppy: '#d92b1f',
  lily: '#f4eef0',
  daffodil: '#f8dc3c',
  lotus: '#f3a6c4',
  spikes: '#8a6bc8',
  puff: '#ffffff',
  pad: '#4f9a45',
};

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const bloom = BLOOMS.find(([words]) => isCalled(context, words))?.[1] ?? 'daisy';
  const color = toHex(actor.color ?? COLORS[bloom]);
  const isWet = isCalled(context, /dew|wet|raindrop/);
  const parts = propParts(`flower/${bloom}/${color}/${isWet}/${copy % 3}`, detail, (to) =>
    addFlower(to, { bloom, color, variant: copy % 3, isWet }),
  );
  // Cut flowers lean out of their vase, each to another side.
  const lean = !isCalled(context, /\bcut\b/) ? 0 : copy === 0 ? 0.05 : 0.2 + 0.24 * chanceOf(copy, 3);
  const side = copy * 2.4;
  const leaning = multiply(rotationY(side), rotationX(lean), rotationY(-side));
  const [, seatY, seatZ] = SEATS[bloom];
  const opens = WHOLE[bloom] === undefined && bloom !== 'plant' && isOpening(context);
  return propActor(context, opens ? [] : parts, {
    seats: [{ position: [0, seatY, seatZ], width: 0.12 }],
    ...(opens ? { animate: openingOf(context, { bloom, color, variant: copy % 3, isWet }) } : {}),
    root: (t) =>
      multiply(
        leaning,
        rotationX(0.04 * Math.sin(t * 1.3 + copy)),
        compose({ rotate: [0, 0, 0.06 * Math.sin(t * 1.1 + copy * 2)] }),
      ),
  });
}

const isOpening = (context: ActorContext): boolean =>
  context.actor.changes?.some(({ kind }) => kind === 'bloom') === true ||
  isCalled(context, /\bopening\b/) ||
  /^(?:open|unfold|unfurl)$/.test(context.actor.does ?? '');

/** From a green bud to full bloom over the film: the head grows and spreads, the bud's leaves fold back under it. */
function openingOf({ actor, detail, durationSeconds }: ActorContext, kind: Kind): NonNullable<PropOptions['animate']> {
  const name = `${kind.bloom}/${kind.color}/${kind.isWet}/${kind.variant}`;
  const stem = propParts(`flower/stem/${name}`, detail, (to) => addStem(to, kind));
  const tilt = headOf(kind.bloom);
  const head = propParts(`flower/head/${name}`, detail, (to) => addHead(to, kind, compose({})));
  const sepal = propParts(`flower/sepal`, detail, (to) =>
    to.add(PETAL, sphere([0.034, 0.062, 0.012], '#5b9444', to.segments(14)), { at: [0, 0.058, 0] }),
  );
  const share = opennessOf(actor, durationSeconds, ['bloom']);
  return (t, _travel, add) => {
    const open = share?.(t) ?? softStep(0.12, 0.85, t / durationSeconds);
    add(stem);
    const [wide, tall] = [0.2 + 0.8 * open, 0.3 + 0.7 * open + 1.1 * open * (1 - open)];
    add(head, multiply(tilt, scaled(wide, tall)));
    for (const angle of around(7)) {
      // Closed they meet at the tip.
      const fold = compose({
        at: [0, -0.01, 0.024],
        rotate: [-0.3 + 2.1 * softStep(0.02, 0.34, open), 0, 0],
        scale: 1.05 - 0.45 * open,
      });
      add(sepal, multiply(tilt, rotationY(angle), fold));
    }
  };
}

const scaled = (wide: number, tall: number): Matrix => [wide, 0, 0, 0, 0, tall, 0, 0, 0, 0, wide, 0, 0, 0, 0, 1];

/** Where an insect settles on it. */
const SEATS: Readonly<Record<Bloom, readonly [number, number, number]>> = {
  daisy: [0, 0.505, 0.035],
  sunflower: [0, 0.46, 0.07],
  tulip: [0, 0.62, 0.02],
  rose: [0, 0.585, 0.03],
  plant: [0, 0.3, 0.08],
  poppy: [0, 0.535, 0.06],
  lily: [0, 0.53, 0.09],
  daffodil: [0, 0.53, 0.11],
  lotus: [0.02, 0.1, 0.05],
  spikes: [0, 0.5, 0.06],
  puff: [0, 0.68, 0.02],
  pad: [0, 0.02, 0],
};

interface Kind {
  readonly bloom: Bloom;
  readonly color: string;
  readonly variant: number;
  readonly isWet: boolean;
}

function addFlower(to: Assembly, kind: Kind): void {
  const { bloom, color } = kind;
  const whole = WHOLE[bloom];
  if (whole) {
    whole(to, color);
    return;
  }
  if (bloom === 'plant') {
    for (const [i, angle] of around(9).entries()) {
      addLeaf(
        to,
        compose({
          at: [0, 0.02, 0],
          rotate: [0, angle, -0.35 - 0.5 * chanceOf(i)],
          scale: 0.42 + 0.2 * chanceOf(i, 4),
        }),
        color,
      );
    }
    return;
  }
  addStem(to, kind);
  addHead(to, kind, headOf(bloom));
}

const headOf = (bloom: Bloom): Matrix => compose({ at: [0, 0.5, 0.02], rotate: [TILTS[bloom] ?? 0.12, 0, 0] });

function addStem(to: Assembly, { variant }: Kind): void {
  const bend = 0.03 + variant * 0.015;
  to.add(
    PETAL,
    tube(
      [
        [0, 0.005, 0],
        [bend, 0.25, 0],
        [0, 0.5, 0.02],
      ],
      { radius: (s) => 0.013 - 0.004 * s, color: '#5b9444', sides: to.segments(10), rings: 8 },
    ),
  );
  addLeaf(to, compose({ at: [bend * 0.7, 0.12, 0], rotate: [0, 0.7, -0.7], scale: 0.26 }), '#4f8f45');
  addLeaf(to, compose({ at: [bend * 0.9, 0.2, 0], rotate: [0, 3.6, -0.6], scale: 0.22 }), '#5a9c4c');
}

/** @param head Has +y out of the heart. */
function addHead(to: Assembly, { bloom, color, isWet }: Kind, head: Matrix): void {
  if (bloom === 'tulip') addTulipHead(to, multiply(head, compose({ scale: 0.13 })), color);
  else if (bloom === 'rose') addRose(to, head, color);
  else if (bloom === 'poppy') addPoppy(to, head, color);
  else if (bloom === 'lily') addLily(to, head, color);
  else if (bloom === 'daffodil') addLily(to, head, color, '#f39a1e');
  else if (bloom === 'puff') addPuff(to, multiply(head, compose({ at: [0, 0.08, 0] })));
  else addDaisy(to, head, color, bloom === 'sunflower');
  if (isWet) addDew(to, head, bloom === 'rose' || bloom === 'tulip');
}

/** What has no stem and leaves of the common kind. */
const WHOLE: Readonly<Partial<Record<Bloom, (to: Assembly, color: string) => void>>> = {
  pad: addPad,
  lotus: addLotus,
  spikes: addSpikes,
};

/** Beads of water on a bloom: round a ball of petals, or on a plate of them. */
function addDew(to: Assembly, head: Matrix, isBall: boolean): void {
  for (let i = 0; i < (to.isFar ? 6 : 24); i++) {
    const [turn, radius] = [i * 2.39996, 0.0028 + 0.0042 * chanceOf(i, 5)];
    const out = isBall ? 0.076 + 0.012 * chanceOf(i, 4) : 0.045 + 0.06 * chanceOf(i, 9);
    const at: Vec3 = [Math.cos(turn) * out, isBall ? 0.02 + 0.06 * chanceOf(i, 2) : 0.014, Math.sin(turn) * out];
    to.add(GLASS, sphere(radius, '#dfe8ee', to.isHero ? 10 : 6), multiply(head, compose({ at })));
    to.add(
      { emissive: 1.1 },
      sphere(radius * 0.3, '#ffffff', 5),
      multiply(head, compose({ at: [at[0], at[1] + radius * 0.75, at[2] + radius * 0.5] })),
    );
  }
}

/** How far blooms turn their faces to who looks. */
const TILTS: Readonly<Partial<Record<Bloom, number>>> = {
  sunflower: 1.15,
  daisy: 0.75,
  poppy: 0.62,
  lily: 0.8,
  daffodil: 1.1,
};

/** Petals in a plane round a domed heart; `head` has +y out of the heart. */
function addDaisy(to: Assembly, head: Matrix, color: string, isSunflower: boolean): void {
  const [inner, length] = isSunflower ? [0.085, 0.11] : [0.035, 0.085];
  const rows = isSunflower
    ? [
        [18, 0],
        [18, 0.17],
      ]
    : [
        [11, 0],
        [11, 0.28],
      ];
  for (const [row, [count, offset]] of rows.entries()) {
    for (const angle of around(to.isFar ? Math.ceil(count! / 2) : count!)) {
      const petal = sphere(
        [length / 2, 0.006, length * (isSunflower ? 0.17 : 0.19)],
        row ? shade(color, 0.9) : color,
        to.segments(16),
      );
      to.add(
        PETAL,
        petal,
        multiply(
          head,
          rotationY(angle + offset!),
          compose({ at: [inner + length * 0.4, 0.004 - row * 0.006, 0], rotate: [0, 0, 0.18 - row * 0.14] }),
        ),
      );
    }
  }
  const heart = paint(sphere([inner * 1.08, inner * 0.42, inner * 1.08], '#ffffff', to.segments(26)), (x, y, z) =>
    isSunflower
      ? mixColors(
          '#4a2a12',
          '#8a5a20',
          softStep(0.04, 0.09, Math.hypot(x, z)) * 0.9 + 0.25 * Math.sin(x * 260) * Math.sin(z * 260) + y,
        )
      : mixColors('#f6c132', '#d98a1e', Math.abs(Math.sin(x * 300) * Math.sin(z * 300))),
  );
  to.add(MATT, heart, head);
}

function addRose(to: Assembly, head: Matrix, color: string): void {
  for (let ring = 0; ring < 4; ring++) {
    const count = [3, 4, 5, 6][ring]!;
    for (const angle of around(count)) {
      const turn = angle + ring * 0.7;
      const radius = [0.012, 0.028, 0.045, 0.06][ring]!;
      const tilt = [0.05, -0.1, -0.28, -0.6][ring]!;
      const petal = sphere(
        [0.012, 0.052 - ring * 0.002, 0.03 + ring * 0.008],
        mixColors(shade(color, 0.72), color, ring / 3),
        to.segments(12),
      );
      to.add(
        PETAL,
        petal,
        multiply(head, rotationY(turn), compose({ at: [radius, 0.045 - ring * 0.004, 0], rotate: [0, 0, tilt] })),
      );
    }
  }
  to.add(
    PETAL,
    sphere([0.02, 0.045, 0.02], shade(color, 0.65), to.segments(12)),
    multiply(head, compose({ at: [0, 0.045, 0] })),
  );
}

/** A closed cup of six petals, one unit high, on the origin. */
export function addTulipHead(to: Assembly, place: Matrix, color: string): void {
  const petal = paint(sphere([0.14, 0.52, 0.27], color, to.segments(14)), (_x, y) =>
    mixColors(shade(color, 1.12), shade(color, 0.8), softStep(0.5, -0.5, y)),
  );
  for (const [i, angle] of around(6).entries()) {
    const outer = i % 2;
    to.add(
      PETAL,
      petal,
      multiply(
        place,
        rotationY(angle),
        compose({ at: [0.2 + outer * 0.05, 0.45, 0], rotate: [0, 0, 0.02 - outer * 0.1] }),
      ),
    );
  }
}

/** A long leaf, one unit, that rises from the origin along +y and bows towards +x; seen from both sides. */
export function addLeaf(to: Assembly, place: Matrix, color: string): void {
  to.add(PETAL, leafMesh(color, to.isFar ? 4 : 8), place);
}

function leafMesh(color: string, steps: number): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const side of [1, -1]) {
    const first = positions.length / 3;
    for (let i = 0; i <= steps; i++) {
      const s = i / steps;
      const half = 0.13 * Math.sin(Math.PI * s ** 0.75) + 0.002;
      for (const w of [-1, 0, 1]) positions.push(0.35 * s * s + (w === 0 ? 0.02 : 0) + side * 0.003, s, w * half);
    }
    for (let i = 0; i < steps; i++) {
      for (const w of [0, 1]) {
        const a = first + i * 3 + w;
        const quad = [a, a + 1, a + 4, a, a + 4, a + 3];
        indices.push(...(side > 0 ? quad.reverse() : quad));
      }
    }
  }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  const half = mesh.positions.length / 6;
  // Each side has normals of its own: the two lie 6 mm apart.
  const normals = smoothNormals(mesh.positions, mesh.indices);
  const base = { ...mesh, normals, colors: new Uint8Array(half * 8).fill(255) };
  const [r, g, b] = toSrgb(color);
  return paint(
    warp(base, (x, y, z) => [x, y, z]),
    (_x, y, z) => shade([r, g, b], 0.8 + 0.3 * y - (Math.abs(z) < 0.01 ? 0.12 : 0)),
  );
}
