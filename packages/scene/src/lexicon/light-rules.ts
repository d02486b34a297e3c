import { kept, type PictureRule, rule } from './picture-rule.ts';

const LIT = '(?:light|lighting|lit|glow|illumination)';

/** Light by its kind; the words stay for the reader of noun phrases where they may name a thing. */
const KINDS: readonly PictureRule[] = [
  rule(`(?:lit by |in )?(?:the |an? )?(?:soft |warm |gentle |natural |cool |bright |dim |morning )*window ${LIT}`, {
    light: ['soft'],
  }),
  rule(
    `(?:lit by |in |by )?(?:the |an? )?(?:soft |warm |dim |cozy |golden )*(?:desk |oil |table )?lamp ?(?:light(?:ing)?|glow)`,
    {
      details: ['warm lamps'],
    },
  ),
  rule(`(?:lit by |in |by )?(?:the |an? )?(?:soft |warm |dim |flickering |romantic )*candle ?(?:light(?:ing)?|glow)`, {
    light: ['candlelight'],
    details: ['warm lamps'],
    time: 'night',
  }),
  rule(
    '(?:with )?(?:(?:warm|soft|golden|yellow|cozy|orange|glowing|bright|a) )*(?:lights?|glow) (?:(?:shining|glowing|streaming|spilling|coming|on) )?(?:(?:in|behind|inside|out of) (?:the |its |his |her |their |all (?:the )?)?windows?|(?:from|through) (?:the |its |his |her |their |all (?:the )?)?windows)',
    { details: ['lit windows', 'warm lamps'] },
  ),
  rule(
    '(?:the |its |his |her |their |with )?(?:(?:small|little|tiny|warm) )?windows? (?:(?:is|are|all) )*(?:glow(?:s|ing)?|lit(?: up)?|shin(?:es?|ing))(?: (?:warmly|softly|warm|orange|yellow|gold|golden))?|(?:with )?(?:a )?(?:(?:warmly|softly) )?(?:glowing|lit|lighted|shining) windows?',
    { details: ['lit windows', 'warm lamps'] },
  ),
  rule(
    `(?:dramatic |strong |soft |golden |warm )*(?:back ?lit|back ?light(?:ing)?|lit from behind|contre jour|against the (?:light|sun)|(?:sun|light) (?:from )?behind (?:him|her|it|them|the subject))`,
    { light: ['backlit'] },
  ),
  rule(
    '(?:standing |shown |seen )?in silhouette|silhouetted(?: against)?|(?:the |an? )?(?:black |dark |lone )*silhouettes?(?: of| against)?',
    {
      light: ['backlit'],
      details: ['silhouette'],
    },
  ),
  rule(`(?:soft |strong |dramatic |cool |warm )*(?:rim|edge|hair) (?:light(?:ing)?|lit)`, { light: ['rim'] }),
  rule(`low[ -]key(?: ${LIT})?|chiaroscuro(?: ${LIT})?|moody ${LIT}|dramatic shadows?|deep shadows?|dark moody`, {
    light: ['lowKey'],
  }),
  rule(`high[ -]key(?: ${LIT})?|bright and airy`, { light: ['highKey'] }),
  kept('candle ?lit|by candle ?light|(?:by |in )?(?:the )?candle ?light', {
    light: ['candlelight'],
    details: ['warm lamps'],
    time: 'night',
  }),
  kept('fire ?lit|fire ?light|by the fire|firelit', { light: ['firelight'] }),
  kept('moonlit|moon ?light', { light: ['moonlit'] }),
  kept(`(?:harsh|hard|direct|strong) (?:sun ?)?(?:light|lighting|shadows|sun)`, { light: ['hard'] }),
  kept(
    `(?:soft|diffused?|gentle|even|flat|natural|ambient|overcast|delicate) (?:[a-z]+ )?(?:sun ?)?(?:light|lighting|glow|illumination)|soft ?box|soft(?:ly)? lit`,
    { light: ['soft'] },
  ),
  kept('neon(?: ?lit| lights?| lighting| signs?| glow)', { light: ['neon'] }),
  kept('spotlights?|spotlit|stage light(?:s|ing)?', { light: ['spotlight'] }),
];

export const LIGHT_RULES: readonly PictureRule[] = [
  ...KINDS,
  rule(
    '(?:with |in |the )*(?:(?:warm|soft|golden|bright|morning) )*(?:sun|sun ?light|sunshine|light) (?:(?:is |comes? |falls? |pours? |shines? |streams? |filters? )?(?:[a-z]+ing )?)?(?:down )?through (?:the |its |their |green |tree |bamboo |forest |dense )*(?:leaf|leaves|foliage|canopy|branches|treetops)',
    { lightRays: true, light: ['godRays'] },
  ),
  kept(
    '(?:great|giant|big|huge|massive|enormous|towering|monster|rogue|tidal|gigantic|tall|breaking|curling|mighty) (?:[a-z]+ )?waves?|tsunami|great wave off kanagawa',
    {
      details: ['giant wave'],
    },
  ),
  rule(
    '(?:with |in |the )*(?:sun ?|light ?|god ?|golden )(?:rays|beams|shafts)(?: (?:shining|streaming|falling|filtering|coming|breaking))?(?: (?:through|from|in))?|(?:rays|beams|shafts) of (?:sun ?)?light|crepuscular rays|volumetric(?: light(?:ing)?)?|sunbeams?|dappled (?:sun)?light|light (?:streaming|filtering|shining|falling) (?:in )?(?:through|from)',
    { lightRays: true, light: ['godRays'] },
  ),
];
