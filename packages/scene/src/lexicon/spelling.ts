/** Words of pictures and films that no table of meanings holds by themselves. */
const MORE =
  'timelapse rainbow snowman unicorn dragonfly vehicle necklace watercolor watercolour cinematic photorealistic realistic sunset sunrise midnight morning evening afternoon lightning thunder thunderstorm snowing raining beautiful beautifully background foreground birthday cyberpunk realism hyperrealistic aerial panorama slowly suddenly between behind underneath through surrounded sitting standing sleeping running jumping flying swimming walking dancing playing wearing holding eating drinking riding driving looking'.split(
    ' ',
  );
const SHORTEST = 5;
/** Words too short to be told by their slips. */
const SHORT: Readonly<Record<string, string>> = {
  womn: 'woman',
  wman: 'woman',
  wemen: 'women',
  gril: 'girl',
  gurl: 'girl',
  boi: 'boy',
  mna: 'man',
  chid: 'child',
  dres: 'dress',
  nite: 'night',
  nigth: 'night',
  rian: 'rain',
  sno: 'snow',
  dgo: 'dog',
  caat: 'cat',
  catt: 'cat',
  brid: 'bird',
  brids: 'birds',
  tre: 'tree',
  hous: 'house',
  boook: 'book',
  teh: 'the',
  hte: 'the',
  thr: 'the',
  adn: 'and',
  wih: 'with',
  wiht: 'with',
  undr: 'under',
  ove: 'over',
  roud: 'round',
  litle: 'little',
  bigg: 'big',
  redd: 'red',
  sinset: 'sunset',
  blu: 'blue',
  wite: 'white',
  gren: 'green',
  blak: 'black',
  hors: 'horse',
  tabel: 'table',
  freind: 'friend',
  wich: 'with',
  whit: 'with',
  smal: 'small',
  bule: 'blue',
  golen: 'golden',
};
/** Right words that no table holds end so; only one that ends alike is meant by them. */
const ENDING =
  /(?:ed|ing|less|ful|ish|al|ic|ive|ous|er|est|ant|ent|able|ible|ary|ory|oid|ly|y|wise|ward|ate|ise|ize|fy)$/;
/** Words that are right though they look like others with a slip of the pen: verbs and adjectives that no table of nouns holds. */
const RIGHT = new Set(
  `always craig aborad adventurous aground aline allay ample barrack bereft besides bestride bland blase blear blench
  blink block blown boggy bonny bouse bowse brake branchless brattle breathless brighten brisk broach broke
  brunch bulldoze burgle burry bushy busty calve canoodle cappadocian carious carnal carolean carven
  casteless cater cavernous cedarn cellular certain chaste cheerlead cheerless chian choke clasp classless
  claver clothe clownish coact coapt collide collogue colorless colourless columnar comfortless compute
  confer coniferous countrywide crape crass crave cremate crenate curtainless curtly defer deice delphian
  derive deter dingy distinct divert doubtless dovetail drape drawn dreamless driven droll drown envelop
  faint fallow farther featherless feckless flambe flour focal foremost forth friendless frowsty fuggy
  germane glassless glassy glaze glean gloveless grapy grovel grown halve hardline headlike heard hedgehop
  himalayan hoarse homey humane hurtle impale indoor inspirit joggle kinda lance larger learn lightless
  liken liven loverly luminesce maintain majuscular mangy manky marian marinade match mediate mental mesic
  metallike mince moire moist momentous moresque morose mound mountainous mousse mozartian mulch murmurous
  mussy nebular necklike noose outfight outrange overall overcook overgrow overhand overhear overheat
  overside overt palladian pamper parch passe patronless peddle peppy petalless pilar pleach pliant plumb
  poach pointless popular possess preach preform prickle prink protract quiet quite ration regal regally
  reline renal reset retrieve rotund rouse sapid saute scaleless scend scram secrete sepaline shaven shelve
  shine shoot shrewd sidle silvern simplex skimp skint slaty sleepless slink sliver sluice smokeless
  smoothen snide solar spang sparing sparse spend spicy splay splice splosh spoken spout spurn stagy staid
  stalkless staple stark starkers starless starred starring starve steep stingless stoke strange strangle
  stray strep strew stripped strung studious sturdy submerse superb superhuman swinge tasteless terrasse
  thank thirst thirsty thorough though thrown thrust thunderous tinny tippytoe toddle topical trail tread
  troat trowel typewrite umbellar undersell unreel urbane venal vulturine vulturous waterless whiskery
  whiten winey writhe yearn`.split(/\s+/),
);

export interface Speller {
  /** The known word that a misspelt one was most likely meant for; undefined when none is near. */
  correct(word: string): string | undefined;
}

/** @param known All words that count as spelt right. */
export function createSpeller(known: Iterable<string>): Speller {
  const byStart = new Map<string, string[]>();
  const all = new Set<string>();
  for (const word of [...known, ...MORE]) {
    if (word.length < SHORTEST - 1 || !/^[a-z]+$/.test(word) || all.has(word)) continue;
    all.add(word);
    const list = byStart.get(word[0]!);
    if (list === undefined) byStart.set(word[0]!, [word]);
    else list.push(word);
  }
  const find = (word: string): string | undefined => {
    if (word.length < SHORTEST || RIGHT.has(word) || all.has(word) || word.endsWith('less')) return undefined;
    let best: string | undefined;
    const ending = ENDING.exec(word)?.[0];
    let least = /ed$|ing$/.test(word) ? 0.7 : word.length >= 8 && ending === undefined ? 2.2 : 1.05;
    for (const one of byStart.get(word[0]!) ?? []) {
      if (Math.abs(one.length - word.length) > 2 || (ending !== undefined && !one.endsWith(ending))) continue;
      // Another form of the same word is no slip.
      if (word.startsWith(one) && !/([a-z])\1$/.test(word)) continue;
      const slips = slipsBetween(word, one, least);
      if (slips < least) [best, least] = [one, slips];
    }
    return best;
  };
  return {
    correct(word) {
      const short = SHORT[word];
      if (short !== undefined) return short;
      // "Danceing", "rideing": the e stayed.
      const [, stem] = /^([a-z]{2,})eing$/.exec(word) ?? [];
      if (stem !== undefined && all.has(`${stem}ing`)) return `${stem}ing`;
      const whole = find(word);
      if (whole !== undefined || !word.endsWith('s') || all.has(word) || all.has(word.slice(0, -1))) return whole;
      const one = find(word.slice(0, -1));
      return one === undefined ? undefined : `${one}s`;
    },
  };
}

const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);
/** Letters that sound alike. */
const ALIKE = new Set([
  'ck',
  'cs',
  'sz',
  'dt',
  'bp',
  'vw',
  'fv',
  'gj',
  'kq',
  'mn',
  'ou',
  'ei',
  'ae',
  'iy',
  'ao',
  'ea',
  'eu',
]);

/**
 * How many slips of the pen lead from one word to the other: letters left out, put in or swapped count one, doubled ones
 * and those that sound alike less, others more, for another word is likelier then.
 */
function slipsBetween(word: string, one: string, most: number): number {
  const width = one.length + 1;
  let before2: number[] = [];
  let before: number[] = Array.from({ length: width }, (_, i) => i);
  for (let i = 1; i <= word.length; i++) {
    const row: number[] = [i];
    let least = i;
    const a = word[i - 1]!;
    for (let j = 1; j < width; j++) {
      const b = one[j - 1]!;
      const drop = a === word[i - 2] ? 0.6 : 1;
      const add = b === one[j - 2] ? 0.6 : 1;
      let slips = Math.min(before[j]! + drop, row[j - 1]! + add, before[j - 1]! + costOf(a, b));
      if (i > 1 && j > 1 && a === one[j - 2] && b === word[i - 2] && a !== b)
        slips = Math.min(slips, before2[j - 2]! + 1);
      row.push(slips);
      least = Math.min(least, slips);
    }
    if (least >= most) return most;
    before2 = before;
    before = row;
  }
  return before.at(-1)!;
}

function costOf(a: string, b: string): number {
  if (a === b) return 0;
  if (ALIKE.has(a < b ? a + b : b + a)) return 1;
  return isVowel(a) && isVowel(b) ? 1.1 : 1.5;
}
