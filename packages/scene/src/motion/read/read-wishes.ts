import type { SoundKind } from '../../scene.ts';
import {
  CAMERA_WORDS,
  type CameraMove,
  ELEMENT_WORDS,
  type Element,
  MANNER_WORDS,
  SUBJECT_WORDS,
} from './wish-words.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** What moves, and how. */
export interface ElementWish {
  readonly element: Element;
  /** 1 ordinarily, less when slow. */
  readonly speed: number;
  readonly direction?: Direction;
}

/** What a prompt asks of a still picture. */
export interface Wishes {
  /** In the order of the prompt, each once. */
  readonly elements: readonly ElementWish[];
  /** What is asked to stay as it is. */
  readonly still: ReadonlySet<Element>;
  readonly camera?: { readonly move: CameraMove; readonly speed: number };
  readonly subject?: {
    readonly move: 'leave' | 'rise';
    readonly direction: Direction;
    readonly speed: number;
    /** On a rocket's flame. */
    readonly isLaunch: boolean;
    /** Who or what goes, as the prompt calls it in English. */
    readonly name?: string;
  };
  /** The animal that the prompt names in English, if it names one. */
  readonly animal?: string;
  readonly isTimeLapse: boolean;
  readonly isSlowMotion: boolean;
  readonly isCinematic: boolean;
  readonly isSerene: boolean;
  readonly turn?: 'clockwise' | 'counterclockwise';
  readonly sounds: readonly SoundKind[];
  /** The prompt had words at all. */
  readonly isEmpty: boolean;
}

const PROMPT_CHARACTERS_MAX = 8000;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const LETTER = /[\p{L}\p{N}]/u;

interface Found {
  readonly start: number;
  readonly end: number;
}

/** Finds any of a list's stems. By search for each: a pattern of all of them takes longer to compile than to use. */
class Words {
  readonly #stems: readonly { readonly text: string; readonly isWhole: boolean; readonly isFree: boolean }[];

  constructor(list: string) {
    this.#stems = list
      .trim()
      .split(/\s+/)
      .map((stem) => ({
        text: stem.replace(/\$$/, '').replaceAll('_', ' '),
        isWhole: stem.endsWith('$'),
        isFree: UNSPACED.test(stem),
      }));
  }

  find(clause: string): Found | undefined {
    for (const { text, isWhole, isFree } of this.#stems) {
      for (let start = clause.indexOf(text); start >= 0; start = clause.indexOf(text, start + 1)) {
        const end = start + text.length;
        if (isFree) return { start, end };
        if (start > 0 && LETTER.test(clause[start - 1]!)) continue;
        if (isWhole && end < clause.length && LETTER.test(clause[end]!)) continue;
        return { start, end };
      }
    }
    return undefined;
  }

  test(clause: string): boolean {
    return this.find(clause) !== undefined;
  }
}

const ELEMENTS = (Object.keys(ELEMENT_WORDS) as Element[]).map(
  (element) => [element, new Words(ELEMENT_WORDS[element])] as const,
);
const CAMERA = CAMERA_WORDS.map(([move, words]) => [move, new Words(words)] as const);
const MANNER = Object.fromEntries(Object.entries(MANNER_WORDS).map(([name, words]) => [name, new Words(words)])) as {
  readonly [Name in keyof typeof MANNER_WORDS]: Words;
};
const SUBJECT = Object.entries(SUBJECT_WORDS).map(
  ([move, words]) => [move as keyof typeof SUBJECT_WORDS, new Words(words)] as const,
);

const STILL =
  new Words(`still$ static motionless frozen unmoving immobile stationary unbewegt still_bleib stillsteh inmóvil
  quiet$_water immóvel неподвижн 静止 动かない 動かない 不动 움직이지 doesn't_move don't_move does_not_move do_not_move not_moving
  stays_the_same remain_unchanged`);
const NO_BEFORE =
  /(?<!\p{L})(?:no|not|without|never|kein\p{L}*|ohne|sans|pas\s+de|sin|senza|sem|без|нет|没有|沒有|不要|無)\s*(?:[\p{L}]+\s+){0,2}$/u;
const NO_AFTER = /^.{0,3}(?:なし|なく|ない|없이|없는)/u;

const DIRECTIONS: readonly (readonly [Direction, Words])[] = [
  ['left', new Words(`left$ leftward leftwards links$ gauche izquierda sinistra esquerda влево 左 왼쪽`)],
  ['right', new Words(`right$ rightward rightwards rechts$ droite derecha destra direita вправо 右 오른쪽`)],
  [
    'up',
    new Words(`upward upwards up$ nach_oben vers_le_haut hacia_arriba verso_l'alto para_cima вверх 上へ 向上 위로`),
  ],
  [
    'down',
    new Words(
      `downward downwards down$ nach_unten vers_le_bas hacia_abajo verso_il_basso para_baixo вниз 下へ 向下 아래로`,
    ),
  ],
];

const LAUNCH =
  new Words(`launch lift-off liftoff lifts_off lift_off blasts_off rocket rakete fusée cohete razzo foguete ракет 打ち上げ 发射
  ロケット 火箭 발사 로켓`);

const SOUNDS: readonly (readonly [SoundKind, Words])[] = [
  [
    'birds',
    new Words(
      `birds_sing birdsong birds_chirp chirping vogelgesang oiseaux pájaros uccelli pássaros птиц 鳥 鸟 새소리`,
    ),
  ],
  ['crickets', new Words(`cricket grillen grillons grillos grilli сверчк 虫の声 蟋蟀 귀뚜라미`)],
  ['city', new Words(`city_sound traffic_noise city_hum stadtgeräusch bruit_de_la_ville`)],
  ['thunder', new Words(`thunder$ thunderstorm donner$ tonnerre trueno tuono trovão гром$ 雷鳴 雷声 천둥`)],
  ['crowd', new Words(`crowd$ chatter applause menschenmenge foule multitud folla multidão толп`)],
  ['bell', new Words(`church_bell bells_ring glocke cloche campana sino$ колокол`)],
];

/** Reads what shall move. Total: any string gives wishes, and one without a known word gives none. */
export function readWishes(prompt: string): Wishes {
  const text = clean(prompt);
  const elements = new Map<Element, ElementWish>();
  const still = new Set<Element>();
  let camera: Wishes['camera'];
  let subject: Wishes['subject'];
  const isTimeLapse = MANNER.timeLapse.test(text);
  const isSlowMotion = MANNER.slowMotion.test(text);
  for (const clause of clausesOf(text)) {
    const speed = speedOf(clause);
    const found = CAMERA.find(([, pattern]) => pattern.test(clause));
    const move = found && isNegated(clause, found[1]) && found[0] !== 'still' ? 'still' : found?.[0];
    if (move && !camera) camera = { move, speed };
    const direction = DIRECTIONS.find(([, pattern]) => pattern.test(clause))?.[0];
    const going = SUBJECT.find(([, pattern]) => pattern.test(clause));
    if (going && !subject && !isNegated(clause, going[1])) {
      subject = {
        move: going[0],
        direction: direction ?? (going[0] === 'rise' ? 'up' : 'right'),
        speed,
        isLaunch: LAUNCH.test(text),
        ...nameBefore(clause, going[1]),
      };
    }
    const staysStill = STILL.test(clause) && move === undefined;
    for (const [element, pattern] of ELEMENTS) {
      if (!pattern.test(clause)) continue;
      if (staysStill || isNegated(clause, pattern)) still.add(element);
      else if (!elements.has(element)) {
        elements.set(element, { element, speed, ...(direction && !move ? { direction } : {}) });
      }
    }
  }
  resolveOverlaps(elements, text);
  const turn = MANNER.reverse.test(text) ? 'counterclockwise' : MANNER.clockwise.test(text) ? 'clockwise' : undefined;
  const sounds: SoundKind[] = SOUNDS.filter(([, pattern]) => pattern.test(text)).map(([sound]) => sound);
  if (MANNER.music.test(text)) sounds.push('music');
  return {
    elements: [...elements.values()].filter(({ element }) => !still.has(element)),
    still,
    ...(camera ? { camera } : {}),
    ...(subject ? { subject } : {}),
    isTimeLapse,
    isSlowMotion,
    isCinematic: MANNER.cinematic.test(text),
    isSerene: MANNER.slow.test(text),
    ...(turn ? { turn } : {}),
    sounds,
    ...animalIn(text),
    isEmpty: text.trim() === '',
  };
}

/** "the old car slowly drives off": the car. Not "it" or "she". */
function nameBefore(clause: string, going: Words): { readonly name?: string } {
  const found = going.find(clause);
  const before = clause.slice(0, found?.start ?? 0);
  const named = /(?<![\p{L}])(?:the|a|an|my|her|his|this|that|our)\s+([a-z][a-z\s-]*)$/u.exec(before)?.[1];
  const words = named?.split(/\s+/).filter((word) => word !== '' && !/ly$|^(?:is|are|then|now|suddenly)$/.test(word));
  const name = words?.at(-1);
  return name ? { name } : {};
}

function animalIn(text: string): { readonly animal?: string } {
  const animal = ANIMALS.exec(text)?.[1];
  return animal ? { animal } : {};
}

const ANIMALS =
  /(?<!\p{L})(cat|kitten|dog|puppy|horse|pony|bird|duck|goose|swan|sheep|lamb|cow|calf|elephant|bear|zebra|giraffe|fox|wolf|deer|rabbit|hamster|lion|tiger|fish)s?(?!\p{L})/u;

function clean(prompt: string): string {
  const text = prompt.slice(0, PROMPT_CHARACTERS_MAX).toWellFormed().normalize('NFKC').toLowerCase();
  return text.replaceAll('’', "'").replaceAll(/[^\S\n]+/gu, ' ');
}

function clausesOf(text: string): readonly string[] {
  return text
    .split(
      /[.,;:!?、。，；：！？\n]+|(?<!\p{L})(?:and|while|as|but|then|und|während|aber|et|pendant|mais|y|mientras|pero|e|mentre|ma|enquanto|mas|и|пока|но)(?!\p{L})/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function isNegated(clause: string, words: Words): boolean {
  const found = words.find(clause);
  return (
    found !== undefined && (NO_BEFORE.test(clause.slice(0, found.start)) || NO_AFTER.test(clause.slice(found.end)))
  );
}

function speedOf(clause: string): number {
  if (MANNER.fast.test(clause)) return 1.7;
  return MANNER.slow.test(clause) ? 0.65 : 1;
}

const GREETS =
  /(?<!\p{L})(?:she|he|they|woman|women|man|men|girl|boy|person|people|child|children|lady|astronaut)\s+(?:\p{L}+ly\s+|is\s+|are\s+)?(?:wave|waves|waving)(?!\p{L})/gu;
const WAVES = new Words(ELEMENT_WORDS.waves);

/** A word often names two things: falling stars are no turning stars, and a flickering fire is not the lamps. */
function resolveOverlaps(elements: Map<Element, ElementWish>, text: string): void {
  const drop = (element: Element, unless?: RegExp) => {
    if (!unless?.test(text)) elements.delete(element);
  };
  if (elements.has('meteors'))
    drop('stars', /(?<!shooting |falling )stars?(?: |-)(?:move|turn|wheel|rotate|drift|twinkle)/u);
  if (elements.has('aurora') || elements.has('rays')) drop('lights', /lamp|flicker|lantern|neon/u);
  if (elements.has('fire')) drop('lights', /lamp|lantern|neon|city/u);
  if (elements.has('leaves')) drop('foliage', /tree|grass|branch/u);
  if (elements.has('petals')) drop('foliage', /tree|grass|branch/u);
  if (elements.has('fireflies') || elements.has('sunrise') || elements.has('sunset'))
    drop('lights', /lamp|flicker|lantern|neon|city/u);
  // A hand that waves is no surf.
  if (elements.has('waves') && !WAVES.test(text.replace(GREETS, ' '))) drop('waves');
  if (elements.has('waterfall')) drop('water', /lake|sea|ripple|pond/u);
  if (elements.has('stream')) drop('water', /lake|sea|ripple|pond/u);
}
