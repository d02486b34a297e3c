import { expect, test } from 'vitest';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { writeOut } from './sections.ts';
import { readForTest } from './test-lexicon.ts';

const FORMS: readonly (readonly [prompt: string, sentences: string])[] = [
  ['Scene: a red car in the desert. Camera: low angle. Mood: eerie', 'a red car in the desert. low angle. eerie mood.'],
  ['a cat on a roof. Style: anime', 'a cat on a roof. anime.'],
  ['Setting: Tokyo street\nAudio: rain, distant thunder', 'in Tokyo street. sounds of rain, distant thunder.'],
  ['Subject: a girl. Dialogue: Girl: "I love rain"', 'a girl. the girl says "I love rain".'],
  ['Subject: a shop. Text: OPEN', 'a shop. with the text "OPEN".'],
  ['INT. KITCHEN - NIGHT. A man cooks.', 'Inside a kitchen at night. A man cooks.'],
  ['A DOG ON A BEACH WITH A SIGN "Hi"', 'a dog on a beach with a sign "Hi"'],
  ['A wooden sign that reads: "OPEN"', 'A wooden sign that reads: "OPEN"'],
  ['Breakfast at 3:00-4:00 pm', 'Breakfast at 3:00-4:00 pm'],
];

test.each(FORMS)('%s is written out', (prompt, sentences) => {
  expect(writeOut(prompt)).toBe(sentences);
});

test('JSON is written out, its settings left away', () => {
  const form = {
    scene: 'a beach',
    subjects: [{ type: 'dog', color: 'brown', action: 'running' }],
    seed: 3,
    audio: ['waves'],
  };
  expect(writeOut(JSON.stringify(form))).toBe('a beach. a brown dog running. sounds of waves.');
  expect(writeOut('{"subject": "a cat", "style": "watercolor" "negative_prompt": "people"}')).toBe(
    'a cat. watercolor style. Negative prompt: people',
  );
});

test('settings for other programs are no things', () => {
  const scene = readForTest('masterpiece, (red fox:1.3), forest, <lora:fur:0.8> --ar 16:9 --v 6 --no people');
  expect(scene.actors.map(({ kind, count }) => [kind, count])).toEqual([['fox', 1]]);
  expect(scene.without).toEqual(['people']);
});

test('times of a shot list are no hours', () => {
  const scene = readForTest('[0:00-0:04] A dog sits in a meadow. [0:04-0:08] The dog runs.');
  expect(scene.time).toBe('day');
  expect(missingFrom(scene, 'meadow | dog sitting')).toEqual([]);
});

test('hostile repetitions of labels are read in no time', () => {
  const before = performance.now();
  for (const piece of ['scene: ', '"a":', '{', '--ar ', '(', '[0:00-', 'INT. ', 'a: "'])
    expect(writeOut(piece.repeat(8000 / piece.length)).length).toBeLessThan(40_000);
  expect(performance.now() - before).toBeLessThan(2000);
});

const SENTENCES: readonly (readonly [prompt: string, notation: string])[] = [
  ['A woman opens her eyes. Morning light falls through the curtains', 'morning | person'],
  ['A cat bigger than a house sleeps in a city', '| large cat lying | !house'],
  ['The dog is bigger than the car', '| large dog | car'],
  ['A lake, only distant birds and gentle waves can be heard', 'lake +birds +sea | !bird'],
  ['Samurai, katana, full moon', '| person holding:sword'],
  ['A child releases three red balloons', '| person | 3 red balloon'],
  ['A flower in a clay pot', 'natural'],
  [
    'Two friends sit on a bench. The man says "Hello" and the woman answers "Hi"',
    '| person man says:Hello | person woman says:Hi',
  ],
  ['A dog runs and a cat jumps over a fence', '| dog run | cat jump'],
  ['Steam rises from a cup while a man reads a book', '| person | cup'],
  ['A woman at a pier looks at a distant ship', '| person subject | boat @background'],
  ['A meadow without flowers and a cow', 'meadow -flowers | cow'],
  ['The astronaut plants a flag on the moon', '| person nextTo:flag | flag'],
  ['A dozen red roses in a vase, two candles and a lemon on a wooden table', '| vase on:table | 2 candle on:table'],
  ['A cottage with roses around the door and a black cat on the roof', '| house | flower around:house | cat on:house'],
  ['A blue and orange hot air balloon over a valley', '| blue balloon second=orange'],
  ['Distant thunder over a quiet field', 'cloudy +thunder'],
  ['Cat, library, floating candles', 'library | cat idle | 3 candle'],
  ['A red canoe on a lake in autumn, snow-capped mountains appear behind it', 'lake autumn clear | red boat'],
  ['A parade of elephants walks through a street', '| 6 elephant walk | !person'],
  ['A red car, cheerful ukulele', '+music | red car'],
];

test.each(SENTENCES)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
