import { kept, type PictureRule, rule } from './picture-rule.ts';

/** Words that tell what a place is like: they become details of the set, whatever else they say. */
export const PLACE_RULES: readonly PictureRule[] = [
  kept('neon(?: ?lit| lights?| signs?| glow)?|cyberpunk', { details: ['neon'] }),
  kept('cyberpunk|futuristic|sci ?fi|science fiction|(?:in|of) the (?:(?:near|far|distant) )?future', {
    details: ['futuristic'],
  }),
  kept('lanterns?|lamps?|candle ?lit|candle ?light|warm(?:ly)? (?:lamps?|light|lit)|lamp ?light', {
    details: ['warm lamps'],
  }),
  kept('ruins?|ruined|(?:ancient|lost|dead|forgotten|vanished) civili[sz]ations?', { details: ['ruins'] }),
  rule(
    '(?:under |below |beneath |and |with )?(?:the |a )?(?:bright |glowing |vast )?milky way(?: galaxy)?(?: (?:sky|above|overhead))*',
    {
      details: ['stars', 'milky way'],
      time: 'night',
    },
  ),
  kept('stars?|starry', { details: ['stars'] }),
  kept('(?:wooden|log)(?= (?:room|cabin|floor|walls?|house interior))', { details: ['wooden'] }),
  kept('(?:black|dark|nero) marble', { details: ['marble', 'dark marble'] }),
  kept('marble(?! (?:statue|bust|block|pedestal|podium|plinth|column))', { details: ['marble'] }),
  kept(
    'abandoned|derelict|overgrown|rusty|rusting|haunted|dilapidated|decaying|forgotten(?= (?:place|park|town|city))',
    {
      details: ['abandoned'],
    },
  ),
  kept('dark(?=(?: [a-z]+)? (?:room|hall|alley|cellar|forest|street|library|cave|house|basement|woods|background))', {
    details: ['dark'],
  }),
  rule('in (?:the |complete |total )?(?:dark|darkness)(?= *(?:[.,;]|$))', { details: ['dark'] }),
  kept('coral(?:s)?(?= reefs?)|kelp', { details: ['coral'] }),
  kept('shelves|spiral staircase|staircase|stairs', { details: ['staircase'] }),
  kept('palm trees?|palms|tropical', { details: ['tropical'] }),
  kept('pines?(?: trees?)?', { details: ['pine'] }),
  kept('fireflies|firefly', { details: ['fireflies'], time: 'night' }),
  kept('northern lights|polar lights|aurora(?: borealis)?', { details: ['aurora'] }),
  kept('spotlight|studio light(?:ing)?|soft (?:studio )?light(?:ing)?', { details: ['soft light'] }),
  kept('busy|bustling|crowd(?:s|ed)?|rush hour|festivals?|parades?', { details: ['busy'] }),
  kept('cobbled?(?: ?stones?)?|cobbles', { details: ['cobbled'] }),
  kept('candle ?lit', { details: ['candlelit'] }),
  kept('(?:bare|minimal(?:ist(?:ic)?)?)(?= (?:[a-z]+ )?(?:rooms?|interiors?|apartment|flat|loft|walls?))', {
    details: ['bare'],
  }),
  kept(
    'flicker(?:s|ing)? (?:[a-z]+ )?(?:lights?|lamps?|tubes?)|(?:lights?|lamps?|tubes?) (?:[a-z]+ )?flicker(?:s|ing)?',
    { details: ['flickering'] },
  ),
  kept('dew(?:y| ?drops?)?', { details: ['dew'] }),
  kept('flower ?shops?|florists?', { details: ['flower shop'] }),
  kept('book ?(?:shop|store)s?', { details: ['bookshop'] }),
  kept('(?:shop|store) ?fronts?', { details: ['storefront'] }),
];
