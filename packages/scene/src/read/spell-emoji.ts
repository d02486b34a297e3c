import type { Lexicon } from '../lexicon/lexicon.ts';

const EMOJI = /\p{Extended_Pictographic}/u;
const LETTERS_MIN = 3;
/** Names that say more in other words. */
const NAMES: Readonly<Record<string, string>> = {
  'red heart': 'red heart',
  sun: 'sunny day',
  'sun with face': 'sunny day',
  'crescent moon': 'crescent moon at night',
  'full moon': 'full moon at night',
  'cloud with rain': 'rain',
  'cloud with lightning': 'thunderstorm',
  'cloud with lightning and rain': 'thunderstorm',
  snowflake: 'snow',
  'water wave': 'sea',
  'deciduous tree': 'oak tree',
  'evergreen tree': 'pine tree',
  'national park': 'park',
  'beach with umbrella': 'umbrella on the beach',
  camping: 'tent in a forest',
  'snow-capped mountain': 'snowy mountain',
  'sunrise over mountains': 'mountains at sunrise',
  sunset: 'city at sunset',
  cityscape: 'skyline',
  'night with stars': 'skyline at night',
  'milky way': 'galaxy',
  'oncoming automobile': 'car',
  automobile: 'red car',
  sparkles: 'stars',
};

/** Writes a prompt that is nothing but emoji out in English; beside words they only decorate, and it stays as it is. */
export function spellEmoji(prompt: string, lexicon: Lexicon): string {
  if ((prompt.match(/\p{L}/gu)?.length ?? 0) >= LETTERS_MIN || !EMOJI.test(prompt)) return prompt;
  const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(prompt.slice(0, 200))];
  const spelled = segments.map(({ segment }) => {
    if (!EMOJI.test(segment)) return segment;
    const name = lexicon.nameEmoji(segment);
    return name === undefined ? ' ' : `, ${NAMES[name] ?? name.replace(/ face$/, '').replace(/^person /, '')} `;
  });
  return spelled.join('').replace(/^, /, '');
}
