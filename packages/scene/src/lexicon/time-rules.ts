import { kept, type PictureRule, rule } from './picture-rule.ts';

const DAY = '(?:day(?:light|time)?|morning|noon|afternoon|dawn|sunrise)';
const NIGHT = '(?:night(?:time|fall)?|dusk|evening|midnight|sunset|dark(?:ness)?)';
export const TIME_RULES: readonly PictureRule[] = [
  rule('(?:from )?(?:sun ?rise|dawn) (?:to|till|until|through to) (?:sun ?set|sundown)', {
    time: 'dawn',
    timeTo: 'sunset',
    events: ['timeLapse'],
  }),
  rule(
    `(?:from |turning |changing |transition(?:ing|s)? from )?(?:(?:high |bright |early |late |sunny |clear |blue |hot )*)(?:${DAY}|golden hour) (?:to|into|till|until|through to|turn(?:s|ing) (?:in)?to) (?:an? |the |late |deep )*(?:(?:starry|clear|dark|moonlit|black|milky way|blue) )*${NIGHT}`,
    { time: 'day', timeTo: 'night', events: ['timeLapse'] },
  ),
  rule(
    `(?:from |turning |changing |transition(?:ing|s)? from )?${DAY} (?:to|into|turn(?:s|ing) (?:in)?to|becom(?:es|ing)|fad(?:es|ing) (?:in)?to) ${NIGHT}`,
    { time: 'day', timeTo: 'night', events: ['timeLapse'] },
  ),
  rule(
    `(?:from |turning |changing |transition(?:ing|s)? from )?${NIGHT} (?:to|into|turn(?:s|ing) (?:in)?to|becom(?:es|ing)|fad(?:es|ing) (?:in)?to) ${DAY}`,
    { time: 'night', timeTo: 'day', events: ['timeLapse'] },
  ),
  rule(
    'night (?:falls|is falling|approaches)|(?:as |while )?(?:the )?sun (?:sets|setting|going down)|as the sun goes down',
    {
      time: 'sunset',
      timeTo: 'night',
      events: ['timeLapse'],
    },
  ),
  rule('(?:as|while) the sun rises|(?:the )?sun (?:rises|rising|is rising|comes up|coming up)', {
    time: 'dawn',
    timeTo: 'morning',
    events: ['timeLapse'],
  }),
  rule('(?:a )?hyper ?lapse(?: (?:video|shot|footage))?(?: (?:of|through|down|along))?', {
    events: ['timeLapse'],
    move: 'dollyIn',
    speed: 1.5,
  }),
  rule('(?:a )?(?:time ?lapse|timelapsed)(?: (?:video|shot|footage|sequence|photography))?(?: (?:of|showing))?', {
    events: ['timeLapse'],
  }),
  rule(
    '(?:at |around )?(?:1[0-2]|[1-3])(?::\\d\\d)? ?(?:a ?m|a\\.m\\.?|o clock at night)|(?:at |around )?(?:9|10|11)(?::\\d\\d)? ?(?:p ?m|p\\.m\\.?)|(?:at |around )?0?[0-3]:\\d\\d|(?:at )?2[123]:\\d\\d',
    { time: 'night' },
  ),
  rule('(?:at |around )?[45](?::\\d\\d)? ?(?:a ?m|a\\.m\\.?)', { time: 'dawn' }),
  rule('(?:at |around )?(?:6|7|8|9|10|11)(?::\\d\\d)? ?(?:a ?m|a\\.m\\.?)', { time: 'morning' }),
  rule('(?:at |around )?(?:12|[1-5])(?::\\d\\d)? ?(?:p ?m|p\\.m\\.?)', { time: 'day' }),
  rule('(?:at |around )?[678](?::\\d\\d)? ?(?:p ?m|p\\.m\\.?)', { time: 'dusk' }),
  rule(
    '(?:at |in |during )?(?:the )?(?:golden hour(?: light(?:ing)?| glow| sun(?:light)?)?|magic hour|golden (?:sun ?)?light|late afternoon(?: light| sun(?:light|shine)?)?|(?:(?:soft|bright|glowing|rich|deep) )*(?:warm|golden|amber|honeyed|sunny) (?:late )?evening(?: (?:light|sun(?:light|shine)?|glow|hour))?|(?:late )?evening sun(?:light|shine)?|(?:warm )?(?:low|setting) sun(?:light)?)',
    { time: 'golden' },
  ),
  rule(
    '(?:at |in |during |before |into )?(?:the |a |an )?(?:(?:beautiful|golden|orange|red|pink|purple|warm|dramatic|fiery|stunning|glowing|colou?rful|vivid|tropical|hazy|soft|summer|winter|autumn|spectacular|gorgeous|vibrant|desert|breathtaking|early|late|bright|deep|epic|blazing) )*(?:sunset|sundown|setting sun)(?: (?:light|sky|colou?rs))?',
    { time: 'sunset' },
  ),
  rule('(?:at |in |during |the )*blue hour(?: light| sky)?', { time: 'dusk', details: ['blue hour'] }),
  rule('(?:at |in |during |after )?(?:the )?(?:dusk|twilight|gloaming|early evening|nightfall)(?: light| sky)?', {
    time: 'dusk',
  }),
  rule(
    '(?:at |in |during |before )?(?:the |a )?(?:dawn|sun ?rise|day ?break|first light|rising sun)(?: (?:light|sky))?',
    { time: 'dawn' },
  ),
  rule('(?:at |in |during )?(?:the )?(?:early )?morning(?: (?:light|sun(?:light|shine)?))?', { time: 'morning' }),
  rule(
    '(?:at |in |during |by |late at |under )?(?:the |a )?(?:middle of the )?(?:starry |dark |moonlit |clear |rainy |snowy |stormy )?(?:night(?:time)?|nightfall|midnight|moon ?light|starlight|dead of night|witching hour)(?: (?:sky|scene|light))?',
    { time: 'night' },
  ),
  kept(
    'moonlit|starlit|starry|under the stars|stargazing|night time|nocturnal|night sky|northern lights|aurora(?: borealis)?|milky way',
    { time: 'night' },
  ),
  rule('(?:in |during )?(?:the )?evening(?: light| sun| sky)?', { time: 'dusk' }),
  rule(
    '(?:at |in |during |by |under )?(?:the )?(?:bright )?(?:noon|midday|daylight|day ?time|afternoon|sunlight|sunshine|sunny day|by day|bright day)',
    { time: 'day' },
  ),
  kept('sunny|sunlit|sun drenched|sun soaked|sun kissed|bright sun|high noon|broad daylight', { time: 'day' }),
];
