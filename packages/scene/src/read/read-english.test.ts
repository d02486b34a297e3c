import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

/** Prompt, and what its scene must hold in the notation of `missingFrom`. */
const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
  ['A golden retriever puppy running on the beach at sunrise', 'shore dawn | dog =puppy run small'],
  ['Three red balloons floating above a green meadow', 'meadow | 3 red balloon float'],
  [
    'A wizard holding a glowing crystal ball in a dark cave',
    'dark | person =wizard holding:ball | ball glowing crystal',
  ],
  ['An old man sitting on a park bench in autumn', 'autumn | person old sitting'],
  [
    'A steam train crossing a stone bridge over a river in the mountains',
    'river +train | train drive on:bridge | bridge stone',
  ],
  ['A red umbrella on an empty beach in the rain', 'shore rain | red umbrella'],
  ['Two astronauts walking on the moon', 'planet moon | 2 person =astronauts walk'],
  ['A black horse galloping across a desert at sunset', 'desert sunset +hooves | black horse run'],
  [
    'A small yellow boat drifting on a calm lake, misty morning, watercolor',
    'lake morning fog watercolor | yellow boat float small',
  ],
  [
    'A futuristic city skyline at night with flying cars, neon lights, cyberpunk',
    'skyline night neon futuristic | car fly',
  ],
  ['A white cat sleeping on a windowsill, rain outside', 'room rain | white cat lying on:window'],
  ['A dozen red roses in a glass vase on a black background', 'studio #black | 12 red flower inside:vase'],
  ['A penguin wearing a red scarf, studio photo', 'studio | penguin scarf'],
  ['A bear riding a bicycle through the forest', 'forest | =bear riding:bicycle'],
  ['A snowy village at night', 'village night snow winter'],
  ['Oil painting of sunflowers in a blue vase', 'oil | flower sunflower inside:vase | blue vase'],
  ['A medieval castle on a hill under a stormy sky, lightning', 'storm lightning | castle old'],
  ['A school of fish swimming around a sunken ship', 'underwater | 14 fish swim around:boat'],
  [
    'A sleek silver sports car driving along a road at sunset, tracking shot',
    'road sunset track +engine | silver =sports_car drive',
  ],
  ['Close-up of a hummingbird hovering next to a red flower', 'close | bird fly nextTo:flower | red flower'],
  ['A street without cars or people, foggy morning', 'street fog morning | !car | !person'],
  ['No people, just an empty street at night', 'street night | !person'],
  ['A giant robot standing in a city street, low angle', 'street low | robot standing large'],
  ['A dragon flying over snowy mountains at dusk, cinematic', 'mountains dusk cinematic | dragon flying fly'],
  ['An elephant under an acacia tree in the savanna at golden hour', 'savanna golden | =elephant under:tree'],
  ['Neon sign that reads "OPEN 24H" in a rainy alley at night', 'alley neon night rain | sign "OPEN_24H"'],
  [
    'A girl holding a blue balloon in front of a red brick house',
    '| person girl holding:balloon | blue balloon | red house behind:person',
  ],
  ['Pencil sketch of an old sailing ship', 'sketch | =sailing_ship old'],
  ['The camera slowly zooms in on a red cup', 'zoomIn slow | red cup'],
  ['Low angle shot of skyscrapers at night, camera tilts up', 'skyline night low tiltUp'],
  [
    'Black and white photo of a woman with an umbrella walking in the rain',
    'blackAndWhite rain | person woman walk holding:umbrella',
  ],
  ['A black and white cat on a green sofa', 'natural | cat on:sofa | green sofa'],
  ['A flock of birds flying over a lake at dawn', 'lake dawn | 12 bird fly'],
  ['Cherry blossom trees along a river in spring', 'river spring | tree blossom light_pink'],
  ['A campfire in the forest at night, sparks rising, crickets', 'forest night +fire +crickets | fire flicker'],
  [
    'A knight on a white horse, castle in the background',
    '| person =knight riding:horse | white horse | castle @background',
  ],
  ['A red car on a road, in the background a castle', 'road | red car | castle @background'],
  ['A robot on the left and a dog on the right', '| robot @left | dog @right'],
  ['A title card: "THE END" in white letters on a black background', 'studio #black "THE_END"'],
  ['"Let\'s go!" shouts the pirate captain on his ship', "+speech | person =captain says:Let's_go! on:boat"],
  ['Day turns into night over a desert', 'desert day >night timeLapse'],
  ['A yellow submarine under the sea', 'underwater | yellow boat'],
  ['A spaceship landing on an alien planet with two moons', 'planet alien | =spaceship fall down | 2 moon'],
  ['A red barn in a field of wheat, clouds drifting', 'field wheat | red house | cloud float'],
  ['An orange on a plate next to a glass of milk', '| fruit =orange on:ware | ware nextTo:glass | glass milk'],
  ['A bowl of ramen on a wooden table, close-up, steam rising', 'room close | teapot =bowl_of_ramen on:table'],
  ['A tiny house on top of a giant mushroom', '| house small on:mushroom | mushroom large'],
  ['Wide shot of a lone cowboy riding a horse across the desert', 'desert wide | person =cowboy riding:horse'],
  ['A red car to the right of a blue car', '| red car rightOf:car | blue car'],
  [
    'In front of a castle, a knight fights a dragon',
    '| castle | person =knight fighting inFrontOf:castle | dragon fighting',
  ],
  ['On a wooden table there are three candles', 'room | 3 candle on:table | table wooden'],
  ['A girl with red hair and a yellow raincoat jumping in puddles', 'wet | person girl yellow jump raincoat'],
  ['A treasure chest under water surrounded by fish', 'underwater | chest subject | 6 fish around:chest'],
  ['A lantern hanging from a tree', '| lantern under:tree'],
  ['A poster with the title "SPACE NIGHT" showing a rocket', 'poster "SPACE_NIGHT" | rocket | !sign'],
  ['Lightning over a city at night, handheld camera', 'night storm lightning handheld'],
  ['Sunrise over the mountains, birds flying', 'mountains dawn | bird fly | !mountain'],
  ['A yellow taxi driving fast through New York at night, rain', 'street night rain | yellow car taxi drive'],
  ['A blue whale swimming in the deep ocean', 'underwater | whale swim large'],
  [
    'A black cat sitting to the left of a white dog on a green bench',
    '| black cat sitting leftOf:dog | white dog | green =bench',
  ],
  ['A cat jumps from a chair onto a table', '| cat jump on:table | chair | table'],
  ['A lone tree under a starry sky', 'field night stars | tree'],
  ['A vintage car parked in front of a diner at dusk, neon sign "EAT"', 'street dusk | car still old | sign "EAT"'],
  ['A grand piano on a stage, spotlight from above', 'medium +music | =grand_piano'],
  ['Hot air balloons at sunrise over mountains, camera rising', 'mountains dawn craneUp | balloon'],
  ['A dog and a cat sleeping together on a rug in front of the fireplace', 'room | dog lying | cat lying | fire'],
  ['A child standing in a bar', 'bar | person child standing'],
  [
    'A dragon to the right of a tower, a small red flag on the tower',
    '| dragon rightOf:tower | tower | flag red small on:tower',
  ],
  [
    'A lighthouse to the left of a red house, and a boat in the foreground',
    '| lighthouse leftOf:house | red house | boat @foreground',
  ],
  ['A kid flying a kite at the beach', 'shore | person child idle'],
  ['The sun rising over the ocean, time lapse', 'sea dawn >morning timeLapse'],
  ['A red bicycle leaning against a blue wall', '| red bicycle | !thing'],
  ['Four yellow ducks swimming in a river', 'river | 4 yellow duck float'],
  ['A house on fire at night, firefighters', 'night | house burning | person =firefighters'],
  ['A man rowing a wooden boat across a foggy lake', 'lake fog | person man riding:boat | boat wooden'],
  ['A vase with five white lilies on a windowsill, morning light', 'room morning | vase | 5 white flower inside:vase'],
  ['A white horse and a black horse running across a field', 'field | white horse run | black horse run'],
  ['A pale blue teacup on a shelf', '| cup on:bookshelf'],
  ['A burning candle in a window at night, the camera pulls back', 'night dollyOut | candle'],
  ['A light blue boat, a dark green boat and a pink boat on the sea', 'sea | 1 boat | 1 boat | pink boat'],
];

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
