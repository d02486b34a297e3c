import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

/** Prompt, and what its scene must hold in the notation of `missingFrom`. */
const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
  ['A galleon in a stormy sea', 'sea storm | =galleon'],
  ['An astronaut walks across a red desert planet', 'planet | person walk | !planet'],
  ['An astronaut walks across a red desert planet', 'planet mars'],
  ['Clouds over a city skyline', 'skyline cloudy'],
  ['A boy flies a red kite on a hill', 'field | boy | =kite red above:person'],
  ['Seven red kites over a beach, camera tilts up', 'shore tiltUp | 7 =kites red flying float'],
  ['A blue kite lying on the sand', 'shore | =kite blue lying'],
  ['The red car overtakes the blue car', '| red car | blue car | !standIn'],
  [
    'A gondola gliding down a narrow canal in Venice at golden hour, old houses with flower boxes',
    'canal golden | boat | !house | !box',
  ],
  ['A busy bazaar full of people', 'market souk'],
  ['A market in Morocco with piles of spices', 'market souk spices'],
  ['A crowded night market in Taipei', 'market night night_stalls far_east'],
  ['White houses with blue domes on a cliff above the sea, Santorini, bright midday sun', 'hillsideTown day | !house'],
  ['A favela on a hillside, colorful houses', 'hillsideTown favela | !standIn | !house'],
  ['A foggy cemetery at dawn with old gravestones and a bare tree', 'cemetery dawn fog | !prop | !tree'],
  [
    'Camera slowly flies over terraced rice fields in Bali at sunrise, mist in the valleys',
    'terraces dawn clear aerial flyOver',
  ],
  ['An abandoned amusement park at night, a rusty ferris wheel in the fog', 'funfair night fog abandoned | !thing'],
  ['Floating islands with waterfalls in a pink sky, low poly', 'floatingIslands pink_sky lowPoly | !waterfall'],
  ['Lava flowing down the slope of a volcano at night', 'volcano night | !standIn'],
  ['A goat on a ledge high above the valley', 'mountains | goat | !standIn | !rock'],
  ['A dog running along a beach, waves in the background', 'shore | dog run'],
  ['An elephant balancing on a red ball in a circus tent', 'circus | elephant on:ball | red ball | !tent'],
  ['A striped circus tent in a field at dusk', 'field dusk | tent'],
  ['A garden party with colorful paper lanterns', 'garden | lantern paper colorful'],
  [
    'A bicycle leaning against a picket fence, behind it a yellow house',
    'village | bicycle inFrontOf:streetThing | yellow house behind:streetThing',
  ],
  ['A cat on a chair, next to it a lamp', '| cat on:chair | lamp nextTo:chair'],
  ['A jellyfish drifts through dark water, glowing blue', 'underwater deep | jellyfish glowing blue'],
  ['A sword glowing red in the dark', '| sword glowing red'],
  ['A glowing mushroom in a forest', 'forest | mushroom glowing'],
  ['Four rubber ducks in a bathtub', 'bathroom | 4 duck inside:furnishing'],
  ['A robot fights a sea monster in a harbor', 'harbour | robot fighting | dragon | !person'],
  ['Deux enfants construisent un château de sable sur la plage', 'shore | 2 child | utensil | !castle'],
  ['An old steam locomotive pulls out of a snowy station', 'station | train | !window'],
  ["An inventor's workshop with blueprints on the wall", 'natural'],
  ['A workshop at dusk, brass gears and tools on the bench', 'room workshop dusk | table | =gears on:table'],
  ['A cat on a bench in a park', 'park | cat on:streetThing'],
  ['A snow globe with a tiny village inside on a wooden shelf', 'room | =snow_globe on:bookshelf'],
  ['A snow globe in a village', 'village | ware'],
  ['A sloth on a branch, 3D cartoon style', 'render3d'],
  ['A tree house in a giant oak with lanterns at night', 'meadow night | house treehouse | !tree'],
  [
    'A blizzard hits a tiny cabin in the mountains, the windows glow',
    'mountains snow lit_windows | house small | !window',
  ],
  ['A koi pond from above', 'pond koi'],
  ['Three sheep on a slope', 'field | 3 sheep | !standIn'],
  ['Playground with a slide and swings in autumn', 'playground autumn | !chair | !thing'],
  ['A hot spring in the snow, steam rising', 'hotSpring snow | !flower'],
  ['Cozy bar at night, bottles on the shelves', 'bar night | !bottle | !bookshelf'],
  ['A restaurant table set for two, candle-lit', 'restaurant light:candlelight'],
  ['A gym with treadmills and dumbbells', 'gym | !house | !box'],
  ['Empty hospital corridor at night', 'hospital corridor night -people'],
  ['Dusty attic with old trunks and a window', 'attic | !bag | !window'],
  ['Inside of an old train carriage, snowy landscape passing outside the window', 'carriage snow | !car | !window'],
  ['supermarket aisle, a woman with a shopping cart', 'shop | person'],
  ['A woman looking at paintings in a museum', 'museum | person'],
  ['A rainbow over green hills after the rain', 'field rainbow cloudy wet | !thing'],
  ['A girl with rainbow hair', '| person | !thing'],
  ['A sandstorm in the Sahara, a caravan of camels', 'desert sandstorm | 5 camel | !bus'],
  ['Meteor shower over a mountain lake', 'lake night meteor_shower | !standIn'],
  ['Total solar eclipse over the sea', 'eclipse'],
  [
    'A tornado moving across the prairie, dark green sky, a small farmhouse in the foreground',
    'field storm tornado green_sky | house',
  ],
  [
    'Endless tulip fields in red, yellow and pink stripes with a windmill, spring morning',
    'tulips morning spring | tower | !zebra',
  ],
  ['A lonely wooden pier reaching into a misty lake at dawn', 'pier dawn fog lake'],
  [
    'Sunken temple ruins at the bottom of the sea, fish swimming between the columns, light rays',
    'underwater rays | fish | !ruin',
  ],
  ['A desert oasis with palm trees around a small blue lake, camels resting', 'oasis | camel | !tree'],
  ['Empty swimming pool hall with blue tiles', 'swimmingPool | !standIn'],
  ['Low-angle shot of the Eiffel Tower in Paris on a rainy evening', 'plaza low rain dusk | tower'],
  ['A silhouette of a lone tree at sunset', 'field sunset silhouette light:backlit | tree'],
  ['Art deco poster of a seaside town', 'poster | !sign'],
  ['Cubist painting of a village', 'cubist village | !thing'],
  ['Timelapse of a desert road from noon to a starry night', 'road day >night timeLapse'],
  ['Ukiyo-e woodblock print of a big wave in front of Mount Fuji', 'sea ukiyoE giant_wave mount_fuji | !mountain'],
  ['Aerial view of a modern city at golden hour', 'skyline aerial golden'],
  ['An old industrial factory with smoking chimneys at dawn, orange sky', 'industrial dawn orange_sky | !tower'],
  ['Drone flies over rows of lavender at golden hour', 'tulips lavender aerial flyOver golden'],
  ['Time-lapse of clouds over a mountain range, from sunrise to sunset', 'mountains dawn >sunset cloudy'],
  ['A blizzard in a small mountain village at night', 'village blizzard snow night'],
  ['Flickering lights in an empty hospital corridor', 'hospital flickering empty'],
  ['A street in the future', 'street futuristic'],
  ['A crowded street in Paris', 'street busy'],
  ['A street musician in front of a cheering crowd', 'street busy | person'],
  ['A candlelit living room', 'room candlelit light:candlelight'],
  ['A minimalist living room', 'room bare'],
  ['Ruins of an ancient civilization on Mars', 'planet mars ruins'],
  ['Polar lights over a lake at night', 'lake night aurora'],
  ['Macro shot of a ladybug in the dew', 'macro dew | beetle'],
  ['Red tulip fields in spring', 'tulips spring #red'],
  ['A flower shop in a cobbled street', 'flower_shop cobbled'],
  ['Time-lapse of clouds rolling over a valley of vineyards, sunrise to noon', 'vineyard dawn | cloud float'],
  ['Hills of lavender at dusk', 'tulips lavender dusk'],
  ['A goat above a valley of the Alps', 'mountains | goat'],
  ['A candle is blown out and smoke curls up in the dark', 'room dark | candle'],
  ['An empty subway station at night', 'subway night'],
  ['A woman waits on the platform of a metro station', 'subway | woman'],
  ['Snow falls on an old train station', 'station snow'],
  ['A cat on a beam under the rafters', 'attic | cat | !person'],
  ['Swallows under the eaves of a farmhouse', 'village | bird | =farmhouse | !thing'],
  ['A cat walks along the railing of a balcony', 'skyline | cat walk | !thing'],
];

test("waves in the distance are the sea's, and nobody waves", () => {
  const [dog, ...others] = readForTest('A dog running along a beach, waves in the background').actors;
  expect(others).toEqual([]);
  expect([dog?.motion.kind, dog?.acts, dog?.place]).toEqual(['run', undefined, undefined]);
});

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});

const UNSAID: readonly (readonly [prompt: string, detail: string])[] = [
  ['A street at night, no neon', 'neon'],
  ['An alien planet with two moons', 'moon'],
  ['A dark wooden table in a living room', 'dark'],
  ['A girl in a red dress in a tulip field', 'red'],
];

test.each(UNSAID)('%s: the place itself is not %s', (prompt, detail) => {
  const { setDetails, setColor } = readForTest(prompt);
  expect(setDetails).not.toContain(detail);
  expect(setColor).toBeUndefined();
});
