/** How somebody sounds who speaks: what tells people apart while the words are the same. */
export interface Speaker {
  /** Of each syllable, drawn from between. */
  readonly pitchHz: readonly [lowest: number, highest: number];
  /** Of all formants: a shorter throat has higher ones. 1 is a man's. */
  readonly formants: number;
  /** Syllables in the time of one, where words are only hummed; below 1 is slower. */
  readonly pace: number;
  /** Speaks through a machine. */
  readonly isMachine?: true;
}

/** Who speaks where nobody was asked for. */
export const ANYBODY: Speaker = { pitchHz: [125, 150], formants: 1, pace: 1 };

/** The preset voices of the API, as near as a synthesiser comes to them, and those of characters. */
const SPEAKERS: Readonly<Record<string, Speaker>> = {
  eve: { pitchHz: [205, 245], formants: 1.17, pace: 1.1 },
  ara: { pitchHz: [175, 205], formants: 1.12, pace: 0.94 },
  rex: { pitchHz: [90, 106], formants: 0.9, pace: 0.92 },
  sal: { pitchHz: [135, 170], formants: 1.05, pace: 1 },
  leo: { pitchHz: [104, 124], formants: 0.95, pace: 1.06 },
  man: { pitchHz: [112, 132], formants: 0.97, pace: 1 },
  oldMan: { pitchHz: [114, 134], formants: 0.99, pace: 0.88 },
  woman: { pitchHz: [180, 215], formants: 1.14, pace: 1 },
  oldWoman: { pitchHz: [165, 190], formants: 1.1, pace: 0.88 },
  child: { pitchHz: [250, 285], formants: 1.25, pace: 1.05 },
  robot: { pitchHz: [148, 152], formants: 1.1, pace: 0.95, isMachine: true },
  small: { pitchHz: [280, 320], formants: 1.3, pace: 1.1 },
  beast: { pitchHz: [80, 96], formants: 0.92, pace: 0.85 },
};

/** @param name Whose name is not known sounds like anybody. */
export function speakerOf(name: string | undefined): Speaker {
  return (name !== undefined && Object.hasOwn(SPEAKERS, name) ? SPEAKERS[name] : undefined) ?? ANYBODY;
}

const SMALL_ANIMALS = /^(?:cat|bird|fish|fox|owl|parrot|penguin|duck|chicken|mouse|rabbit|squirrel|hedgehog|frog)$/u;
const CHILDREN = /\b(?:child|children|kids?|boys?|girls?|bab(?:y|ies)|toddlers?|schoolboy|schoolgirl|elf|fairy)\b/iu;
const WOMEN =
  /\b(?:wom[ae]n|lad(?:y|ies)|queen|princess|mother|mom|mum|grandmother|grandma|nurse|witch|bride|actress|waitress|ballerina|mermaid|goddess|sister|aunt|wife|nun|female)\b/iu;
const OLD = /\b(?:old|elderly|aged|ancient|grey-haired|grand(?:father|mother|pa|ma)|wizard)\b/iu;

/** The voice that fits who speaks, where no voice was asked for. */
export function speakerNameFor(actor: {
  readonly kind: string;
  readonly word: string;
  readonly size: number;
  readonly attributes: readonly string[];
}): string {
  const words = [actor.word, ...actor.attributes].join(' ');
  if (actor.kind === 'robot' || /\b(?:robot|android|cyborg|drone|droid|machine)\b/iu.test(words)) return 'robot';
  if (actor.kind !== 'person') return SMALL_ANIMALS.test(actor.kind) || actor.size < 0.6 ? 'small' : 'beast';
  if (CHILDREN.test(words) || actor.size < 0.72) return 'child';
  const isOld = OLD.test(words);
  return WOMEN.test(words) ? (isOld ? 'oldWoman' : 'woman') : isOld ? 'oldMan' : 'man';
}
