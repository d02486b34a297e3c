/** What a prompt asks of the people in a picture. */
export interface PersonWishes {
  /** Where the face turns, in the picture: −1 left … 1 right. */
  readonly turn: number;
  /** −1 down … 1 up. */
  readonly lift: number;
  readonly smiles: boolean;
  readonly blinks: boolean;
  readonly nods: boolean;
  readonly shakesHead: boolean;
  readonly tilts: boolean;
  readonly hairMoves: boolean;
  readonly speaks: boolean;
  /** Any of it was asked for, so that a picture without a face has to say so. */
  readonly isAsked: boolean;
}

const LOOK =
  'looks?|looking|glances?|gaz(?:es?|ing)|turns?|turning|fac(?:es|ing)|schau(?:t|en)|blick(?:t|en)|dreht|regarde|tourne|mira|gira|guarda|volta|olha|vira|смотрит|повора';
const LEFT = 'left|links|gauche|izquierda|sinistra|esquerda|налево|влево';
const RIGHT = 'right|rechts|droite|derecha|destra|direita|направо|вправо';

const PATTERNS = {
  left: new RegExp(`(?:${LOOK})\\b.{0,40}\\b(?:${LEFT})|左を(?:見|向)|向左|看左|往左看|왼쪽`, 'iu'),
  right: new RegExp(`(?:${LOOK})\\b.{0,40}\\b(?:${RIGHT})|右を(?:見|向)|向右|看右|往右看|오른쪽`, 'iu'),
  aside:
    /\b(?:turn(?:s|ing)? (?:her|his|their|the|its) (?:head|face)|(?:head|face) turns|dreht (?:den|ihren|seinen) kopf|tourne la tête|gira la (?:cabeza|testa)|vira a cabeça|поворачивает голову)|首を回|回头|轉頭|고개를 돌/iu,
  up: new RegExp(
    `(?:${LOOK})\\b.{0,30}\\b(?:up(?:wards?)?|at the sky|nach oben|hoch|en haut|arriba|in alto|para cima|вверх)|見上げ|抬头|올려다`,
    'iu',
  ),
  down: new RegExp(
    `(?:${LOOK})\\b.{0,30}\\b(?:down(?:wards?)?|at the (?:floor|ground)|nach unten|en bas|abajo|in basso|para baixo|вниз)|見下ろ|うつむ|低头|내려다`,
    'iu',
  ),
  smiles:
    /\b(?:smil|grin|laugh|chuckl|beam(?:s|ing)\b|lächel|lach(?:t|en)\b|souri|rit\b|sonr[íi]|r[íi]e\b|sorrid|ride\b|sorri|ri\b|happy|улыба|сме[её]тся)|笑|微笑|웃/iu,
  blinks:
    /\b(?:blink|wink|clos(?:es?|ing) (?:her|his|their|the) eyes|blinzel|zwinker|cligne|parpade|guiña|sbatt|pisca|морга|подмиг)|まばたき|ウインク|眨眼|깜빡/iu,
  nods: /\b(?:nod(?:s|ding)?\b|nickt|hoche la tête|asiente|annuisce|acena|кива)|うなず|点头|끄덕/iu,
  shakes:
    /\bshak(?:es?|ing) (?:her|his|their|the|its) head|schüttelt den kopf|secoue la tête|niega con la cabeza|首を横|摇头/iu,
  tilts:
    /\btilt(?:s|ing)? (?:her|his|their|the|its) head|neigt den kopf|penche la tête|inclina la (?:cabeza|testa)|首をかし|歪头/iu,
  hair: /\b(?:hair|haare?|cheveux|pelo|cabello|capelli|cabelos?|волос)|髪|头发|頭髮|머리카락/iu,
  speaks:
    /\b(?:speak|talk|says?\b|saying|sing(?:s|ing)?\b|whisper|shout|spricht|redet|sagt|singt|parle|dit\b|chante|habla|dice\b|canta|parla|fala|diz\b|говорит|поёт)|話す|言う|歌|说话|唱|말하|노래/iu,
} as const;

export function readPersonWishes(prompt: string): PersonWishes {
  const has = (name: keyof typeof PATTERNS): boolean => PATTERNS[name].test(prompt);
  const lift = (has('up') ? 1 : 0) - (has('down') ? 1 : 0);
  const turn = (has('right') ? 1 : 0) - (has('left') ? 1 : 0);
  // A head that turns, nobody says where to.
  const isAnyWay = has('aside') && !has('left') && !has('right') && lift === 0;
  const wishes = {
    turn: isAnyWay ? 1 : turn,
    lift,
    smiles: has('smiles'),
    blinks: has('blinks'),
    nods: has('nods'),
    shakesHead: has('shakes'),
    tilts: has('tilts'),
    hairMoves: has('hair'),
    speaks: has('speaks'),
  };
  return { ...wishes, isAsked: Object.values(wishes).some((wish) => wish !== false && wish !== 0) };
}
