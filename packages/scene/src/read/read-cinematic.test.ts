import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

/** Prompts as makers of films and pictures write them, and what their scenes must hold in the notation of `missingFrom`. */
const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
  [
    'A lion on a rock at golden hour, shallow depth of field, 85mm lens, 8k, masterpiece, trending on artstation',
    'golden shallow | =lion',
  ],
  [
    'A young woman in a yellow raincoat holding a red umbrella, walking down a rainy street in Paris at night',
    'street night rain | person woman raincoat=yellow walk holding:umbrella | red umbrella',
  ],
  [
    'Drone shot of a road through an autumn forest, a red car driving, camera tracking from above',
    'forest autumn aerial track | red car drive',
  ],
  ['A cozy coffee shop, warm light, jazz playing softly, rain on the windows', 'cafe rain music:jazz +music'],
  ['Two kids flying a kite on a hill, wind blowing, slow motion', 'slowMotion | 2 person child'],
  ['Empty street at night, no people, no cars, just a cat', 'street night -people -cars | cat'],
  ['A forest without people, cars or houses', 'forest -people -cars -buildings'],
  ['A meadow --no people, cars', 'meadow -people -cars'],
  ['Mountains and a river. Negative prompt: people, buildings, text, blurry', 'river -people -buildings -text'],
  ['A street with no one in sight', 'street -people'],
  ['A field, not a cloud in the sky', 'field clear -clouds'],
  ['A man in a black suit and red tie', '| person man suit=black tie=red'],
  [
    'A girl with red hair and blue eyes in a white dress dancing in a field',
    'field | person girl hair=red eyes=blue dress=white dance',
  ],
  ['A house with a red roof and a blue door', '| house roof=red door=blue | !door'],
  ['A red and white boat', '| red boat second=white'],
  ['A castle made of glass', '| castle glass | !cup'],
  ['A cat between a dog and a red chair', '| cat between:dog | dog | red chair'],
  ['A small dragon on a wizard’s shoulder', '| dragon small on:person | person =wizard'],
  ['A pirate with a parrot on his shoulder', '| person =pirate | =parrot on:person'],
  ['A family of four under an oak tree', '| 4 person under:tree | tree'],
  ['Three astronauts around a campfire, one plays the guitar', '| 2 person around:fire | 1 person does:play | fire'],
  ['A woman and a dog in a park. She wears a green hat. It runs.', 'park | person woman hat=green | dog run'],
  [
    'The knight says "Who goes there?" and the dragon whispers "Only me"',
    '+speech | person says:Who_goes_there? | dragon says:Only_me',
  ],
  ['A battle between a knight and a dragon', '| person =knight fighting | dragon fighting'],
  ['A dog chasing a ball on the beach, handheld footage', 'shore handheld | dog run does:chase | ball'],
  ['Macro shot of a ring, bokeh', 'macro shallow'],
  ['Extreme wide shot of a rider in the desert', 'desert extremeWide'],
  ['Over the shoulder shot of a detective', 'overShoulder | person =detective'],
  ['POV walking through a dark forest', 'forest dark pov dollyIn'],
  ['Fisheye view of a street', 'street lens:fisheye'],
  ['A mountain through a telephoto lens', 'lens:telephoto'],
  ['A car on a road, shot on a 24mm lens', 'road lens:wide | car'],
  ['High angle shot of a boy in a garden', 'garden high | person boy'],
  ['A seamless loop of a campfire at night', 'night loop | fire'],
  ['A vase falling, played in reverse', 'reverse | vase fall'],
  ['Time-lapse of clouds over a lake', 'lake timeLapse | cloud'],
  ['Hyperlapse through a city at night', 'night timeLapse dollyIn'],
  ['The camera slowly tilts up from the street to a tower', 'tiltUp slow'],
  ['The camera trucks left past a row of houses', 'truckLeft | house'],
  ['The camera pulls back to reveal a castle', 'dollyOut | castle'],
  ['Slow push-in on a candle', 'dollyIn slow | candle'],
  ['Zoom out from a tower', 'zoomOut | tower'],
  ['A static shot of a lighthouse', 'still | lighthouse'],
  ['The camera arcs around a statue in a park', 'park orbit'],
  ['A horse, backlit, rim light', 'light:backlit light:rim | horse'],
  ['A girl reading by candlelight', 'light:candlelight | person girl does:read'],
  ['A haunted house, eerie atmosphere, no music', 'mood:eerie silent:music | house'],
  ['Waves on a beach, complete silence', 'shore silent:all'],
  ['A ship at sea, epic orchestral music', 'sea music:orchestral +music | =ship'],
  ['A street in the rain with the sound of footsteps', 'street rain +footsteps'],
  ['A desert at noon, heat haze', 'desert day clear'],
  ['Beach sunset with a red umbrella', 'shore sunset | red umbrella'],
  ['A street after the rain', 'street cloudy wet'],
  ['A #ff8800 ball on a table', '| orange ball'],
  ['A chef cooking', 'kitchen | person =chef does:cook'],
  ['Portrait of an old fisherman with a white beard', 'studio portrait | person =fisherman beard=white'],
  ['A sign with the words «ПРИВЕТ» above a door', '| sign "ПРИВЕТ" above:door'],
  ['Ein Schild mit der Aufschrift „BÄCKEREI“', '| sign "BÄCKEREI"'],
  ['「こんにちは」と書かれた看板', '| sign "こんにちは"'],
];

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
