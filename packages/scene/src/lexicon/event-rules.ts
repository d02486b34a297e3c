import { kept, type PictureRule, rule } from './picture-rule.ts';

export const EVENT_RULES: readonly PictureRule[] = [
  // What stalls are heaped with.
  kept(
    '(?:(?:piles?|heaps?|mounds?|sacks?|baskets?|rows) of (?:[a-z]+ )?(?:[a-z]+ )?|spice and |colou?rful )spices?|spice (?:market|bazaar|souk|stalls?|merchants?)',
    { details: ['spices'] },
  ),
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
