import { expect, it } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

it.each([
  ['Two businessmen shaking hands in an office', 'office | 2 person does:shake_hands'],
  ['A man and a woman walking hand in hand on the beach', 'shore | man walk | woman walk does:hand_in_hand'],
  ['Four people talking at a party', '| 4 person does:talk'],
  [
    'An elderly woman reading a book in an armchair',
    '| person sitting on:chair holding:book | book heldBy:person | chair',
  ],
  ['A man sitting on a bench playing the guitar', '| person sitting holding:guitar | guitar'],
  ['A girl holding a kitten', '| person holding:cat | cat'],
  ['A drummer playing drums in a garage', '| person nextTo:drums | 1 drums'],
  ['A man sitting on a park bench stands up and walks away', 'park | person sitting then:stand_up then:walk_away'],
  ['A woman turns round, smiles and waves at the camera', '| person happy does:turn_round then:wave'],
  ['A girl waves, then walks away', '| person wave then:walk_away'],
  ['A soldier walks toward the camera, stops and salutes', '| person walk then:stop then:salute'],
  ['An old man sits down on a chair and reads a newspaper', '| person sitting does:sit_down then:read'],
  ['A woman sits at a table and reads a book', '| person sitting does:read nextTo:table'],
  ['A cat jumps and a dog runs', '| cat jump | dog run'],
  ['A firefighter carries a child out of a burning house', '| person holding:person | child lying | house'],
  ['A father carrying his son on his shoulders walks along the beach', '| man walk | boy sitting on:person'],
  [
    'A police officer talking to a little girl with a teddy bear',
    '| person does:talk nextTo:person | girl holding:thing',
  ],
  ['Portrait of a woman with gold earrings and a red dress', '| 1 woman earrings dress | !jewelry'],
  ['A woman opens her umbrella and walks away', '| person holding:umbrella then:walk_away'],
  ['Pencil sketch of an old man with a beard smoking a pipe', 'studio portrait | person pipe'],
  ['A plumber holding a pipe', '| person | standIn'],
  ['Group photo of a football team in red shirts', '| 6 person'],
  ['A dancer in front of a cheering crowd', '| person inFrontOf:person | 24 person'],
  ['A teacher writing on a blackboard', '| person nextTo:sign'],
  ["Close-up of an old woman's wrinkled face, wearing a red headscarf", '| 1 woman old headscarf'],
  ['A crowd of people waving flags', '| 24 person wave holding:flag | 24 flag'],
  ['A princess dancing with a prince', '| woman dance | person nextTo:person'],
  ['A skateboarder does a kickflip', '| person jump | !deer'],
  ['A violinist and a pianist perform on stage', 'stage | person | person nextTo:piano | piano'],
  ['A woman runs to catch a bus', '| person run nextTo:bus | bus'],
  ['A photographer taking pictures of a bride', '| person does:photograph nextTo:person | dress'],
  ['A barista handing a cup of coffee to a customer', '| person does:offer nextTo:person holding:cup | cup'],
  ['Two samurai facing each other', '| 2 person does:face'],
  ['A woman picks up her crying baby', '| person holding:person | baby lying'],
  ['A boy holding a toy car', '| person holding:car | small car'],
  ['A nurse pushing an old man in a wheelchair', '| person does:push | old sitting on:chair'],
])('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
