import type { Random } from '../../random.ts';
import type { DrumName } from './drums.ts';
import { chordsFor, type Harmony } from './harmony.ts';
import type { InstrumentName } from './instruments.ts';
import { melodyOver } from './melody.ts';
import { type Layer, SCALES, type Style } from './style.ts';

/** A note of the score; pitch in semitones, 69 is the A of 440 Hz. */
export interface Note {
  readonly instrument: InstrumentName;
  readonly pitch: number;
  readonly start: number;
  readonly seconds: number;
  readonly force: number;
  readonly gain: number;
  readonly pan: number;
}

export interface Beat {
  readonly drum: DrumName;
  readonly start: number;
  readonly gain: number;
}

export interface Score {
  readonly notes: readonly Note[];
  readonly beats: readonly Beat[];
  /** When the last chord falls; a piece that loops has none. */
  readonly endSeconds?: number;
}

/** What the last chord needs to ring out. */
const RING_SECONDS = 2.4;

/**
 * Writes a piece of exactly a film's length: whole bars, at a tempo near the style's own, then the tonic, which rings
 * until the end. A piece that loops leads back to its start instead.
 */
export function compose(style: Style, seconds: number, random: Random, loops: boolean): Score {
  const ring = loops ? 0 : Math.min(RING_SECONDS, seconds * 0.28);
  const wanted = (60 / random.between(...style.beatsPerMinute)) * style.beats;
  const bars = Math.max(1, Math.round((seconds - ring) / wanted));
  const bar = (seconds - ring) / bars;
  const tonic = 57 + Math.floor(random.next() * 8) - 4;
  const harmony = chordsFor(style, { bars, bar, tonic, loops }, random.fork('harmony'));
  const melody = melodyOver(style, harmony, random.fork('melody'));
  const notes = style.layers.flatMap((layer, index) => {
    const play = layer.part === 'melody' ? melodyNotes(layer, melody, harmony) : playLayer(layer, style, harmony);
    return humanize(play, style, bar / style.beats, random.fork(`hand${index}`));
  });
  const beats = beatsOf(style, bars, bar, random.fork('drums'));
  if (loops) return { notes, beats };
  const end = bars * bar;
  return {
    notes: [...notes, ...lastChord(style, harmony, end, ring)],
    beats: style.groove ? [...beats, ...lastBeat(style, end)] : beats,
    endSeconds: end,
  };
}

interface Draft {
  readonly pitch: number;
  readonly start: number;
  readonly seconds: number;
  readonly force: number;
  readonly layer: Layer;
}

/** Brings a pitch into the octave above a layer's lowest note. */
const into = (pitch: number, octave: number): number => {
  const least = (octave + 1) * 12 - 2;
  return least + ((((pitch - least) % 12) + 12) % 12);
};

function melodyNotes(layer: Layer, melody: ReturnType<typeof melodyOver>, { tonic }: Harmony): Draft[] {
  const lift = into(tonic, layer.octave) - tonic;
  return melody.map(({ pitch, start, seconds, force }) => ({ pitch: pitch + lift, start, seconds, force, layer }));
}

function playLayer(layer: Layer, style: Style, { chords, bar }: Harmony): Draft[] {
  const beat = bar / style.beats;
  return chords.flatMap(({ start, seconds, voicing, root, fifth }): Draft[] => {
    const bass = into(root, layer.octave);
    const high = voicing.map((pitch) => pitch + (layer.octave - 4) * 12);
    const count = Math.max(1, Math.round(seconds / beat));
    const at = (pitch: number, offset: number, length: number, force = 0.6): Draft => ({
      pitch,
      start: start + offset,
      seconds: length,
      force,
      layer,
    });
    const each = <T>(times: number, make: (i: number) => T): T[] => Array.from({ length: times }, (_, i) => make(i));
    switch (layer.part) {
      case 'hold':
        return high.map((pitch) => at(pitch, 0, seconds, 0.5));
      case 'stab':
        // On the second beat, and on the "and" of the third.
        return each(Math.ceil(count / 2), (i) => i).flatMap((i) =>
          [1, 2.5]
            .map((place) => i * 4 + place)
            .filter((place) => place < count)
            .flatMap((place) => high.map((pitch) => at(pitch, place * beat, beat * 0.7, place % 1 ? 0.45 : 0.6))),
        );
      case 'arpeggio': {
        const up = [...high, high[0]! + 12, high[1]! + 12].slice(0, 5);
        const figure = [0, 2, 1, 3, 2, 4, 3, 2];
        return each(count * 2, (i) =>
          at(up[figure[i % 8]! % up.length]!, (i * beat) / 2, beat * 0.9, i % (style.beats * 2) === 0 ? 0.75 : 0.5),
        );
      }
      case 'strum':
        return each(count, (i) => i).flatMap((i) =>
          [0, ...(i % 2 === 1 ? [0.5] : [])].flatMap((half) =>
            high.map((pitch, string) =>
              at(
                pitch,
                (i + half) * beat + string * 0.011 * (half ? 0.6 : 1),
                beat * 0.8,
                half ? 0.4 : i % 2 ? 0.7 : 0.55,
              ),
            ),
          ),
        );
      case 'oom':
        return each(count, (i) => i)
          .filter((i) => i % style.beats !== 0 && (style.beats === 3 || i % 2 === 1))
          .flatMap((i) => high.map((pitch) => at(pitch, i * beat, beat * 0.45, 0.5)));
      case 'roots':
        return [at(bass, 0, seconds * 0.95, 0.7)];
      case 'fifths':
        return each(Math.ceil(count / 2), (i) =>
          at(i % 2 ? into(fifth, layer.octave) : bass, i * 2 * beat, beat * 1.5, 0.7),
        );
      case 'walking': {
        const steps = [bass, into(voicing[1]!, layer.octave), into(fifth, layer.octave), bass + 9];
        return each(count, (i) => at(steps[i % 4]!, i * beat, beat * 0.92, i === 0 ? 0.8 : 0.6));
      }
      case 'eighths':
        return each(count * 2, (i) =>
          at(bass + (i % 8 === 7 ? 12 : 0), (i * beat) / 2, beat * 0.42, i % 2 ? 0.5 : 0.8),
        );
      case 'ostinato': {
        const figure = [bass, bass, into(fifth, layer.octave), bass, bass + 12, bass, into(fifth, layer.octave), bass];
        return each(count * 2, (i) => at(figure[i % 8]!, (i * beat) / 2, beat * 0.36, i % 4 === 0 ? 0.85 : 0.55));
      }
      default:
        return [];
    }
  });
}

/** Nobody plays like a clock: swing, a little early or late, never equally hard. */
function humanize(drafts: readonly Draft[], { swing = 0, looseness }: Style, beat: number, random: Random): Note[] {
  return drafts.map(({ pitch, start, seconds, force, layer }) => {
    const inBeat = (start / beat) % 1;
    const isOff = Math.abs(inBeat - 0.5) < 0.06;
    const late = (isOff ? swing * beat * 0.5 : 0) + looseness * (random.next() + random.next() - 1);
    return {
      instrument: layer.instrument,
      pitch,
      start: Math.max(0, start + late),
      seconds,
      force: Math.min(1, Math.max(0.1, force * random.between(0.86, 1.12))),
      gain: layer.gain * (0.55 + 0.45 * force) * random.between(0.9, 1.06),
      pan: layer.pan ?? 0,
    };
  });
}

function beatsOf(
  { groove, grooveGain = 0.7, swing = 0, looseness, beats }: Style,
  bars: number,
  bar: number,
  random: Random,
): Beat[] {
  if (!groove) return [];
  const slots = beats * 4;
  const slot = bar / slots;
  const found: Beat[] = [];
  for (const [drum, pattern] of Object.entries(groove) as [DrumName, string][]) {
    for (let b = 0; b < bars; b++) {
      for (let i = 0; i < slots; i++) {
        const mark = pattern[i];
        if (mark === undefined || mark === '.') continue;
        const late =
          (i % 4 === 2 || i % 4 === 3 ? swing * slot : 0) + looseness * 0.6 * (random.next() + random.next() - 1);
        const start = b * bar + i * slot + late - (drum === 'swell' ? 1 : 0);
        if (start < -0.01) continue;
        found.push({
          drum,
          start: Math.max(0, start),
          gain: grooveGain * (mark === 'x' ? 1 : 0.45) * random.between(0.85, 1.05),
        });
      }
    }
  }
  return found;
}

/** The tonic in all that play chords or basses, and at the top the melody's last note. */
function lastChord(style: Style, { tonic }: Harmony, start: number, seconds: number): Note[] {
  const scale = SCALES[style.scale];
  return style.layers.flatMap(({ instrument, part, octave, gain, pan = 0 }): Note[] => {
    const isBass =
      part === 'roots' || part === 'walking' || part === 'eighths' || part === 'fifths' || part === 'ostinato';
    const root = into(tonic, octave);
    const pitches = isBass ? [root] : part === 'melody' ? [root] : [root, root + scale[2]!, root + scale[4]!];
    return pitches.map((pitch, string) => ({
      instrument,
      pitch,
      start: start + string * (part === 'strum' || part === 'arpeggio' ? 0.03 : 0),
      seconds: Math.max(0.2, seconds - 0.5),
      force: 0.65,
      gain: gain * (part === 'stab' || part === 'oom' ? 0.7 : 0.9),
      pan,
    }));
  });
}

function lastBeat({ groove = {}, grooveGain = 0.7 }: Style, start: number): Beat[] {
  const drums = (['kick', 'taiko', 'timpani', 'crash', 'ride'] as const).filter((drum) => groove[drum]);
  return drums.map((drum) => ({ drum, start, gain: grooveGain }));
}
