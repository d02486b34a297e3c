import { kept, type PictureRule, rule } from './picture-rule.ts';

const MANY =
  '(?:(?:soft|pink|yellow|brown|dry|autumn|fallen|silver|blue|green|purple|bright|white|golden|glowing|tiny|little|colou?rful|countless|red|orange|gentle|burning|hot) )*';
const MOVES =
  '(?: (?:are|is|slowly|gently|softly))*(?: (?:fall(?:s|ing)?|drift(?:s|ing)?|float(?:s|ing)?|fl(?:y|ies|ying)|ris(?:es?|ing)|swirl(?:s|ing)?|danc(?:e|es|ing)|blow(?:s|ing)?|rain(?:s|ing)?(?: down)?|flutter(?:s|ing)?|hover(?:s|ing)?|glow(?:s|ing)?|burst(?:s|ing)?))?(?: (?:up|down|around|past|upwards?))?(?: (?:in|through|into) the (?:air|wind|breeze|sky|light))?';

/** What drifts in the air round the subject. */
export const PARTICLE_RULES: readonly PictureRule[] = [
  rule(
    `(?:falling|drifting|floating|swirling) ${MANY}(?:(?:cherry|rose|flower|sakura|plum|apple) )?(?:blossoms?|petals)|${MANY}(?:(?:cherry|rose|flower|sakura|plum|apple) )?(?:blossoms? )?petals${MOVES}|(?:cherry )?blossoms? (?:falling|drifting|floating)`,
    { particles: ['petals'] },
  ),
  rule(
    `(?:falling|drifting|swirling) ${MANY}(?:autumn |maple )?leaves|${MANY}(?:autumn |maple )?leaves (?:are )?(?:falling|drifting|swirling|blowing|flying)(?: (?:down|around|past))?`,
    {
      particles: ['leaves'],
    },
  ),
  rule(
    `(?:floating |drifting |falling )?${MANY}feathers (?:falling|drifting|floating)|(?:floating|drifting|falling) ${MANY}feathers`,
    {
      particles: ['feathers'],
    },
  ),
  rule(`(?:flying |falling )?${MANY}confetti${MOVES}`, { particles: ['confetti'] }),
  rule(`(?:flying |floating |rising |glowing )*${MANY}(?:embers?|cinders)${MOVES}`, { particles: ['embers'] }),
  rule(`(?:flying |rising )*${MANY}sparks${MOVES}`, { particles: ['sparks'] }),
  rule(`${MANY}(?:fireflies|firefly|glow ?worms|lightning bugs)${MOVES}`, { particles: ['fireflies'] }),
  rule(
    `${MANY}(?:magic(?:al)?|fairy|pixie|star|glittering|sparkling) (?:dust|sparkles?|particles?|glitter)${MOVES}|sparkles${MOVES}|glitter (?:in the air|falling)`,
    { particles: ['sparkles'] },
  ),
  kept('dust (?:motes?|particles?|specks?)|motes of dust|dust (?:floating|drifting|dancing|in the air)|floating dust', {
    particles: ['dust'],
  }),
  rule(
    `(?:volcanic |falling |grey |gray )*ash(?:es)? (?:falling|drifting|rain(?:s|ing)|in the air)(?: down)?|falling ash`,
    {
      particles: ['ash'],
    },
  ),
  rule(`(?:floating |drifting |rising )?${MANY}(?:soap )?bubbles${MOVES}`, { particles: ['bubbles'] }),
  rule(
    `(?:the |its |their )?${MANY}seeds? (?:float|drift|fly|flies|blow|scatter|dance|swirl|drifting|floating|flying|blowing|scattering)(?: (?:away|off|up|in|on|through|into|the|wind|breeze|air))*`,
    { particles: ['seeds'] },
  ),
  rule(`(?:floating |drifting )?${MANY}(?:dandelion (?:seeds|fluff)|pollen|thistledown)${MOVES}`, {
    particles: ['seeds'],
  }),
];
