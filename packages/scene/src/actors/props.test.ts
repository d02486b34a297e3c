import type { Texture } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { meshBounds } from '../model/mesh.ts';
import { createRandom } from '../random.ts';
import { type ActorKind, SceneActor } from '../scene.ts';
import { planLaunch } from '../stage/launch-plan.ts';
import type { ActorContext } from './actor.ts';
import { actorModels } from './all-actors.ts';
import { inflate } from './thing.ts';
import { thingMetres } from './thing-sizes.ts';

const disc: Texture = { width: 64, height: 64, rgba: new Uint8Array(64 * 64 * 4) };
for (let i = 0; i < 64 * 64; i++) {
  const inside = Math.hypot((i % 64) - 31.5, Math.floor(i / 64) - 31.5) < 24;
  disc.rgba.set([200, 90, 40, inside ? 255 : 0], i * 4);
}

const assets: ActorContext['assets'] = {
  paintText: (_text, { width, height }) => ({ width, height, rgba: new Uint8Array(width * height * 4).fill(255) }),
  thing: (key) => (key === 'disc' ? disc : undefined),
};

type Given = Partial<ActorContext> & { readonly is?: object };

function build(kind: ActorKind, { is = {}, ...context }: Given = {}) {
  const actor = SceneActor.parse({ id: `${kind}-1`, kind, word: kind, ...is });
  const model = actorModels[kind];
  if (!model) throw new Error(`${kind} has no model`);
  const rest = {
    copy: 0,
    random: createRandom(5),
    assets,
    isNight: false,
    detail: 'normal',
    durationSeconds: 8,
  } as const;
  return model.build({ ...rest, actor, ...context });
}

const KINDS: readonly ActorKind[] = [
  ...(['rocket', 'car', 'bus', 'bicycle', 'boat', 'airplane', 'balloon', 'train', 'tree', 'flower', 'rock'] as const),
  ...(['crystal', 'mountain', 'planet', 'moon', 'cloud', 'house', 'tower', 'castle', 'lighthouse', 'ruin'] as const),
  ...(['bridge', 'torii', 'door', 'sofa', 'table', 'chair', 'lamp', 'streetLamp', 'candle', 'cup', 'vase'] as const),
  ...(['window', 'bookshelf', 'sign', 'shoe', 'box', 'fire', 'waterfall', 'fireworks', 'thing', 'standIn'] as const),
  ...(['perfume', 'bottle', 'glass', 'watch', 'headphones', 'screen', 'fruit', 'burger', 'pizza', 'sushi'] as const),
  ...(['cake', 'donut', 'bread', 'teapot', 'pumpkin', 'mushroom', 'cactus', 'snowman', 'motorcycle'] as const),
  ...(['truck', 'tractor', 'sportsCar', 'spaceship', 'sailingShip', 'submarine', 'guitar', 'piano'] as const),
  ...(['drums', 'trumpet', 'clock', 'jewelry', 'bag', 'lantern', 'book', 'camera', 'chest', 'sword'] as const),
  ...([
    'fountain',
    'flag',
    'tent',
    'landmark',
    'statue',
    'streetThing',
    'bed',
    'furnishing',
    'copter',
    'game',
    'device',
    'utensil',
    'airship',
    'satellite',
    'tram',
    'temple',
    'ride',
    'scarecrow',
    'iceberg',
    'pedestal',
    'parasol',
    'lounger',
    'hourglass',
    'towerCrane',
    'dish',
    'bigShip',
    'ware',
  ] as const),
];
const WORDS: Partial<Record<ActorKind, readonly string[]>> = {
  car: ['taxi', 'pickup', 'jeep', 'hatchback', 'van', 'police car', 'vintage car'],
  boat: ['sailboat', 'ship'],
  airplane: ['biplane'],
  balloon: ['toy balloon', 'airship'],
  tree: ['pine', 'palm', 'christmas tree', 'bare tree'],
  tower: ['pagoda', 'clock tower', 'windmill', 'eiffel tower'],
  dish: ['breakfast', 'steak', 'curry', 'dumplings'],
  bigShip: ['cruise ship'],
  lounger: ['sun lounger'],
  pedestal: ['block', 'marble slab', 'log'],
  ride: ['carousel', 'roller coaster'],
  shoe: ['boot'],
  temple: ['cathedral', 'mosque', 'pagoda', 'greek temple'],
  satellite: ['space station', 'space telescope', 'space probe'],
  tram: ['double-decker tram', 'modern tram'],
  vase: ['bottle', 'perfume', 'empty vase'],
  cup: ['glass', 'tea'],
  planet: ['black hole', 'earth'],
  ruin: ['columns', 'pyramid'],
  house: ['bakery', 'barn', 'cabin'],
  box: ['gift', 'crate', 'treasure chest', 'books'],
  perfume: ['lipstick', 'cream', 'lotion', 'serum', 'nail polish'],
  bottle: ['champagne', 'beer', 'water', 'whisky', 'milk', 'potion', 'soda can'],
  glass: ['champagne', 'cocktail', 'beer', 'whisky', 'orange juice', 'empty glass'],
  watch: ['smartwatch', 'rolex', 'pocket watch'],
  headphones: ['earbuds'],
  screen: ['phone', 'tablet', 'laptop', 'monitor', 'television', 'old television'],
  fruit: [
    'banana',
    'strawberry',
    'lemon',
    'orange slice',
    'pear',
    'cherry',
    'grapes',
    'watermelon',
    'watermelon slice',
    'pineapple',
    'tomato',
  ],
  burger: ['fries', 'hot dog', 'sandwich'],
  pizza: ['slice', 'taco', 'pie'],
  cake: ['birthday cake', 'slice', 'cupcake', 'wedding cake'],
  donut: ['cookie', 'pancakes', 'macaron', 'chocolate bar'],
  bread: ['croissant', 'baguette', 'pretzel', 'cheese', 'eggs', 'ice cream'],
  teapot: ['kettle', 'plate', 'ramen', 'salad', 'bowl of fruit', 'soup'],
  cactus: ['potted cactus', 'potted plant', 'bonsai'],
  mushroom: ['glowing mushroom'],
  motorcycle: ['scooter'],
  truck: ['van', 'fire truck', 'ambulance', 'food truck', 'camper', 'dump truck'],
  tractor: ['tank', 'excavator'],
  sportsCar: ['formula 1 car'],
  spaceship: ['ufo'],
  sailingShip: ['pirate ship'],
  submarine: ['canoe', 'surfboard', 'skateboard'],
  guitar: ['electric guitar', 'violin', 'ukulele'],
  piano: ['upright piano', 'keyboard'],
  drums: ['drum'],
  trumpet: ['saxophone'],
  clock: ['grandfather clock', 'wall clock', 'mantel clock'],
  jewelry: ['crown', 'necklace', 'trophy'],
  bag: ['backpack', 'suitcase', 'old suitcase', 'shopping bag'],
  lantern: ['paper lantern', 'stone lantern', 'chandelier'],
  book: ['open book', 'scroll', 'map', 'books'],
  camera: ['camera on a tripod'],
  chest: ['closed chest'],
  sword: ['katana', 'axe', 'shield', 'lightsaber'],
  fountain: ['well'],
  flag: ['french flag', 'japanese flag'],
  tent: ['tipi', 'circus tent', 'igloo'],
  landmark: ['big ben', 'statue of liberty', 'pyramid', 'tower of pisa'],
  statue: ['bust', 'buddha', 'moai'],
  mountain: ['volcano'],
  device: ['telescope', 'globe', 'typewriter', 'gramophone', 'radio', 'refrigerator', 'stove', 'gears'],
  utensil: ['basket', 'bucket', 'nest', 'fork', 'candlestick', 'kite', 'sandcastle', 'gravestone'],
  copter: ['drone'],
  game: ['queen', 'chess knight', 'bishop', 'rook', 'pawn', 'chess board', 'dice'],
  bed: ['royal bed', 'pillow', 'blanket', 'crib', 'hammock'],
  furnishing: ['mirror', 'easel', 'framed painting', 'rug', 'ladder', 'bathtub'],
  streetThing: ['traffic light', 'phone booth', 'mailbox', 'fence', 'hydrant', 'market stall'],
};
const LIMITS = { hero: 20_000, normal: 10_000, far: 5_600 } as const;

describe.each(KINDS)('%s', (kind) => {
  it.each(['hero', 'normal', 'far'] as const)(
    'stands on the ground in finite bounds and within its triangles (%s)',
    (detail) => {
      for (const word of [kind, ...(WORDS[kind] ?? [])]) {
        const actor = build(kind, { detail, is: { word, thing: 'disc' } });
        const pose = actor.poseAt(1.3, { distance: 2, speed: 1 });
        let triangles = 0;
        for (const { mesh, matrix } of pose.parts) {
          triangles += mesh.indices.length / 3;
          const { min, max } = meshBounds(mesh, Array.from(matrix));
          expect(mesh.positions.every(Number.isFinite) && mesh.normals.every(Number.isFinite), word).toBe(true);
          expect([...min, ...max].every(Number.isFinite), word).toBe(true);
          expect(min[1], `${word} stands`).toBeGreaterThanOrEqual(-0.03);
          expect(max[1], `${word} is as high as it says`).toBeLessThanOrEqual(actor.bounds.height * 1.05);
          expect(Math.max(max[0], -min[0]) * 2, word).toBeLessThanOrEqual(actor.bounds.width * 1.1);
        }
        expect(triangles, word).toBeLessThanOrEqual(LIMITS[detail]);
        for (const { data } of pose.sprites ?? []) expect(data.every(Number.isFinite)).toBe(true);
      }
    },
  );

  it('shows the same at the same time, whatever was asked before', () => {
    const at = (order: readonly number[]) => {
      const actor = build(kind, { isNight: true, is: { thing: 'disc' } });
      const poses = order.map((t) => actor.poseAt(t, { distance: t, speed: 1 }));
      const { parts, lights, sprites } = poses.at(-1)!;
      return JSON.stringify([
        parts.map(({ matrix, emissive }) => [[...matrix], emissive]),
        lights,
        sprites?.map(({ data }) => [...data]),
      ]);
    };
    expect(at([0, 5, 2])).toBe(at([2]));
  });
});

it('a rocket shows its fire only once it has been lit', () => {
  const actor = build('rocket', { is: { motion: { kind: 'launch' } } });
  const { ignitionSeconds } = planLaunch(8, 12);
  const count = (t: number) => actor.poseAt(t, { distance: 0, speed: 0 }).parts.length;
  expect(count(ignitionSeconds + 0.5)).toBe(count(ignitionSeconds - 0.1) + 1);
});

it('every bang of the fireworks belongs to a burst that opens then', () => {
  const actor = build('fireworks');
  expect(actor.cues!.length).toBeGreaterThan(5);
  for (const { startSeconds } of actor.cues!) {
    const lights = (t: number) =>
      actor.poseAt(t, { distance: 0, speed: 0 }).lights!.map(({ color }) => Math.max(...color));
    expect(Math.max(...lights(startSeconds + 0.001))).toBeGreaterThan(
      Math.max(0, ...lights(startSeconds - 0.001)) - 0.05,
    );
    expect(lights(startSeconds + 0.001).some((light) => light > 3)).toBe(true);
  }
});

it('a cut-out has triangles only where its picture is, and closes at its rim', () => {
  const { mesh } = inflate(disc, 32)!;
  for (const corner of mesh.indices) {
    const [u, v] = [mesh.uvs![corner * 2]! - 0.5, mesh.uvs![corner * 2 + 1]! - 0.5];
    const radius = Math.hypot(u, v);
    expect(radius).toBeLessThan(24 / 64 + 0.06);
    if (radius > 24 / 64 + 0.001) expect(Math.abs(mesh.positions[corner * 3 + 2]!)).toBeLessThan(0.006);
  }
  expect(inflate({ ...disc, rgba: new Uint8Array(disc.rgba.length) }, 16)).toBeUndefined();
});

it('a picture of a thing is as large as the real thing, and lies flat when it lies', () => {
  expect(thingMetres('1f34e')).toBeLessThan(thingMetres('1f355'));
  expect(thingMetres('1f576-fe0f')).toBe(thingMetres('1f576'));
  const standing = build('thing', { is: { thing: 'disc' } }).bounds;
  const lying = build('thing', { is: { thing: 'disc', pose: 'lying' } }).bounds;
  expect(standing.height).toBeCloseTo(0.5, 1);
  expect(lying.height).toBeLessThan(standing.height * 0.6);
});

it('a crystal rocket bears a crystal: its hull stays a hull', () => {
  const shown = (attributes: readonly string[]) =>
    new Set(
      build('rocket', { is: { attributes } })
        .poseAt(1, { distance: 0, speed: 0 })
        .parts.map(({ mesh }) => mesh),
    );
  const powered = shown(['glowing', 'crystal']);
  const plain = shown(['glowing']);
  expect([...plain].filter((mesh) => !powered.has(mesh))).toEqual([]);
});
