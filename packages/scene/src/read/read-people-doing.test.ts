import { expect, it } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

it.each([
  ['A cyclist races down a mountain road', 'road | person riding:bicycle | bicycle drive'],
  ['A motorcyclist on a desert highway', 'road | person riding:motorcycle | motorcycle'],
  ['A jockey racing on a brown horse', '| person riding:horse | 1 horse'],
  ['A delivery man on a scooter rides through Rome', '| person riding:motorcycle'],
  ['A cyclist standing next to his bicycle', '| person | 1 bicycle'],
  ['A lumberjack with an axe in a pine forest', 'forest | person axe | !sword'],
  ['A girl with a tennis racket', '| girl racket | !thing'],
  ['A viking warrior with an axe', '| person holding:sword'],
  ['A woman playing tennis', '| woman does:play tennis | !thing'],
  ['A woman doing push-ups in a park', 'park | woman does:push_up'],
  ['A weightlifter lifts a heavy barbell', 'gym | person does:lift_weights'],
  ['An archer aims her bow in a forest', 'forest | person does:aim longbow'],
  ['A samurai draws his sword', '| person does:draw_sword'],
  ['A boy holding a balloon and an ice cream', '| boy holding:balloon | bread heldBy:person'],
  ['A woman with three balloons and a dog', '| woman | 3 balloon | dog'],
  ['A huge crowd in a city square', '| 36 person'],
  ['Two boxers, one in red gloves, the other in blue gloves', 'gym | 1 person gloves=blue | 1 person gloves=red'],
  [
    'Two girls with umbrellas, one in a red coat, the other in a blue coat',
    '| girl coat=blue | girl coat=red | umbrella heldBy:person',
  ],
  ['A Black woman with braids', '| woman braids'],
  ['A woman in black', '| woman black'],
  [
    'An office worker falls asleep at his desk in front of a computer',
    'office | person sitting does:doze nextTo:table | screen on:table',
  ],
  ['A scientist examines a microscope slide, a girl looks at a letter', '| girl does:look_at holding:thing'],
  ['A street musician plays the saxophone, people walk past', '| person | 4 person @background'],
  [
    'An old couple on a park bench feeding pigeons',
    'park | 2 person sitting does:feed on:streetThing | bird @foreground',
  ],
  ["A barber cutting a man's hair", '| person nextTo:person | man sitting on:chair | chair'],
  ['Four firefighters spraying water on a burning house', '| 4 person hose nextTo:house | house'],
  ['A pirate with a treasure map in his hands', 'room | person holding:book'],
  ['A runner in the rain', '| person run'],
  ['A man runs for the bus holding an umbrella', '| man run nextTo:bus | umbrella heldBy:person'],
  ['Six girls in white tutus', '| 6 girl tutu=white'],
  ['Black and white portrait of an old woman', 'blackAndWhite portrait | 1 woman old'],
  ['A girl with a choker', '| 1 girl choker'],
  ['A man walks to the door, opens it and steps out', '| man walk nextTo:door then:open | door'],
  ['A family of five having dinner at a long table, candles', '| 5 person nextTo:table | 3 candle on:table'],
])('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
