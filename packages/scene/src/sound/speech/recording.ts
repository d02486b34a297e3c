/** Languages that somebody can be had to speak in; others are spelled for one of these, or hummed. */
export type SpokenLanguage = 'en' | 'es' | 'de' | 'fr';

/** How words are to be said. */
export interface Manner {
  readonly language: SpokenLanguage;
  /** Of the synthesiser's own voice: 1 as it is, 2 an octave higher. */
  readonly pitch: number;
  /** 1 as it is; 2 in half the time. */
  readonly pace: number;
}

/** What was said: one channel, from the first sound on. */
export interface Recording {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** Says words aloud: a synthesiser from outside. Pure: equal words in an equal manner give equal samples. */
export type Say = (text: string, manner: Manner) => Recording;
