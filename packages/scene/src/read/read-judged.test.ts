import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

/** Prompt, and what its scene must hold in the notation of `missingFrom`. */
const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
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
    'garden greenhouse render3d | robot watering | flower sunflower',
  ],
  ['A robot looks at the camera and says "Hello, world"', '+speech | robot says:Hello,_world'],
  ['A waterfall in a jungle, vertical video', 'jungle +waterfall | waterfall'],
  [
    'The camera orbits a ringed planet with two moons, stars in the background',
    'space orbit stars | planet ringed subject | 2 moon around:planet',
  ],
  [
    'A cup of coffee next to a croissant on a marble table, top-down view',
    'studio topDown marble_table | cup coffee nextTo:bread | bread =croissant | !table',
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
  ['Ein rotes Haus am See im Herbst, Nebel', 'lake autumn fog | red house'],
  ['雪の中の赤い鳥居', 'snow winter | red torii'],
  ['<IMAGE_0> walks through <IMAGE_1>', 'golden | 1 subject'],
  ['A still life of a vase of tulips by a window', 'room +room | vase subject | flower tulip inside:vase | window'],
];

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
