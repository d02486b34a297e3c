import { describe, expect, it } from 'vitest';
import { missingFrom } from './expect-scene.ts';
import { readPrompt } from './read-prompt.ts';
import { TEST_LEXICON } from './test-lexicon.ts';

const CASES: readonly (readonly [prompt: string, expected: string])[] = [
  ['Een meisje met een rode paraplu loopt door een natte straat in de regen', 'street rain | girl walk | red umbrella'],
  ['Twee witte zwanen op een meer bij zonsopgang, mist', 'lake dawn fog | 2 white swan'],
  ['Een zwarte kat slaapt op een blauwe bank, aquarel', 'watercolor | black cat lying on:sofa | blue sofa'],
  ['Starsza kobieta w czerwonym płaszczu karmi gołębie na placu, jesień', 'plaza autumn | person coat=red does:feed'],
  ['Trzy balony na ogrzane powietrze nad jeziorem o wschodzie słońca', 'lake dawn | 3 balloon'],
  ['Dwa czarne koty śpią na kanapie', 'room | 2 black cat lying on:sofa'],
  ['Kırmızı elbiseli bir kadın sahilde yürüyor, gün batımı', 'shore sunset | person dress=red walk'],
  ['Kırmızı bir araba köprünün üzerinde, yağmurlu gece', 'night rain | red car on:bridge'],
  ['Karlı bir ormanda iki kurt, gece', 'forest night | 2 wolf'],
  ['Im Supermarkt schiebt ein Roboter einen Einkaufswagen', 'shop | robot'],
  ['Una niña con un globo amarillo en un parque de atracciones de noche', 'funfair night | girl | yellow balloon'],
  ['夕暮れの遊園地で赤い風船を持つ女の子', 'funfair dusk | girl'],
  ['一位老人在公园长椅上喂鸽子，秋天', 'park autumn | person does:feed | bird'],
  ['하얀 개 두 마리가 바닷가에서 달린다', 'shore | 2 white dog'],
];

describe('languages and places that came later', () => {
  it.each(CASES)('%s', (prompt, expected) => {
    expect(missingFrom(readPrompt(prompt, { lexicon: TEST_LEXICON, seed: 1 }), expected)).toEqual([]);
  });
});
