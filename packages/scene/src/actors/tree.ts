import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, multiply, rotationX, rotationY, rotationZ } from '../model/matrix.ts';
import { paint, warp } from '../model/mesh.ts';
import { cone, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addLeaf } from './flower.ts';
import { type Assembly, around, BRIGHT, chanceOf, isCalled, LEAVES, LIT, propActor, propParts, WOOD } from './prop.ts';
import { addBamboo, addSpecies, SPECIES, type SpeciesName } from './tree-crown.ts';

/** A broad-leaved tree that sways; pine, palm, blossom, autumn, bare or snowy by word. */
export const tree: ActorModel = { gaits: { sway: 0, rise: 0.5 }, build };

/** Species by their words, in English; others look like any broad-leaved tree. */
const NAMED: readonly (readonly [words: RegExp, name: SpeciesName])[] = [
  [/cherry|blossom|sakura/, 'cherry'],
  [/\boaks?\b/, 'oak'],
  [/willow/, 'willow'],
  [/acacia|umbrella thorn/, 'acacia'],
  [/baobab/, 'baobab'],
  [/birch|aspen/, 'birch'],
  [/cypress|poplar/, 'cypress'],
  [/olive/, 'olive'],
  [/(?:apple|orange|lemon|peach|pear|plum|fruit) tree/, 'fruit'],
];
const FRUIT: readonly (readonly [words: RegExp, color: string])[] = [
  [/orange/, '#f08a1e'],
  [/lemon/, '#f4d433'],
  [/peach/, '#f0a070'],
  [/pear/, '#b8c23a'],
  [/plum/, '#5a2a68'],
];
const LEAF_COLORS: Readonly<Record<SpeciesName, string>> = {
  cherry: '#f4b6cc',
  oak: '#4f8a36',
  willow: '#86a848',
  acacia: '#6f9440',
  baobab: '#6c9a44',
  birch: '#8fb84a',
  cypress: '#2f5f38',
  fruit: '#5a9a3c',
  olive: '#8a9a6c',
};

type Form = 'broad' | 'pine' | 'palm' | 'bare';

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const form: Form = isCalled(context, /pine|fir\b|spruce|conifer|cedar|christmas|larch/)
    ? 'pine'
    : isCalled(context, /palm|coconut/)
      ? 'palm'
      : isCalled(context, /bare|dead|leafless|winter/)
        ? 'bare'
        : 'broad';
  const isAutumn = isCalled(context, /autumn|fall\b|maple|golden|red leaves/);
  const isBlossom = isCalled(context, /cherry|blossom|sakura/);
  const isBamboo = isCalled(context, /bamboo/);
  const isSnowy = isCalled(context, /snow|frost|winter/);
  const named = NAMED.find(([words]) => isCalled(context, words))?.[1];
  const ordinary = isBlossom
    ? '#f4b6cc'
    : isAutumn
      ? ['#d9772b', '#c9412c', '#e0a92f'][copy % 3]!
      : form === 'broad' && named
        ? LEAF_COLORS[named]
        : { broad: '#5b9a3c', pine: '#2f6b46', palm: '#5fa045', bare: '#6a5646' }[form];
  const color = toSrgb(actor.color ?? ordinary);
  const fruit = FRUIT.find(([words]) => isCalled(context, words))?.[1];
  const species = named && { ...SPECIES[named], ...(fruit === undefined ? {} : { fruit }) };
  const isChristmas = isCalled(context, /christmas|xmas/);
  const parts = propParts(
    `tree/${form}/${isBamboo}/${named ?? ''}/${species?.fruit ?? ''}/${toHex(color)}/${isSnowy}/${isChristmas}/${copy % 3}`,
    detail,
    (to) => {
      if (form === 'pine') addPine(to, color, isSnowy, isChristmas);
      else if (form === 'palm') addPalm(to, color);
      else if (isBamboo) addBamboo(to, color, copy % 3);
      else if (species && form === 'broad') addSpecies(to, species, color, copy % 3, isSnowy);
      else addBroad(to, color, copy % 3, form === 'bare', isSnowy);
    },
  );
  const phase = copy * 1.7;
  return propActor(context, parts, {
    root: (t) => {
      const lean = 0.008 * Math.sin(t * 1.1 + phase) + 0.005 * Math.sin(t * 2.3 + phase);
      return multiply(rotationZ(lean), rotationX(lean * 0.7), rotationY(copy * 2.1));
    },
  });
}

const snowed = (base: Srgb, isSnowy: boolean, up: number): Srgb =>
  isSnowy ? mixColors(base, '#f4f8fd', softStep(0.15, 0.6, up)) : base;

function addBroad(to: Assembly, color: Srgb, variant: number, isBare: boolean, isSnowy: boolean): void {
  const bark = '#6b4a30';
  const branch = (path: readonly (readonly [number, number, number])[], thick: number) =>
    to.add(WOOD, tube(path, { radius: (s) => thick * (1 - 0.65 * s), color: bark, sides: to.segments(12), rings: 8 }));
  branch(
    [
      [0, 0.16, 0],
      [0.06, 1, 0.02],
      [-0.05, 2.2, 0],
      [0.05, 3.6, 0],
    ],
    0.27,
  );
  for (const [i, angle] of around(5).entries()) {
    const root = multiply(rotationY(angle), compose({}));
    to.add(
      WOOD,
      tube(
        [
          [0.06, 0.35, 0],
          [0.24, 0.1, 0],
          [0.5, 0.025, 0],
        ],
        { radius: (s) => 0.11 * (1 - 0.8 * s), color: bark, sides: 7, rings: 4 },
      ),
      root,
    );
    const a = angle + 0.5 + variant;
    const reach = 1 + 0.4 * chanceOf(i, variant);
    branch(
      [
        [0, 1.5 + i * 0.16, 0],
        [Math.sin(a) * reach * 0.5, 2.3 + i * 0.2, Math.cos(a) * reach * 0.5],
        [Math.sin(a) * reach * 1.2, 3.2 + i * 0.3, Math.cos(a) * reach * 1.2],
      ],
      0.12,
    );
    if (isBare)
      for (const k of [-0.6, 0.6])
        branch(
          [
            [Math.sin(a) * reach * 0.6, 2.45 + i * 0.2, Math.cos(a) * reach * 0.6],
            [Math.sin(a + k) * reach * 1.2, 3.5 + i * 0.2, Math.cos(a + k) * reach * 1.2],
            [Math.sin(a + k * 1.4) * reach * 1.5, 4.3 + i * 0.1, Math.cos(a + k * 1.4) * reach * 1.5],
          ],
          0.06,
        );
  }
  if (isBare) return;
  const lumps: BlobPart[] = [{ kind: 'ball', at: [0, 4.1, 0], radius: [1.4, 1.2, 1.4] }];
  for (let i = 0; i < 13; i++) {
    const [angle, ring] = [i * 2.4 + variant, i < 8 ? 1.35 : 0.8];
    lumps.push({
      kind: 'ball',
      at: [Math.sin(angle) * ring, (i < 8 ? 3.5 : 4.9) + 0.7 * chanceOf(i, variant), Math.cos(angle) * ring],
      radius: 0.7 + 0.35 * chanceOf(i, variant + 9),
      blend: 0.12,
    });
  }
  const crown = smoothBlob(lumps, to.isHero ? 0.13 : to.isFar ? 0.55 : 0.24, { color, occlusionReach: 0.9 });
  const leafy = warp(crown, (x, y, z) => {
    const bump = 0.07 * Math.sin(x * 9 + y * 5) * Math.sin(y * 8 - z * 6) * Math.sin(z * 9 + x * 3);
    return [x * (1 + bump), y + bump * 0.8, z * (1 + bump)];
  });
  to.add(
    LEAVES,
    paint(leafy, (x, y, z, n) =>
      snowed(
        mixColors(
          shade(color, 0.62),
          shade(color, 1.14),
          softStep(2.7, 5.6, y + 0.25 * Math.sin(x * 7) * Math.sin(z * 7)),
        ),
        isSnowy,
        n[1],
      ),
    ),
  );
}

function addPine(to: Assembly, color: Srgb, isSnowy: boolean, isChristmas: boolean): void {
  to.add(
    WOOD,
    tube(
      [
        [0, 0.16, 0],
        [0, 1.2, 0],
        [0, 6.4, 0],
      ],
      { radius: (s) => 0.22 * (1 - 0.85 * s), color: '#5a3f2a', sides: 8, rings: 5 },
    ),
  );
  const tiers = 7;
  for (let i = 0; i < tiers; i++) {
    const s = i / (tiers - 1);
    const [radius, height, y] = [1.75 - 1.32 * s, 1.5 - 0.55 * s, 0.75 + i * 0.85];
    const round = to.isFar ? 9 : to.isHero ? 36 : 22;
    const tier = warp(cone(radius, height, color, round), (x, yy, z) => {
      const angle = Math.atan2(z, x);
      const edge = 1 - yy / height;
      const out = 1 + 0.13 * edge * Math.sin(angle * (to.isFar ? 4 : 9) + i * 2);
      return [
        x * out,
        yy - 0.16 * edge * Math.sin(angle * 9 + i * 2) * radius * 0.5 + (edge > 0.5 ? -0.12 : 0),
        z * out,
      ];
    });
    to.add(
      LEAVES,
      paint(tier, (x, yy, z, n) =>
        snowed(
          mixColors(
            shade(color, 1.2),
            shade(color, 0.7),
            softStep(0.1, 0.75, yy / height + 0.1 * Math.sin(x * 9) * Math.sin(z * 9)),
          ),
          isSnowy,
          n[1] + (1 - yy / height) * 0.1,
        ),
      ),
      { at: [0, y, 0], rotate: [0, i * 0.8, 0] },
    );
    if (isChristmas)
      for (const [k, angle] of around(Math.round(9 - 6 * s)).entries())
        to.add(k % 2 ? LIT : BRIGHT, sphere(0.075, ['#ff4438', '#ffd24a', '#4aa8ff', '#5be07a'][(i + k) % 4]!, 8), {
          at: [Math.sin(angle + i) * radius * 0.93, y + 0.12, Math.cos(angle + i) * radius * 0.93],
        });
  }
  if (isChristmas) to.add(BRIGHT, sphere([0.22, 0.3, 0.1], '#ffe07a', 8), { at: [0, 7.05, 0] });
}

function addPalm(to: Assembly, color: Srgb): void {
  to.add(
    WOOD,
    tube(
      [
        [0, 0.16, 0],
        [0.25, 1.6, 0],
        [0.75, 3.3, 0],
        [1.25, 4.9, 0],
      ],
      {
        radius: (s) => 0.2 - 0.09 * s + 0.02 * Math.sin(s * 60),
        color: '#9a7a55',
        sides: to.segments(14),
        rings: to.segments(40),
      },
    ),
  );
  for (const [i, angle] of around(11).entries()) {
    const droop = 0.75 + 0.5 * chanceOf(i);
    for (const part of [0, 1])
      addLeaf(
        to,
        multiply(
          compose({ at: [1.25, 4.85, 0] }),
          rotationY(angle + part * 0.04),
          rotationZ(-droop),
          compose({ scale: [1.9, 2.7, 1.6 + 0.5 * part] }),
        ),
        toHex(shade(color, 0.85 + 0.3 * chanceOf(i, 4))),
      );
  }
  for (const angle of around(4))
    to.add(WOOD, sphere(0.15, '#6a4426', 10), { at: [1.22 + Math.sin(angle) * 0.2, 4.7, Math.cos(angle) * 0.2] });
}
