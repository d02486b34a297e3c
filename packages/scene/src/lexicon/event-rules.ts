import { kept, type PictureRule, rule } from './picture-rule.ts';

/** A market named with a place, before or after it. */
const marketOf = (places: string): string =>
  `(?:${places})(?: [a-z,]+){0,3} (?:market(?:place)?|bazaar|stall)s?|(?:market(?:place)?|bazaar|stall)s?(?: [a-z,]+){0,4} (?:${places})`;

export const EVENT_RULES: readonly PictureRule[] = [
  // What stalls are heaped with.
  kept(
    '(?:(?:piles?|heaps?|mounds?|sacks?|baskets?|rows) of (?:[a-z]+ )?(?:[a-z]+ )?|spice and |colou?rful )spices?|spice (?:market|bazaar|souk|stalls?|merchants?)',
    { details: ['spices'] },
  ),
  // Where in the world a market is gives it its form.
  kept(
    marketOf(
      'morocc(?:o|an)|marrake(?:ch|sh)|arab(?:ia|ian|ic)?|persian?|iran(?:ian)?|egypt(?:ian)?|cairo|turk(?:ey|ish)|istanbul|indian?|jaipur|rajasthan|delhi|mumbai|middle east(?:ern)?',
    ),
    {
      details: ['souk'],
    },
  ),
  kept(marketOf('taiwan(?:ese)?|taipei|hong kong|japan(?:ese)?|tokyo|osaka|kyoto|china|chinese|asian?'), {
    details: ['far east'],
  }),
  kept(
    marketOf('thai(?:land)?|bangkok|chiang mai|phuket|vietnam(?:ese)?|hanoi|saigon|korean?|seoul|singapore|malaysian?'),
    { details: ['far east', 'thai'] },
  ),
  kept('night markets?', { details: ['night stalls'] }),
  kept('fireworks?(?: display)?', { events: ['fireworks'] }),
  rule(
    '(?:traffic|car|head|tail|city)? ?(?:light ?s?|headlights|taillights|traffic) (?:streak(?:s|ing)?|trails?)(?: (?:below|by|past))?|light (?:streaks|trails)|streaks of (?:light|traffic)|traffic lights? streaking(?: below)?',
    { events: ['lightStreaks'] },
  ),
  kept(
    '(?:lights?|lighting|lit|glow(?:s|ing)?) up|lights? (?:turn(?:s|ing)? on|com(?:es|ing) on|switch(?:es|ing)? on)|begin(?:s|ning)? to glow|start(?:s|ing)? to glow|come(?:s)? alive',
    { events: ['lightsUp'] },
  ),
  kept('crowds?|audience|festival|market|stadium', { sounds: ['crowd'] }),
  kept('church|bells?|temple', { sounds: ['bell'] }),
  kept('waves', { sounds: ['sea'] }),
  rule('crickets|cicadas', { sounds: ['crickets'] }),
  kept('birds? sing(?:ing|s)?|birdsong|chirping', { sounds: ['birds'] }),
  kept('traffic', { sounds: ['traffic'] }),
  kept('wind chimes?|chimes?', { sounds: ['chime'] }),
];
