/** What a figure can do. */
export type ActionKind =
  | 'walk'
  | 'run'
  | 'drive'
  | 'fly'
  | 'swim'
  | 'float'
  | 'rise'
  | 'dance'
  | 'jump'
  | 'wave'
  | 'spin'
  | 'approach'
  | 'rest'
  | 'look';

/** Verbs by their stems; the first line that fits counts, the earliest word first. */
const ACTIONS: readonly (readonly [ActionKind, RegExp])[] = [
  ['approach', /\b(?:approach\w*|com(?:es?|ing) (?:closer|nearer|towards?)|walk\w* towards?|run\w* towards?)/iu],
  [
    'run',
    /\b(?:runs?|running|ran|races?|racing|gallop\w*|sprint\w*|chas(?:e|es|ing)|dash\w*|rush\w*|jog\w*|hunt\w*)\b/iu,
  ],
  [
    'walk',
    /\b(?:walk\w*|stroll\w*|wander\w*|march\w*|hik(?:e|es|ing)|trot\w*|prowl\w*|stalk\w*|creep\w*|crawl\w*|pass(?:es|ing)?|cross(?:es|ing)?|enter(?:s|ing)?|explor\w*|go(?:es|ing)?|travel\w*|mov(?:e|es|ing)|step\w*|waddl\w*|follow\w*|pac(?:e|es|ing))\b/iu,
  ],
  [
    'drive',
    /\b(?:driv(?:e|es|ing)|cruis\w*|roll(?:s|ing)?|rid(?:e|es|ing)|skat\w*|ski(?:s|ing)?|slid(?:e|es|ing)|speed(?:s|ing)?)\b/iu,
  ],
  ['rise', /\b(?:launch\w*|lift(?:s|ing)? off|blast(?:s|ing)? off|tak(?:e|es|ing) off|ris(?:e|es|ing)|ascend\w*)\b/iu],
  ['fly', /\b(?:fl(?:y|ies|ying|ew)|soar\w*|glid(?:e|es|ing)|hover\w*|swoop\w*)\b/iu],
  ['swim', /\b(?:swim\w*|swam|paddl\w*|div(?:e|es|ing)|sail\w*|row(?:s|ing)?)\b/iu],
  ['float', /\b(?:float\w*|drift\w*|levitat\w*|hang(?:s|ing)? in|weightless)\b/iu],
  ['dance', /\b(?:danc\w*|waltz\w*|groov\w*|part(?:y|ies|ying)|celebrat\w*|boogie\w*)\b/iu],
  ['jump', /\b(?:jump\w*|leap\w*|hop(?:s|ping)?|bounc\w*|skip(?:s|ping)?|play(?:s|ing)?|romp\w*)\b/iu],
  [
    'wave',
    /\b(?:wav(?:e|es|ing)|greet\w*|sway\w*|nod(?:s|ding)?|sing(?:s|ing)?|talk\w*|speak\w*|says?|saying|laugh\w*|clap\w*)\b/iu,
  ],
  ['spin', /\b(?:spin\w*|rotat\w*|twirl\w*|revolv\w*|whirl\w*|turn(?:s|ing)? around)\b/iu],
  [
    'rest',
    /\b(?:sit(?:s|ting)?|sat|lie(?:s)?|lying|sleep\w*|rest(?:s|ing)?|relax\w*|loung\w*|nap\w*|perch\w*|meditat\w*)\b/iu,
  ],
  [
    'look',
    /\b(?:stand\w*|look\w*|watch\w*|gaz\w*|star(?:e|es|ing) at|wait\w*|pos(?:e|es|ing)|smil\w*|admir\w*|stay\w*|shown?|appears?)\b/iu,
  ],
];

/** What the first verb of a text says; undefined when it has none that we know. */
export function readAction(text: string): { readonly action: ActionKind; readonly at: number } | undefined {
  let best: { action: ActionKind; at: number } | undefined;
  for (const [action, words] of ACTIONS) {
    const at = text.search(words);
    if (at >= 0 && (!best || at < best.at)) best = { action, at };
  }
  return best;
}

export function readHeading(text: string): -1 | 1 | undefined {
  const from = /\bfrom (?:the )?(left|right)\b/iu.exec(text);
  const to = /\b(?:to(?:wards?)? (?:the )?|(?:the )?)(left|right)(?:wards?)?\b/iu.exec(
    text.replace(/\bfrom (?:the )?(?:left|right)\b/iu, ''),
  );
  if (to) return to[1]!.toLowerCase() === 'left' ? -1 : 1;
  if (from) return from[1]!.toLowerCase() === 'left' ? 1 : -1;
  return undefined;
}

export function readSpeed(text: string): number {
  if (/\b(?:slow\w*|gentl\w*|leisurely|calm\w*|lazil\w*|serene\w*)\b/iu.test(text)) return 0.65;
  if (/\b(?:fast|quick\w*|rapid\w*|swift\w*|hurr\w*)\b/iu.test(text)) return 1.5;
  return 1;
}
