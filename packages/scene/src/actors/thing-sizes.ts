/** How long the longest side of real things is, metres, by their emoji. */
const SIZES: readonly (readonly [metres: number, emoji: string])[] = [
  [0.03, '💍🐞🐜🫘🌰'],
  [0.05, '🍒🫐🍓🐝🐌🍬🪙🦗🪲🍫🥟🍣'],
  [0.08, '🍎🍏🍊🍋🍐🍑🥝🍅🥚🍪🧁🍩🥔🧅🍙🍘🍡🍢🥮⌚🐭🐹🎲🧊'],
  [0.12, '🍔🌮🌭🥪🍟🍦🍨🍧🍮🥑🫑🥕🌶️🥜🍄🍵🥛🧃🕶️👓🐸🔑🗝️📷📸💎🥐🧀'],
  [0.16, '🥤🧋🦋🥖🍞🥨🥯🥞🧇🥓🥩🍗🍖🍌🌽🥒🥦🍆🍠🍇📱📟📀💿🐿️🦔🎧🖊️🍰☕🍺🍻🍷🥂🥃🍸🍹🫖'],
  [0.28, '🔨🔧🪛✂️🪚🖌️🔪🍴🥄'],
  [0.24, '🍕🍝🍜🍲🍛🥗🍱🍚🥘🫕🍥🥙🌯🥫🍍🥥🍈🎂🥧📖📗📘📙📔📕📚🍾🐇🦆⏰🕰️👟👞🥾👠👒🎩👑⚽🏀🏈⚾🎾🏐'],
  [0.36, '🍉🎃💻🎒👜👛👝🖥️⌨️🐕🐈🏆🎻🎺🎷🪕🥁🧺🧸🛒📺📻🧯🖼️💼🪴'],
  [1, '🎸🗡️🦌🐒🐧🛴🛹🪁🚲🧳🪑🗿⛄☃️🦃🐖🐑🐏🐐🐺'],
  [2.2, '🐴🐎🐄🐂🐃🐪🐫🦙🦒🐘🦏🦛🐊🐻🐅🐆🦍🛵🏍️🛶🎹⛺'],
  [4.5, '🚗🚕🚙🚜🚓🏎️🛻🛸🌈🎪⛲🎠'],
  [9, '🚑🚒🚚🚛🚜🚁✈️🚤⛵🏠🏡🏰🗽🕌🎡🎢'],
];
const DEFAULT_METRES = 0.5;

const METRES = new Map(
  SIZES.flatMap(([metres, emoji]) =>
    [...new Intl.Segmenter('en').segment(emoji)].map(({ segment }) => [keyOf(segment), metres] as const),
  ),
);

/** The longest side in metres of what a rendered emoji shows; half a metre where the table does not say. */
export function thingMetres(key: string): number {
  return METRES.get(key.replaceAll('-fe0f', '')) ?? DEFAULT_METRES;
}

function keyOf(emoji: string): string {
  return [...emoji]
    .map((character) => character.codePointAt(0)!.toString(16))
    .filter((code) => code !== 'fe0f')
    .join('-');
}
