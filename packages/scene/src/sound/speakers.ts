/** How somebody sounds who speaks: what tells people apart while the words are the same. */
export interface Speaker {
  /** Of each syllable, drawn from between. */
  readonly pitchHz: readonly [lowest: number, highest: number];
  /** Of all formants: a shorter throat has higher ones. 1 is the voice of nobody in particular. */
  readonly formants: number;
  /** Syllables in the time of one; below 1 is slower. */
  readonly pace: number;
}

/** Who speaks where nobody was asked for. */
export const ANYBODY: Speaker = { pitchHz: [125, 150], formants: 1, pace: 1 };

/** The preset voices of the API, as near as a synthesiser of syllables comes to them. */
const SPEAKERS: Readonly<Record<string, Speaker>> = {
  eve: { pitchHz: [205, 245], formants: 1.17, pace: 1.1 },
  ara: { pitchHz: [175, 205], formants: 1.12, pace: 0.94 },
  rex: { pitchHz: [84, 102], formants: 0.9, pace: 0.92 },
  sal: { pitchHz: [135, 170], formants: 1.05, pace: 1 },
  leo: { pitchHz: [104, 124], formants: 0.95, pace: 1.06 },
};

/** @param name Whose name is not known sounds like anybody. */
export function speakerOf(name: string | undefined): Speaker {
  return (name !== undefined && Object.hasOwn(SPEAKERS, name) ? SPEAKERS[name] : undefined) ?? ANYBODY;
}
