import type { Mood, MusicKind } from '../../scene.ts';
import type { SoundCue } from '../cue.ts';
import { layer, type Style } from './style.ts';

export type StyleName = MusicKind | 'waltz' | 'drums' | 'guitar' | 'sad' | 'eerie' | 'romantic' | 'playful';

export const STYLES: Readonly<Record<StyleName, Style>> = {
  calm: {
    beatsPerMinute: [66, 78],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 4, 5, 3],
      [0, 2, 3, 4],
      [3, 0, 4, 5],
    ],
    hasSevenths: true,
    looseness: 0.018,
    layers: [
      layer('pad', 'hold', 3, 0.5),
      layer('piano', 'arpeggio', 4, 0.75, -0.2),
      layer('bells', 'melody', 5, 0.28, 0.3),
      layer('uprightBass', 'roots', 2, 0.5),
    ],
  },
  piano: {
    beatsPerMinute: [70, 86],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 4, 5, 3],
      [5, 3, 0, 4],
      [0, 5, 3, 4],
    ],
    looseness: 0.016,
    layers: [
      layer('piano', 'arpeggio', 3, 0.7, -0.25),
      layer('piano', 'melody', 5, 1, 0.2),
      layer('piano', 'roots', 2, 0.6, -0.1),
    ],
  },
  classical: {
    beatsPerMinute: [84, 100],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 3, 4, 0],
      [0, 5, 1, 4],
      [0, 4, 5, 2, 3, 0, 3, 4],
    ],
    looseness: 0.012,
    layers: [
      layer('strings', 'melody', 5, 0.7, -0.3),
      layer('strings', 'stab', 4, 0.32, 0.25),
      layer('lowStrings', 'roots', 2, 0.6, 0.4),
      layer('harp', 'arpeggio', 4, 0.35, -0.5),
    ],
  },
  orchestral: {
    beatsPerMinute: [92, 108],
    beats: 4,
    scale: 'minor',
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 5, 4],
      [0, 6, 5, 6],
    ],
    looseness: 0.01,
    layers: [
      layer('lowStrings', 'ostinato', 3, 0.55, 0.3),
      layer('strings', 'hold', 4, 0.4, -0.3),
      layer('brass', 'melody', 4, 0.62, 0.15),
      layer('choir', 'hold', 4, 0.35),
      layer('lowStrings', 'roots', 1, 0.6),
    ],
    groove: { taiko: 'x.....o.x...o...', timpani: 'x...............', swell: '............x...' },
    grooveGain: 0.75,
  },
  jazz: {
    beatsPerMinute: [104, 132],
    beats: 4,
    scale: 'major',
    progressions: [
      [1, 4, 0, 5],
      [0, 5, 1, 4],
      [2, 5, 1, 4],
    ],
    hasSevenths: true,
    swing: 0.31,
    looseness: 0.014,
    layers: [
      layer('uprightBass', 'walking', 2, 0.95),
      layer('electricPiano', 'stab', 4, 0.4, -0.35),
      layer('saxophone', 'melody', 4, 0.6, 0.2),
    ],
    groove: { ride: 'x...x..ox...x..o', brush: '....o.......o...', hat: '....x.......x...' },
    grooveGain: 0.4,
  },
  electronic: {
    beatsPerMinute: [108, 122],
    beats: 4,
    scale: 'minor',
    progressions: [
      [0, 5, 2, 6],
      [5, 6, 0, 0],
      [0, 2, 6, 5],
    ],
    looseness: 0,
    layers: [
      layer('synthBass', 'eighths', 2, 0.75),
      layer('pad', 'hold', 4, 0.42),
      layer('lead', 'arpeggio', 4, 0.4, 0.35),
      layer('lead', 'melody', 5, 0.42, -0.2),
    ],
    groove: { kick: 'x...x...x...x...', clap: '....x.......x...', hat: '..o...o...o...o.' },
    grooveGain: 0.85,
  },
  rock: {
    beatsPerMinute: [116, 136],
    beats: 4,
    scale: 'minor',
    progressions: [
      [0, 5, 2, 6],
      [0, 6, 5, 6],
      [0, 3, 0, 4],
    ],
    looseness: 0.008,
    layers: [
      layer('overdriven', 'eighths', 2, 0.4, -0.45),
      layer('overdriven', 'hold', 3, 0.26, 0.45),
      layer('synthBass', 'eighths', 2, 0.6),
      layer('lead', 'melody', 5, 0.4, 0.1),
    ],
    groove: { kick: 'x.....x.x.x.....', snare: '....x.......x...', hat: 'x.o.x.o.x.o.x.o.' },
    grooveGain: 0.95,
  },
  folk: {
    beatsPerMinute: [92, 112],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 3, 0, 4],
      [0, 4, 5, 3],
      [0, 5, 3, 4],
    ],
    looseness: 0.014,
    layers: [
      layer('guitar', 'strum', 3, 0.75, -0.25),
      layer('guitar', 'arpeggio', 4, 0.5, 0.3),
      layer('flute', 'melody', 5, 0.42, 0.1),
      layer('uprightBass', 'fifths', 2, 0.6),
    ],
    groove: { shaker: 'o.x.o.x.o.x.o.x.' },
    grooveGain: 0.28,
  },
  lofi: {
    beatsPerMinute: [72, 84],
    beats: 4,
    scale: 'dorian',
    progressions: [
      [0, 3, 6, 2],
      [3, 6, 2, 5],
      [0, 5, 3, 4],
    ],
    hasSevenths: true,
    swing: 0.18,
    looseness: 0.022,
    layers: [
      layer('electricPiano', 'stab', 4, 0.6, -0.15),
      layer('uprightBass', 'roots', 2, 0.85),
      layer('bells', 'melody', 5, 0.22, 0.35),
    ],
    groove: { kick: 'x.....x...x.....', rim: '....x.......x..o', hat: 'o.o.o.o.o.o.o.o.' },
    grooveGain: 0.6,
  },
  ambient: {
    beatsPerMinute: [52, 62],
    beats: 4,
    scale: 'lydian',
    progressions: [
      [0, 4, 1, 5],
      [0, 1, 0, 5],
      [0, 3, 5, 4],
    ],
    hasSevenths: true,
    looseness: 0.03,
    layers: [layer('pad', 'hold', 3, 0.8), layer('choir', 'hold', 4, 0.25), layer('bells', 'melody', 5, 0.25, 0.4)],
  },
  chiptune: {
    beatsPerMinute: [128, 150],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 4, 5, 3],
      [0, 5, 3, 4],
      [3, 4, 0, 5],
    ],
    looseness: 0,
    layers: [
      layer('pulse', 'melody', 5, 0.5, -0.1),
      layer('square', 'arpeggio', 5, 0.28, 0.3),
      layer('triangle', 'eighths', 3, 0.9),
    ],
    groove: { chip: '....x.......x.oo', kick: 'x.......x.......' },
    grooveGain: 0.5,
  },
  dance: {
    beatsPerMinute: [116, 128],
    beats: 4,
    scale: 'mixolydian',
    progressions: [
      [0, 6, 3, 0],
      [0, 4, 5, 3],
      [5, 3, 0, 4],
    ],
    looseness: 0.006,
    layers: [
      layer('synthBass', 'eighths', 2, 0.75),
      layer('electricPiano', 'stab', 4, 0.5, -0.3),
      layer('brass', 'melody', 5, 0.36, 0.2),
      layer('strings', 'hold', 5, 0.18, 0.3),
    ],
    groove: {
      kick: 'x...x...x...x...',
      clap: '....x.......x...',
      openHat: '..x...x...x...x.',
      shaker: 'oooooooooooooooo',
    },
    grooveGain: 0.85,
  },
  suspense: {
    beatsPerMinute: [76, 92],
    beats: 4,
    scale: 'phrygian',
    progressions: [
      [0, 1, 0, 1],
      [0, 5, 1, 0],
      [0, 1, 5, 4],
    ],
    looseness: 0.008,
    layers: [
      layer('lowStrings', 'ostinato', 2, 0.6, -0.2),
      layer('pad', 'hold', 3, 0.5),
      layer('strings', 'melody', 5, 0.25, 0.3),
    ],
    groove: { taiko: 'x.........o.....', rim: '..........o...o.' },
    grooveGain: 0.6,
  },
  waltz: {
    beatsPerMinute: [138, 168],
    beats: 3,
    scale: 'major',
    progressions: [
      [0, 0, 4, 4, 4, 4, 0, 0],
      [0, 3, 4, 0],
      [0, 5, 1, 4],
    ],
    looseness: 0.012,
    layers: [
      layer('accordion', 'oom', 4, 0.4, -0.25),
      layer('strings', 'melody', 5, 0.62, 0.2),
      layer('uprightBass', 'roots', 2, 0.7),
    ],
  },
  drums: {
    beatsPerMinute: [96, 116],
    beats: 4,
    scale: 'minor',
    progressions: [[0, 0, 5, 6]],
    looseness: 0.008,
    layers: [layer('lowStrings', 'roots', 1, 0.3)],
    groove: { taiko: 'x..o..x.x..o....', tom: '....o.o...o.xoxo', rim: 'o.o.o.o.o.o.o.o.', crash: 'o...............' },
    grooveGain: 1.1,
  },
  guitar: {
    beatsPerMinute: [78, 94],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 5, 3, 4],
      [0, 2, 3, 4],
    ],
    looseness: 0.016,
    layers: [
      layer('guitar', 'arpeggio', 3, 0.85, -0.15),
      layer('guitar', 'melody', 5, 0.7, 0.2),
      layer('guitar', 'roots', 2, 0.6),
    ],
  },
  sad: {
    beatsPerMinute: [60, 72],
    beats: 4,
    scale: 'minor',
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 5, 4],
    ],
    looseness: 0.018,
    layers: [
      layer('piano', 'arpeggio', 3, 0.7, -0.2),
      layer('strings', 'hold', 4, 0.3, 0.2),
      layer('piano', 'melody', 5, 0.8, 0.1),
    ],
  },
  eerie: {
    beatsPerMinute: [54, 66],
    beats: 4,
    scale: 'phrygian',
    progressions: [
      [0, 1, 0, 4],
      [0, 5, 1, 4],
    ],
    looseness: 0.03,
    layers: [layer('pad', 'hold', 3, 0.6), layer('choir', 'hold', 4, 0.3), layer('bells', 'arpeggio', 5, 0.22, 0.4)],
  },
  romantic: {
    beatsPerMinute: [72, 84],
    beats: 3,
    scale: 'major',
    progressions: [
      [0, 5, 1, 4],
      [0, 2, 3, 4],
    ],
    hasSevenths: true,
    looseness: 0.018,
    layers: [
      layer('piano', 'oom', 4, 0.5, -0.2),
      layer('strings', 'melody', 5, 0.5, 0.2),
      layer('strings', 'hold', 4, 0.2, 0.3),
      layer('uprightBass', 'roots', 2, 0.5),
    ],
  },
  playful: {
    beatsPerMinute: [112, 132],
    beats: 4,
    scale: 'major',
    progressions: [
      [0, 3, 0, 4],
      [0, 5, 1, 4],
    ],
    looseness: 0.01,
    layers: [
      layer('harp', 'oom', 4, 0.6, -0.3),
      layer('flute', 'melody', 5, 0.5, 0.2),
      layer('bells', 'arpeggio', 5, 0.2, 0.4),
      layer('uprightBass', 'fifths', 2, 0.7),
    ],
    groove: { shaker: 'o.o.o.o.o.o.o.o.', rim: '....o.......o...' },
    grooveGain: 0.25,
  },
};

const OF_MOOD: Readonly<Record<Mood | 'bright', StyleName>> = {
  happy: 'playful',
  calm: 'calm',
  romantic: 'romantic',
  sad: 'sad',
  tense: 'suspense',
  eerie: 'eerie',
  epic: 'orchestral',
  dreamy: 'ambient',
  playful: 'playful',
  angry: 'rock',
  bright: 'folk',
};

/** Music asked for by its kind is of that kind; otherwise its mood decides. */
export function styleOf({ music, mood }: Pick<SoundCue, 'music' | 'mood'>): Style {
  const style = STYLES[music ?? OF_MOOD[mood ?? 'calm']];
  // A sad piano is in minor.
  const isDark = music !== undefined && (mood === 'sad' || mood === 'eerie' || mood === 'tense' || mood === 'angry');
  return isDark && style.scale === 'major' ? { ...style, scale: 'minor' } : style;
}
