import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readPrompt } from './read-prompt.ts';
import { TEST_LEXICON } from './test-lexicon.ts';

const read = (prompt: string, seed = 1): Scene => readPrompt(prompt, { lexicon: TEST_LEXICON, seed });

/** Prompt, and what its scene must hold in the notation of `missingFrom`. */
type Row = readonly [prompt: string, notation: string];

const JUDGED: readonly Row[] = [
  [
    'A neon-lit Tokyo street at 3am, rain on the pavement, cinematic',
    'street neon japanese night rain wet cinematic +rain',
  ],
  [
    'A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background',
    'planet mars lightsUp +launch | rocket launch up glowing crystal subject | ruin @background',
  ],
  [
    'Two black cats and one orange cat sitting on a red sofa',
    'room | 2 black cat sitting on:sofa | 1 orange cat sitting on:sofa | 1 red sofa',
  ],
  [
    'A wooden shop sign that says "FRESH BREAD" above a bakery door, morning light',
    'street bakery morning | sign wooden "FRESH_BREAD" above:door | door',
  ],
  ['Watercolor painting of a lighthouse on a cliff in a storm', 'shore cliff storm watercolor | lighthouse subject'],
  [
    'A blue car to the left of a yellow bus, in front of a snowy mountain',
    'mountains | blue car leftOf:bus | yellow bus | mountain snowy behind:car',
  ],
  [
    'A sea turtle gliding over a coral reef, sun rays through the water',
    'underwater coral rays +underwater | turtle swim',
  ],
  [
    'Aerial drone shot flying over a dense green forest at sunrise, light fog between the trees',
    'forest dawn fog aerial flyOver | !tree',
  ],
  ['A red fox trotting through a snowy forest at dusk, snow falling', 'forest dusk snow winter +snowSteps | fox walk'],
  [
    'Pixel art of a knight fighting a green dragon in front of a castle',
    'pixel | person =knight fighting | green dragon fighting inFrontOf:castle | castle @background',
  ],
  [
    'Retro anime style: a girl on a bicycle rides along the sea at sunset, wind in the grass',
    'shore sunset anime +wind | person girl riding:bicycle | bicycle drive',
  ],
  [
    'Black and white film noir detective in a fedora under a street lamp, fog',
    'street noir fog night | person =detective hat under:streetLamp | streetLamp',
  ],
  [
    'Product shot of a white sneaker on a pastel pink background, soft studio light',
    'studio #light_pink | white shoe | !window',
  ],
  [
    'Slow dolly-in on a candle flickering on an old wooden table in a dark room',
    'room dark night dollyIn slow | candle flicker on:table | table old wooden',
  ],
  ['Thunderstorm over a wheat field, lightning strikes in the distance', 'field wheat storm lightning +thunder'],
  [
    'Time-lapse of a city skyline from day to night, traffic lights streaking below',
    'skyline day >night timeLapse lightStreaks',
  ],
  [
    'Five hot air balloons drifting over Cappadocia at golden hour, camera pans right',
    'desert golden panRight | 5 balloon hotAir float',
  ],
  [
    'A friendly robot watering sunflowers in a greenhouse, 3D render style',
    'garden greenhouse clay | robot watering | flower sunflower',
  ],
  ['A robot looks at the camera and says "Hello, world"', '+speech | robot says:Hello,_world'],
  ['A waterfall in a jungle, vertical video', 'forest jungle +waterfall | waterfall'],
  [
    'The camera orbits a ringed planet with two moons, stars in the background',
    'space orbit stars | planet ringed subject | 2 moon around:planet',
  ],
  [
    'A cup of coffee next to a croissant on a marble table, top-down view',
    'studio topDown marble_table | cup coffee nextTo:thing | thing =croissant lying | !table',
  ],
  [
    'Fireworks over a river with a bridge, reflections in the water',
    'river night fireworks +fireworks | fireworks | bridge',
  ],
  [
    'Comic book style superhero flying above skyscrapers, halftone dots',
    'skyline comic above | person cape flying fly above:tower',
  ],
  ['a', 'golden | 1 subject'],
  [
    'An enormous ancient library at night, endless shelves of books, warm lamps, a small owl on a stack of books in the foreground, a spiral staircase in the middle, dust in the light beams, wide angle, oil painting',
    'library night oil wide rays | owl small @foreground | lamp',
  ],
  ['Ein rotes Haus am See im Herbst, Nebel', 'shore lake autumn fog | red house'],
  ['雪の中の赤い鳥居', 'snow winter | red torii'],
  ['<IMAGE_0> walks through <IMAGE_1>', 'golden | 1 subject'],
  ['A still life of a vase of tulips by a window', 'room +room | vase subject | flower tulip inside:vase | window'],
];

const ENGLISH: readonly Row[] = [
  ['A golden retriever puppy running on the beach at sunrise', 'shore dawn | dog =puppy run small'],
  ['Three red balloons floating above a green meadow', 'field | 3 red balloon float'],
  [
    'A wizard holding a glowing crystal ball in a dark cave',
    'dark | person =wizard holding:ball | ball glowing crystal',
  ],
  ['An old man sitting on a park bench in autumn', 'autumn | person old sitting on:chair'],
  [
    'A steam train crossing a stone bridge over a river in the mountains',
    'river +train | train drive on:bridge | bridge stone',
  ],
  ['A red umbrella on an empty beach in the rain', 'shore rain | red umbrella'],
  ['Two astronauts walking on the moon', 'planet moon | 2 person =astronauts walk'],
  ['A black horse galloping across a desert at sunset', 'desert sunset +hooves | black horse run'],
  [
    'A small yellow boat drifting on a calm lake, misty morning, watercolor',
    'shore lake morning fog watercolor | yellow boat float small',
  ],
  [
    'A futuristic city skyline at night with flying cars, neon lights, cyberpunk',
    'skyline night neon futuristic | car fly',
  ],
  ['A white cat sleeping on a windowsill, rain outside', 'room rain | white cat lying on:window'],
  ['A dozen red roses in a glass vase on a black background', 'studio #black | 12 red flower inside:vase'],
  ['A penguin wearing a red scarf, studio photo', 'studio | penguin scarf'],
  ['A bear riding a bicycle through the forest', 'forest | horse =bear riding:bicycle'],
  ['A snowy village at night', 'street village night snow winter'],
  ['Oil painting of sunflowers in a blue vase', 'oil | flower sunflower inside:vase | blue vase'],
  ['A medieval castle on a hill under a stormy sky, lightning', 'storm lightning | castle old'],
  ['A school of fish swimming around a sunken ship', 'underwater | 14 fish swim around:boat'],
  [
    'A sleek silver sports car driving along a road at sunset, tracking shot',
    'street sunset track +engine | silver car drive',
  ],
  ['Close-up of a hummingbird hovering next to a red flower', 'close | bird fly nextTo:flower | red flower'],
  ['A street without cars or people, foggy morning', 'street fog morning | !car | !person'],
  ['No people, just an empty street at night', 'street night | !person'],
  ['A giant robot standing in a city street, low angle', 'street low | robot standing large'],
  ['A dragon flying over snowy mountains at dusk, cinematic', 'mountains dusk cinematic | dragon flying fly'],
  [
    'An elephant under an acacia tree in the savanna at golden hour',
    'field savanna golden | horse =elephant under:tree',
  ],
  ['Neon sign that reads "OPEN 24H" in a rainy alley at night', 'street alley neon night rain | sign "OPEN_24H"'],
  [
    'A girl holding a blue balloon in front of a red brick house',
    '| person girl holding:balloon | blue balloon | red house behind:person',
  ],
  ['Pencil sketch of an old sailing ship', 'sketch | boat old sail'],
  ['The camera slowly zooms in on a red cup', 'zoomIn slow | red cup'],
  ['Low angle shot of skyscrapers at night, camera tilts up', 'skyline night low tiltUp'],
  [
    'Black and white photo of a woman with an umbrella walking in the rain',
    'noir rain | person woman walk holding:umbrella',
  ],
  ['A black and white cat on a green sofa', 'natural | cat on:sofa | green sofa'],
  ['A flock of birds flying over a lake at dawn', 'shore lake dawn | 12 bird fly'],
  ['Cherry blossom trees along a river in spring', 'river spring | tree blossom light_pink'],
  ['A campfire in the forest at night, sparks rising, crickets', 'forest night +fire +crickets | fire flicker'],
  [
    'A knight on a white horse, castle in the background',
    '| person =knight riding:horse | white horse | castle @background',
  ],
  ['A red car on a road, in the background a castle', 'street | red car | castle @background'],
  ['A robot on the left and a dog on the right', '| robot @left | dog @right'],
  ['A title card: "THE END" in white letters on a black background', 'studio #black "THE_END"'],
  ['"Let\'s go!" shouts the pirate captain on his ship', "+speech | person =captain says:Let's_go! on:boat"],
  ['Day turns into night over a desert', 'desert day >night timeLapse'],
  ['A yellow submarine under the sea', 'underwater | yellow boat'],
  ['A spaceship landing on an alien planet with two moons', 'planet alien | rocket fall down | 2 moon'],
  ['A red barn in a field of wheat, clouds drifting', 'field wheat | red house | cloud float'],
  ['An orange on a plate next to a glass of milk', '| fruit =orange nextTo:glass | glass milk'],
  ['A bowl of ramen on a wooden table, close-up, steam rising', 'room close | thing =ramen on:table'],
  ['A tiny house on top of a giant mushroom', '| house small on:thing | thing =mushroom large'],
  ['Wide shot of a lone cowboy riding a horse across the desert', 'desert wide | person =cowboy riding:horse'],
  ['A red car to the right of a blue car', '| red car rightOf:car | blue car'],
  [
    'In front of a castle, a knight fights a dragon',
    '| castle | person =knight fighting inFrontOf:castle | dragon fighting',
  ],
  ['On a wooden table there are three candles', 'room | 3 candle on:table | table wooden'],
  ['A girl with red hair and a yellow raincoat jumping in puddles', 'wet | person girl yellow jump raincoat'],
  ['A treasure chest under water surrounded by fish', 'underwater | box subject | 6 fish around:box'],
  ['A lantern hanging from a tree', '| lamp under:tree'],
  ['A poster with the title "SPACE NIGHT" showing a rocket', '| sign "SPACE_NIGHT" | rocket'],
  ['Lightning over a city at night, handheld camera', 'night storm lightning handheld'],
  ['Sunrise over the mountains, birds flying', 'mountains dawn | bird fly | !mountain'],
  ['A yellow taxi driving fast through New York at night, rain', 'street night rain | yellow car taxi drive'],
  ['A blue whale swimming in the deep ocean', 'underwater | whale swim large'],
  [
    'A black cat sitting to the left of a white dog on a green bench',
    '| black cat sitting leftOf:dog | white dog on:chair | green chair',
  ],
  ['A cat jumps from a chair onto a table', '| cat jump on:table | chair | table'],
  ['A lone tree under a starry sky', 'field night stars | tree'],
  ['A vintage car parked in front of a diner at dusk, neon sign "EAT"', 'street dusk | car still old | sign "EAT"'],
  ['A grand piano on a stage, spotlight from above', 'medium +music | thing =grand_piano'],
  ['Hot air balloons at sunrise over mountains, camera rising', 'mountains dawn craneUp | balloon'],
  ['A dog and a cat sleeping together on a rug in front of the fireplace', 'room | dog lying | cat lying | fire'],
  ['A child standing in a bar', 'room | person child standing'],
  [
    'A dragon to the right of a tower, a small red flag on the tower',
    '| dragon rightOf:tower | tower | sign red small on:tower',
  ],
  [
    'A lighthouse to the left of a red house, and a boat in the foreground',
    '| lighthouse leftOf:house | red house | boat @foreground',
  ],
  ['A kid flying a kite at the beach', 'shore | person child idle'],
  ['The sun rising over the ocean, time lapse', 'shore dawn >morning timeLapse'],
  ['A red bicycle leaning against a blue wall', '| red bicycle | !thing'],
  ['Four yellow ducks swimming in a river', 'river | 4 yellow duck float'],
  ['A house on fire at night, firefighters', 'night | house burning | person =firefighters'],
  ['A man rowing a wooden boat across a foggy lake', 'shore lake fog | person man riding:boat | boat wooden'],
  ['A vase with five white lilies on a windowsill, morning light', 'room morning | vase | 5 white flower inside:vase'],
  ['A white horse and a black horse running across a field', 'field | white horse run | black horse run'],
  ['A pale blue teacup on a shelf', '| cup on:bookshelf'],
  ['A burning candle in a window at night, the camera pulls back', 'night dollyOut | candle'],
  ['A light blue boat, a dark green boat and a pink boat on the sea', 'shore | 1 boat | 1 boat | pink boat'],
];

const OTHER_LANGUAGES: readonly Row[] = [
  ['Zwei schwarze Katzen sitzen auf einem roten Sofa', 'room | 2 black cat sitting on:sofa | red sofa'],
  [
    'Eine Frau mit einem Regenschirm geht nachts durch den Regen, schwarz-weiß',
    'noir night rain | person woman walk holding:umbrella',
  ],
  ['Ein blaues Auto links von einem gelben Bus vor einem Berg', '| blue car leftOf:bus | yellow bus | mountain'],
  [
    'Ein Ritter kämpft gegen einen grünen Drachen vor einer Burg',
    '| person knight fighting | green dragon fighting | castle',
  ],
  ['Ein Pinguin am Strand', 'shore | penguin =pinguin'],
  ['Un chat noir assis sur un canapé rouge', 'room | black cat sitting on:sofa | red sofa'],
  ['Une maison bleue au bord de la mer au coucher du soleil', 'shore sunset | blue house'],
  ["Trois montgolfières au-dessus d'un champ de lavande", 'field lavender | 3 balloon hotAir'],
  ["Aquarelle d'un phare pendant une tempête", 'shore storm watercolor | lighthouse'],
  ['Dos gatos negros sobre una mesa de madera', '| 2 black cat on:table | table wooden'],
  ['Una casa roja junto al lago en otoño con niebla', 'shore lake autumn fog | red house'],
  ['Un perro corriendo por la playa al atardecer', 'shore sunset | dog run'],
  ['Un castello antico sulla montagna sotto la neve', 'snow winter | castle old on:mountain'],
  ["Una barca rossa sul lago all'alba", 'shore lake dawn | red boat'],
  ['Um barco vermelho na praia ao pôr do sol', 'shore sunset | red boat'],
  ['Duas crianças com um balão vermelho no jardim', 'garden | 2 person child | red balloon'],
  ['ソファの上に座っている二匹の黒猫', 'room | 2 black cat sitting on:sofa'],
  ['夜の東京の街、雨、ネオン', 'street japanese neon night rain'],
  ['富士山と桜、春の朝', 'mountains spring morning | mountain | tree blossom'],
  ['海辺の白い灯台、夕焼け', 'shore sunset | white lighthouse'],
  ['一只黑猫坐在红色沙发上', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['森林里的一座小木屋，下雪', 'forest snow winter | house small'],
  ['两只狗在海滩上奔跑，日落', 'shore sunset | 2 dog run'],
  ['눈 속의 빨간 집', 'snow winter | red house'],
  ['고양이가 소파 위에 앉아 있다', 'room | cat sitting on:sofa'],
  ['밤에 비 내리는 거리, 네온', 'street night rain neon'],
  ['Красный дом у озера осенью, туман', 'shore lake autumn fog | red house'],
  ['Две чёрные кошки сидят на диване', 'room | 2 black cat sitting on:sofa'],
  ['Старый маяк на скале ночью, шторм', 'shore cliff night storm | lighthouse old'],
  ['हाथी', '| horse elephant'],
  ['Zwei Hunde spielen im Schnee', 'snow winter | 2 dog'],
  ['Tres caballos corriendo por el campo al amanecer', 'field dawn | 3 horse run'],
  ['Un astronauta sobre la luna', 'planet moon | person astronaut'],
  ['雨の夜、傘をさした女の子が歩いている', 'night rain | person girl walk holding:umbrella | umbrella'],
  ['火星でロケットが打ち上げられる', 'planet mars +launch | rocket launch up'],
  ['一个女孩骑着自行车在海边，日落', 'shore sunset | person girl riding:bicycle'],
  ['빨간 자동차 옆에 있는 노란 버스', '| yellow bus nextTo:car | red car'],
  ['Девочка с красным зонтом идёт под дождём ночью', 'night rain | person girl walk holding:umbrella | red umbrella'],
];

describe('readPrompt', () => {
  test.each([...JUDGED, ...ENGLISH, ...OTHER_LANGUAGES])('reads: %s', (prompt, notation) => {
    const scene = read(prompt);
    expect(Scene.safeParse(scene).error).toBeUndefined();
    expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
  });

  test('the same prompt and seed give an equal scene', () => {
    for (const prompt of ['a', 'two dogs', '雪']) expect(read(prompt, 7)).toEqual(read(prompt, 7));
  });

  test('an unknown thing is drawn as a simple shape and told', () => {
    const { actors, substitutions } = read('A small flibbertigibbet on a table');
    expect(actors.map(({ kind }) => kind)).toEqual(['standIn', 'table']);
    expect(substitutions).toEqual([{ word: 'flibbertigibbet', by: 'a simple shape' }]);
  });

  test('a word without a body is shown by something that stands for it, and that is told', () => {
    const scene = read('freedom, oil painting');
    expect(scene.style).toBe('oil');
    expect(missingFrom(scene, 'shore | bird =seagull fly')).toEqual([]);
    expect(scene.substitutions).toContainEqual({ word: 'freedom', by: 'seagull' });
  });

  test('a prompt of emoji alone is read by their names; beside words they only decorate', () => {
    expect(missingFrom(read('🐶'), '| dog')).toEqual([]);
    expect(read('a cat 🐶').actors.map(({ kind }) => kind)).toEqual(['cat']);
  });

  test('animals go to the model of their shape', () => {
    for (const [word, kind] of Object.entries({
      cow: 'cow',
      pigs: 'horse',
      penguin: 'penguin',
      corgis: 'dog',
      shark: 'shark',
    }))
      expect(read(`two ${word} at noon`).actors[0]?.kind, word).toBe(kind);
  });

  test('flowers in a vase are cut, and the vase holds no others', () => {
    const { actors } = read('A vase of tulips');
    expect(actors.find(({ kind }) => kind === 'flower')).toMatchObject({ count: 7, relation: { kind: 'inside' } });
    expect(actors.find(({ kind }) => kind === 'vase')?.attributes).toContain('filled');
  });

  test('who is on a chair sits, and what stands in a vase on a table leaves the vase there', () => {
    expect(read('A queen on a throne').actors[0]?.pose).toBe('sitting');
    expect(missingFrom(read('A vase of sunflowers on a table'), '| vase on:table | flower inside:vase')).toEqual([]);
    expect(missingFrom(read('A laptop on a desk next to a cup'), '| cup on:table')).toEqual([]);
  });

  test('what is being made or mended is beside its maker, and one pair of headphones is one thing', () => {
    expect(missingFrom(read('An old fisherman mending nets on a pier'), '| person =fisherman')).toEqual([]);
    expect(read('A pair of headphones').actors).toMatchObject([{ kind: 'headphones', count: 1 }]);
  });

  test('who is under a tree is outdoors, whatever is held', () => {
    expect(read('A girl reading a book under a tree').set).toBe('field');
    expect(describeScene(read('A burning house'))).toContain('house burning');
  });

  test('fruit and vegetables are things of their own, in other languages too', () => {
    expect(missingFrom(read('Une pomme rouge sur une table'), '| fruit apple on:table')).toEqual([]);
    expect(missingFrom(read('A hamster eating a carrot'), '| thing =carrot | !car')).toEqual([]);
    expect(missingFrom(read('A cherry tree in spring'), '| tree blossom | !thing')).toEqual([]);
  });

  test('words of light, style and camera are never things', () => {
    const scene = read('Cinematic background, dramatic light, beautiful atmosphere, high quality, 8k, depth of field');
    expect(scene.style).toBe('cinematic');
    expect(scene.actors.filter(({ kind }) => kind === 'standIn' || kind === 'thing')).toEqual([]);
  });

  test('no weather is made of weather that is denied', () => {
    expect(read('A city street without rain, no fog').weather).toBe('clear');
  });

  test('relations and substitutions name only what is there', () => {
    for (const [prompt] of [...JUDGED, ...ENGLISH, ...OTHER_LANGUAGES]) {
      const { actors } = read(prompt);
      const ids = new Set(actors.map(({ id }) => id));
      expect(ids.size).toBe(actors.length);
      for (const { id, relation } of actors)
        if (relation) expect(ids.has(relation.to) && relation.to !== id).toBe(true);
    }
  });

  test('any string gives a scene that passes the schema and can be described', () => {
    const vocabulary = fc.constantFrom(
      ...JUDGED.flatMap(([prompt]) => prompt.split(' ')),
      '"',
      '“',
      ',',
      '.',
      'no',
      'of',
      'and',
      'の',
      '上',
      '1000000',
      '-',
      "'",
    );
    const soup = fc.array(vocabulary, { maxLength: 60 }).map((words) => words.join(' '));
    const raw = fc.string({ unit: 'binary', maxLength: 400 });
    const halves = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(soup, raw, halves), fc.integer(), (prompt, seed) => {
        const scene = read(prompt, seed);
        expect(Scene.safeParse(scene).error).toBeUndefined();
        const sentence = describeScene(scene);
        expect(sentence.length).toBeGreaterThan(10);
        expect(sentence.length).toBeLessThanOrEqual(600);
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });

  test('8,000 characters of anything are read', () => {
    for (const unit of ['cat and ', '"', '((', '雪の中の', '\u0000', '\ud83d', 'no ', 'a-', 'x', ' on a', '“a ']) {
      const scene = read(unit.repeat(8000).slice(0, 8000));
      expect(Scene.safeParse(scene).error).toBeUndefined();
      expect(scene.actors.length).toBeLessThanOrEqual(24);
    }
  });
});
