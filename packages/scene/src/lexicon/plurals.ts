const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  grandchildren: 'grandchild',
  schoolchildren: 'schoolchild',
  people: 'person',
  mice: 'mouse',
  geese: 'goose',
  feet: 'foot',
  teeth: 'tooth',
  oxen: 'ox',
  wolves: 'wolf',
  leaves: 'leaf',
  knives: 'knife',
  loaves: 'loaf',
  shelves: 'shelf',
  thieves: 'thief',
  elves: 'elf',
  wives: 'wife',
  lives: 'life',
  halves: 'half',
  calves: 'calf',
  cacti: 'cactus',
  octopi: 'octopus',
  fungi: 'fungus',
  dice: 'die',
  policemen: 'policeman',
  policewomen: 'policewoman',
  firemen: 'fireman',
  fishermen: 'fisherman',
  snowmen: 'snowman',
  businessmen: 'businessman',
  businesswomen: 'businesswoman',
  spacemen: 'spaceman',
  buses: 'bus',
  busses: 'bus',
  lenses: 'lens',
  glasses: 'glass',
  dwarves: 'dwarf',
  scarves: 'scarf',
  hooves: 'hoof',
  potatoes: 'potato',
  tomatoes: 'tomato',
  heroes: 'hero',
  volcanoes: 'volcano',
  mosquitoes: 'mosquito',
  flamingoes: 'flamingo',
  buffaloes: 'buffalo',
  mangoes: 'mango',
  echoes: 'echo',
};

/** Words that end like a plural and are none. */
const SINGULAR =
  /(?:ss|us|sis|paris|iris|polaris|tis|polis|lis|vis|his|nnis|[^t]axis|ous|ics|news|lens|christmas|cactus|gas|canvas|mars|venus|paris|atlas)$/;

/** The possible singulars of an English noun phrase, likeliest first; empty when it does not look like a plural. */
export function singulars(phrase: string): string[] {
  const at = phrase.lastIndexOf(' ') + 1;
  const head = phrase.slice(0, at);
  const word = phrase.slice(at);
  const irregular = IRREGULAR[word];
  if (irregular !== undefined && Object.hasOwn(IRREGULAR, word)) return [head + irregular];
  if (word.length < 4 || !word.endsWith('s') || SINGULAR.test(word)) return [];
  const forms: string[] = [];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (/(?:ss|[xz]|ch|sh)es$/.test(word)) forms.push(word.slice(0, -2));
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`);
  forms.push(word.slice(0, -1));
  if (/[^s]ses$/.test(word)) forms.push(word.slice(0, -2));
  return forms.map((form) => head + form);
}

/** The plural of an English noun phrase, for sentences of our own. */
export function plural(phrase: string): string {
  const at = phrase.lastIndexOf(' ') + 1;
  const head = phrase.slice(0, at);
  const word = phrase.slice(at);
  const irregular = Object.entries(IRREGULAR).find(([, one]) => one === word);
  if (irregular !== undefined) return head + irregular[0];
  if (/^(?:fireworks|fish|sheep|deer|koi|ruins|torii|aircraft)$/.test(word)) return phrase;
  if (/[^aeiou]y$/.test(word)) return `${head}${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${phrase}es` : `${phrase}s`;
}
