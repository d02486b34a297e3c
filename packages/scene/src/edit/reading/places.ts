import type { Anchor, FramePlace, TitlePlace } from '../operation.ts';

const TITLE_PLACES: readonly (readonly [TitlePlace, RegExp])[] = [
  ['topLeft', /\b(?:top|upper)[- ]left(?:[- ]hand)?(?: corner| side)?\b|\bleft (?:top|upper)\b/iu],
  ['topRight', /\b(?:top|upper)[- ]right(?:[- ]hand)?(?: corner| side)?\b|\bright (?:top|upper)\b/iu],
  ['bottomLeft', /\b(?:bottom|lower)[- ]left(?:[- ]hand)?(?: corner| side)?\b/iu],
  ['bottomRight', /\b(?:bottom|lower)[- ]right(?:[- ]hand)?(?: corner| side)?\b/iu],
  [
    'bottom',
    /\b(?:(?:at|on|in|to|along|across|near|towards?) the (?:very )?(?:bottom|lower (?:part|third|half|edge))|bottom|below|beneath|underneath|lower third|footer|subtitles?|captions?)\b/iu,
  ],
  [
    'center',
    /\b(?:(?:in|at|on|across) the (?:very )?(?:cent(?:er|re)|middle)|cent(?:er|re)d|cent(?:er|re)|middle)\b/iu,
  ],
  [
    'top',
    /\b(?:(?:at|on|in|to|along|across|near) the (?:very )?(?:top|upper (?:part|third|half|edge))|top|above|header|heading)\b/iu,
  ],
  ['topLeft', /\bleft(?:[- ]hand)?(?: side| edge| corner)?\b/iu],
  ['topRight', /\bright(?:[- ]hand)?(?: side| edge| corner)\b|\b(?:on|at|to) the right\b/iu],
];

export function readTitlePlace(text: string): TitlePlace | undefined {
  return TITLE_PLACES.find(([, pattern]) => pattern.test(text))?.[0];
}

const FRAME_PLACES: readonly (readonly [FramePlace, RegExp])[] = [
  ['topLeft', /\b(?:top|upper)[- ]left(?:[- ]hand)?(?: corner| side)?\b/iu],
  ['topRight', /\b(?:top|upper)[- ]right(?:[- ]hand)?(?: corner| side)?\b/iu],
  ['bottomLeft', /\b(?:bottom|lower)[- ]left(?:[- ]hand)?(?: corner| side)?\b/iu],
  ['bottomRight', /\b(?:bottom|lower)[- ]right(?:[- ]hand)?(?: corner| side)?\b/iu],
  ['sky', /\b(?:sky|air|heavens?|overhead|above)\b/iu],
  ['left', /\bleft(?:[- ]hand)?(?: side| edge| corner)?\b/iu],
  ['right', /\bright(?:[- ]hand)?(?: side| edge| corner)?\b/iu],
  ['center', /\b(?:cent(?:er|re)|middle|front|foreground)\b/iu],
  ['top', /\btop\b/iu],
  ['bottom', /\bbottom\b/iu],
  ['water', /\b(?:water|lake|sea|ocean|river|pond|pool)\b/iu],
  ['ground', /\b(?:ground|floor|grass|street|road|lawn|beach|sand|background|distance|horizon|path|field|snow)\b/iu],
];

/** A place of the frame itself: "in the sky", "in the top left corner". */
export function readFramePlace(text: string): FramePlace | undefined {
  return FRAME_PLACES.find(([, pattern]) => pattern.test(text))?.[0];
}

const BODY_PLACES: readonly (readonly [Anchor, RegExp])[] = [
  ['leftHand', /\bleft (?:hand|wrist|arm|palm)\b/iu],
  ['rightHand', /\b(?:right )?(?:hands?|wrists?|arms?|palms?|fingers?|paws?)\b/iu],
  ['eyes', /\b(?:eyes?|nose)\b/iu],
  ['neck', /\b(?:neck|throat)\b/iu],
  ['ears', /\bears?\b/iu],
  ['mouth', /\b(?:mouths?|lips?|chin|face|jaw)\b/iu],
  ['head', /\b(?:heads?|hair|forehead)\b/iu],
  ['shoulders', /\b(?:shoulders?|back)\b/iu],
  ['chest', /\b(?:chest|shirt|lapel|jacket|breast|t-shirt)\b/iu],
];

/** A part of whoever carries: "on his head", "around her neck". */
export function readBodyPlace(text: string): Anchor | undefined {
  return BODY_PLACES.find(([, pattern]) => pattern.test(text))?.[0];
}
