import { addAt, SAMPLE_RATE, samplesOf } from '../dsp.ts';
import type { Voice, VoiceOutput } from '../voice.ts';
import { compose, type Note } from './compose.ts';
import { DRUMS } from './drums.ts';
import { INSTRUMENTS } from './instruments.ts';
import { styleOf } from './styles.ts';

/** A small composition for the film's length, in the style that is asked for or that fits the mood. */
export const music: Voice = {
  levelDb: -20,
  measure: 'rms',
  reverb: 0.3,
  render({ length, seconds, random, cue }): VoiceOutput {
    const score = compose(styleOf(cue), seconds, random.fork('score'), cue.loops === true);
    const [left, right] = [new Float32Array(length), new Float32Array(length)];
    const played = new Map<string, Float32Array>();
    for (const note of score.notes) {
      const key = `${note.instrument} ${note.pitch} ${note.seconds.toFixed(3)} ${Math.round(note.force * 6)}`;
      const sound = played.get(key) ?? play(note);
      played.set(key, sound);
      const start = samplesOf(note.start);
      const angle = ((note.pan + 1) * Math.PI) / 4;
      // The far ear hears it a little later: width without another rendering.
      const late = Math.round(note.pan * 0.0004 * SAMPLE_RATE);
      addAt(left, sound, start + Math.max(0, late), note.gain * Math.cos(angle));
      addAt(right, sound, start + Math.max(0, -late), note.gain * Math.sin(angle));
    }
    for (const { drum, start, gain } of score.beats) {
      const sound = played.get(drum) ?? DRUMS[drum](random.fork(drum));
      played.set(drum, sound);
      const pan = DRUM_PANS[drum] ?? 0;
      addAt(left, sound, samplesOf(start), gain * 0.7 * (1 - pan));
      addAt(right, sound, samplesOf(start), gain * 0.7 * (1 + pan));
    }
    return [left, right];

    function play({ instrument, pitch, seconds: long, force }: Note): Float32Array {
      const sound = INSTRUMENTS[instrument]({
        hertz: 440 * 2 ** ((pitch - 69) / 12),
        seconds: long,
        force: Math.round(force * 6) / 6,
        random: random.fork(`${instrument}${pitch}`),
      });
      return normalized(sound);
    }
  },
};

const DRUM_PANS: Readonly<Partial<Record<string, number>>> = {
  hat: 0.25,
  openHat: 0.25,
  ride: -0.3,
  shaker: -0.2,
  tom: 0.2,
};

/** Every instrument as loud as another: the arrangement alone decides. */
function normalized(sound: Float32Array): Float32Array {
  let squares = 0;
  const head = Math.min(sound.length, Math.round(0.4 * SAMPLE_RATE));
  for (let i = 0; i < head; i++) squares += sound[i]! ** 2;
  const size = Math.sqrt(squares / Math.max(1, head));
  return size < 1e-6 ? sound : sound.map((sample) => (sample * 0.2) / size);
}
