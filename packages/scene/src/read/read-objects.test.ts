import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

/** Prompt, and what its scene must hold in the notation of `missingFrom`. */
const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
  [
    'A coffee shop chalkboard that reads "OPEN LATE", plants around it',
    'cafe | sign "OPEN_LATE" | 6 cactus =plants around:sign',
  ],
  [
    'A satellite orbiting the Earth, its solar panels catching the sun',
    'space | satellite inFrontOf:planet | planet earth',
  ],
  ['Art nouveau poster of a woman with flowers in her hair', 'studio poster | person flower_crown | !flower'],
  ['A rope bridge over a river', '| bridge =rope_bridge | !thing'],
  ['A detective in an office with venetian blinds', 'office | person | window =venetian_blinds'],
  ['A farmer plants seeds in the earth', '| person =farmer | !planet'],
  ['A small white church with a tall spire on a hill', '| white temple =church | !tower'],
  ['A silver zeppelin over snowy mountains', 'mountains | airship'],
  ['White sneakers on a concrete block', '| 2 white shoe on:pedestal | pedestal'],
  ['A gold watch on black marble', 'studio marble dark_marble | watch'],
  ['A ferris wheel by the sea at sunset', 'shore sunset | ride'],
  ['A penguin on an iceberg', 'arctic | penguin on:iceberg | iceberg'],
  [
    "A wizard's desk with a crystal ball, a spellbook and a skull",
    '| table | ball on:table | book =spellbook on:table | thing =skull on:table',
  ],
  ['A table with a vase of flowers and an apple', '| vase on:table | fruit =apple on:table'],
  ['A bowl of ramen with chopsticks and a soft-boiled egg', '| teapot noodles | !thing | !bread'],
  ['A perfume bottle on wet black stone', '| perfume on:pedestal | black pedestal | !rock'],
  ['Two deck chairs under a striped beach umbrella', 'shore | 2 lounger | parasol'],
  ['A plate of spaghetti with tomato sauce and basil leaves, a fork beside it', '| dish | utensil | !thing'],
  ['A cargo ship loaded with containers at dawn', 'dawn | bigShip | !vase'],
  ['A red London double-decker bus passing Big Ben', 'plaza | red bus | landmark'],
  ['A red pickup truck loaded with Christmas trees', '| red car =pickup_truck subject | 3 tree on:car'],
  ['A chess board with a glowing white king, dark background', '| game =chess_board | white game on:game | !person'],
  ['A teapot and pink peonies in a vase', '| teapot nextTo:vase | pink flower inside:vase'],
  ['A silver laptop and a cup of coffee on a desk, top view', 'topDown | screen laptop | cup'],
  ['A castle floating on a rock in the clouds', 'floatingIslands | castle'],
  ['A red double-decker tram on a bridge', '| red tram'],
  ['Laptop on a desk with "HELLO" on the screen', '| screen laptop "HELLO" on:table | !sign'],
  ['A bottle with a label that reads "VINO"', '| 1 bottle "VINO" | !sign'],
  [
    'Movie poster of a spaceship above a desert planet with the title "DUNE RIDERS"',
    'space "DUNE_RIDERS" | spaceship subject | !sign',
  ],
  ['A bowl of strawberries on a blue tablecloth, top-down', 'studio topDown | teapot fruit strawberry | !table'],
  ['Hot chocolate with marshmallows next to a fireplace', '| 1 cup =hot_chocolate marshmallows | !thing'],
  [
    "Children's book illustration: a rabbit and a bear having a picnic under a big tree, watercolor",
    'watercolor | rabbit sitting under:tree | bear | tree | !book',
  ],
  ['Drone flight through a canyon with an eagle soaring', 'canyon aerial flyOver | eagle fly | !airplane'],
  ['Drone footage of a tropical beach', 'shore tropical aerial flyOver | !airplane'],
  ['A UFO hovers over a farm at night', 'farm night | spaceship | !house'],
  ['Volcano erupting at night, lightning in the ash cloud', 'volcano lightning | !mountain | !cloud'],
  ['A lion and a zebra at a waterhole in the savanna', 'savanna | lion | zebra | !standIn'],
  ['A sports car drives fast through a neon tunnel', 'tunnel neon | sportsCar drive | !standIn'],
  ['A knight inside a castle', 'hall | person =knight armor | !castle'],
  ['A highway through the desert', 'road desert'],
  ['A river through an old European city with a stone bridge', 'cityRiver | bridge stone'],
  ['A warehouse full of boxes', 'factory | box | !house'],
  ['A jazz band playing on a stage', 'stage | person saxophonist | person drummer behind:drums | drums'],
  ['A string quartet in a palace', 'hall | 2 person =violinist'],
  ['A bowl of soup with steam rising on a wooden table', '| soup on:table | table wooden'],
  ['Two knights fighting with swords in a castle courtyard', 'castle | 2 person fighting sword | !sword'],
  [
    'A snowman with a carrot nose, a blue scarf and a top hat in front of a cabin',
    '| snowman scarf=blue hat inFrontOf:house | !thing | !person',
  ],
  [
    'Waves crash against rocks below a lighthouse, gulls circling, overcast day',
    'shore cliff cloudy | lighthouse | bird fly | !rock',
  ],
  ['A butterfly flies from flower to flower in a sunny meadow', 'meadow | butterfly fly nextTo:flower | 7 flower'],
  ['Portrait of a woman with freckles, soft window light', 'portrait light:soft | person freckles | !window'],
  ['A cozy cabin at night, warm light in the windows', 'night lit_windows | house | !window'],
  ['A grandmother in an armchair with a cat on her lap', '| person sitting | cat on:person'],
  ['A girl with a cat on her lap', '| person sitting | cat on:person'],
  ['Two paper boats on a stream', 'river | 2 boat paper'],
  ['A red origami crane on a desk', '| red bird origami on:table | !heron'],
  ['A glass ball on a mirror surface', '| ball | !standIn'],
  ['A woman walking her corgi in the park', 'park | person walk | dog walk'],
  ['A polar bear with two cubs on the ice', 'arctic | 1 bear | 2 bear small | !person'],
  ['An old man feeding pigeons on a park bench', 'park | person sitting on:streetThing | bird @foreground'],
  ['A bride and groom under an arch', '| person =bride | person =groom'],
  ['A spaceship landing on an icy planet', 'iceMoon | spaceship | !planet'],
  ['An astronaut in a spaceship', 'spaceship | person =astronaut'],
  ['A lone tree on a hill under the milky way', 'field night stars | tree'],
  ['A bowl of ramen with chopsticks, top-down, dark wood table', 'studio | teapot noodles | !table'],
  ['A green bicycle with a black dog to the right of it', '| green bicycle | black dog rightOf:bicycle'],
  ['A penguin holding a red umbrella on an ice floe', 'arctic | penguin on:iceberg | small iceberg | red umbrella'],
  ['A glass perfume bottle on black stone, water drops', 'studio | perfume | !foliage'],
  ['A ship in a bottle', 'room | boat small inside:bottle | bottle'],
];

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});

test.each([
  ['A ufo over a field', 'a UFO'],
  ['Jupiter and its moons', 'with Jupiter and'],
  ['The Eiffel Tower at night', 'with the Eiffel Tower'],
  ['A bowl of cherries', 'a bowl of cherries'],
  ['A couple walking along the beach', 'a couple walking'],
  ['An elephant in the savanna', 'A savanna scene by day with an elephant'],
  ['Spaghetti on a table', 'with spaghetti on a table'],
  ['An astronaut on Mars', 'A Mars scene'],
  ['A satellite orbits the Earth', 'in front of the Earth'],
])('describes in plain English: %s', (prompt, told) => {
  expect(describeScene(readForTest(prompt))).toContain(told);
});

test('lids and caps are the bottle’s, toppings the dish’s, what is poured the glass’s', () => {
  const [flacon, ...rest] = readForTest('A glass perfume bottle on black marble, gold cap').actors;
  expect(flacon).toMatchObject({ kind: 'perfume', parts: [{ name: 'cap' }] });
  expect(rest).toEqual([]);
  const ramen = readForTest('A bowl of ramen with a soft-boiled egg, noodles, green onions and chopsticks').actors;
  expect(ramen.map(({ kind }) => kind)).toEqual(['teapot']);
  const [glass, ...others] = readForTest('Orange juice being poured into a tall glass with ice cubes').actors;
  expect(glass).toMatchObject({ kind: 'glass', does: 'pour', attributes: ['orange juice', 'iced'] });
  expect(others).toEqual([]);
});

test('a ring, a row and a stack are how things stand, and move nobody', () => {
  const ring = readForTest('Six cupcakes arranged in a circle on a round cake stand').actors;
  expect(ring).toMatchObject([
    { kind: 'cake', count: 6, attributes: ['cupcake', 'in a circle'], motion: { kind: 'idle' } },
    { kind: 'ware', attributes: ['stand', 'round'] },
  ]);
  expect(readForTest('A stack of three suitcases').actors[0]).toMatchObject({ count: 3 });
  expect(readForTest('A stack of three suitcases').actors[0]?.attributes).toContain('stacked');
  expect(readForTest('A hammer, a saw and a wrench on a workbench').actors.map(({ word }) => word)).toContain('saw');
});

test('a stone floor is a floor, and a sign on a brick wall hangs there', () => {
  expect(readForTest('Five candles on a stone floor').actors.map(({ kind }) => kind)).toEqual(['candle']);
  expect(readForTest('Neon sign that says "OPEN" on a brick wall').actors[0]?.attributes).toContain('brick wall');
});

test('all that is listed before a table is on it', () => {
  const { actors } = readForTest('A violin, an hourglass and a candle on a table');
  expect(actors.filter(({ kind }) => kind !== 'table').map(({ relation }) => relation?.kind)).toEqual([
    'on',
    'on',
    'on',
  ]);
});

test('chessmen may lie, earbuds are one pair, and cloth is a ground', () => {
  const chess = readForTest('A wooden chess board with a white queen and a black king lying down').actors;
  expect(chess.map(({ kind, pose }) => [kind, pose])).toContainEqual(['game', 'lying']);
  expect(chess.some(({ kind }) => kind === 'person')).toBe(false);
  expect(readForTest('A pair of white earbuds in a case').actors[0]).toMatchObject({ kind: 'headphones', count: 1 });
  expect(readForTest('A silver necklace on black velvet')).toMatchObject({ set: 'studio', setColor: '#17171a' });
});

test('a logo is flat, on white, of what stands for the trade', () => {
  const logo = readForTest('Minimalist logo for a coffee shop called "BEAN & CO", white background');
  expect(logo).toMatchObject({ set: 'studio', style: 'poster', captions: [{ text: 'BEAN & CO', place: 'bottom' }] });
  expect(logo.actors.map(({ kind }) => kind)).toEqual(['cup']);
});

test('boots without a body are goods, wine fills the glasses that are there, and shelves carry what is listed', () => {
  expect(readForTest('A row of seven colorful rubber boots on a wooden floor').actors[0]).toMatchObject({
    kind: 'shoe',
    count: 7,
    attributes: expect.arrayContaining(['colorful', 'in a row']),
  });
  expect(readForTest('Two wine glasses, red wine, dark background').actors).toMatchObject([
    { kind: 'glass', count: 2 },
  ]);
  const shelf = readForTest(
    'A blue vase on the left, a teapot in the middle and a red candle on the right, on a shelf',
  );
  expect(shelf.actors.slice(0, 3).map(({ relation }) => relation?.kind)).toEqual(['on', 'on', 'on']);
});

test('who is told twice is one person, and a list is several', () => {
  const told = readForTest('The gardener, a tall woman in green, waters roses').actors;
  expect(told.filter(({ kind }) => kind === 'person')).toMatchObject([{ word: 'gardener', does: 'water' }]);
  const listed = readForTest('The chef, a woman in a hat, and a cat').actors;
  expect(listed.filter(({ kind }) => kind === 'person')).toHaveLength(2);
});

test('an armchair beside a table with a vase is not on the table', () => {
  const { actors } = readForTest('A grandfather clock next to an armchair and a table with a vase');
  expect(actors.find(({ kind }) => kind === 'chair')?.relation?.kind).not.toBe('on');
  expect(actors.find(({ kind }) => kind === 'vase')?.relation?.kind).toBe('on');
});
