import { describe, expect, it } from 'vitest';
import { missingFrom } from './expect-scene.ts';
import { readForTest as read } from './test-lexicon.ts';

/** What prompts about living things mean. */
const CASES: readonly (readonly [prompt: string, expected: string])[] = [
  ['Macro shot of a ladybug on a green leaf with dew drops', 'macro | beetle on:foliage | foliage dew'],
  ['A dew drop on a blade of grass, macro', 'macro | foliage dew blade'],
  ['A polar bear mother with two cubs on the ice', 'arctic | 1 bear | 2 bear small | !person'],
  ['A flock of flamingos taking off from a lake', 'lake | flamingo fly'],
  ['A barn owl in flight at night', 'night | owl fly'],
  ['A corgi chasing a butterfly', '| dog run | butterfly fly'],
  ['A cheetah sprinting after a gazelle', '| leopard run behind:deer | deer run'],
  ['Three penguins in top hats', '| 3 penguin'],
  ['A dalmatian wearing a red scarf and sunglasses', '| dog sunglasses'],
  ['A girl with pink hair and headphones, portrait, neon light behind her', 'street | person headphones | !headphones'],
  ['A panda eating bamboo, sunlight through the leaves', 'rays | panda mouthful | !tree | !foliage'],
  ['一只熊猫在竹林里吃竹子,阳光透过树叶', 'bamboo rays | panda mouthful | !tree | !foliage'],
  ['Ein Igel unter einem Fliegenpilz im Moos', 'forest moss | hedgehog under:mushroom'],
  ['Two horses in golden evening light', 'field golden | 2 horse'],
  ['A snail and a frog racing past a mushroom', '| snail run | frog run | mushroom'],
  ['A toucan sitting on a branch', '| bird on:foliage | foliage branch'],
  ['A spider web with a spider in the centre', '| spider on:foliage | foliage web'],
  ['A cow in a field of daisies', 'meadow | cow | !flower'],
  ['Two horses grazing in a meadow', 'meadow | 2 horse does:graze'],
  ['A mermaid sitting on a rock', '| mermaid on:rock'],
  ['A pug dressed as a king', '| dog king | !person'],
  ['A girl dressed as a witch with a black cat', '| person witch | cat'],
  ['A family of elephants, two adults and a calf, by a river', 'river | 2 elephant | elephant small | !person | !cow'],
  ['A family of foxes: two adults and four cubs outside', '| 2 fox | 4 fox small | !person'],
  ['A family of bears, a mother and two cubs', '| bear | 2 bear small | !person'],
  ['A brown bear catching a salmon in a river', 'river | bear mouthful_fish | !fish'],
  ['A kingfisher with a fish in its beak on a branch', '| bird on:foliage | fish heldBy:bird'],
  ['A triceratops and her baby, pterodactyls in the sky', '| =triceratops | small =triceratops | bird fly'],
  ['A snail crawling up a blade of grass', '| snail on:foliage'],
  ['A spider spinning its web between two branches', '| spider on:foliage idle'],
  ['A giraffe eating leaves from a tall tree', '| giraffe mouthful idle | tree'],
  ['A sea turtle crawling towards the sea', 'shore | turtle walk away'],
  ['A boy running with his dog on the beach', 'shore | person run | dog run'],
  ['A rabbit nibbling a carrot', '| rabbit mouthful_carrot'],
  ['Two swans forming a heart on a lake', 'lake | 2 swan | !thing'],
  ['A red panda asleep on a branch', '| raccoon lying on:foliage'],
];

describe('living things', () => {
  it.each(CASES)('%s', (prompt, expected) => {
    expect(missingFrom(read(prompt), expected)).toEqual([]);
  });

  it('puts a hat on each of several beasts', () => {
    const { actors } = read('Three penguins in hats');
    expect(actors).toHaveLength(1);
    expect(actors[0]!.attributes).toContain('hat');
  });

  it('has what floats on a pond on its water', () => {
    const [lotus] = read('A pink lotus flower floating on a pond').actors;
    expect(lotus!.motion.kind).toBe('idle');
  });
});
