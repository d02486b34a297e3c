import { addAt, filter, SAMPLE_RATE, samplesOf, shape, tone, whiteNoise } from './dsp.ts';
import { type Speaker, speakerOf } from './speakers.ts';
import type { Recording } from './speech/recording.ts';
import { humOf } from './speech/syllables.ts';
import type { Voice, VoiceRequest } from './voice.ts';

/** Words said by a synthesiser where there is one that can; otherwise a melody with their timing and intonation. */
export const speech: Voice = {
  levelDb: -17,
  measure: 'rms',
  reverb: 0.1,
  render(request) {
    const { length, cue, random } = request;
    const speaker = speakerOf(cue.speaker);
    const spoken = cue.say ? place(cue.say(speaker), length) : hum(request, speaker);
    if (speaker.isMachine) return throughMachine(spoken, (speaker.pitchHz[0] + speaker.pitchHz[1]) / 2, random);
    return spoken;
  },
};

/** At our own rate, with weight below and presence above what a synthesiser of 16 kHz has. */
function place({ samples, sampleRate }: Recording, length: number): Float32Array {
  const out = new Float32Array(length);
  const step = sampleRate / SAMPLE_RATE;
  const end = Math.min(length, Math.floor((samples.length - 2) / step));
  for (let i = 0; i < end; i++) {
    const at = i * step;
    const k = Math.floor(at);
    const t = at - k;
    const [a, b, c, d] = [samples[k - 1] ?? 0, samples[k]!, samples[k + 1]!, samples[k + 2] ?? 0];
    // A cubic through four samples: straight lines would add a hiss above 8 kHz.
    out[i] = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
  return filter(filter(out, 'highpass', 70), 'lowpass', Math.min(sampleRate / 2, 9000));
}

/** A voice-like tone: a buzzing source through two formants that glide. */
function vowel(
  seconds: number,
  pitchHz: (s: number) => number,
  first: (s: number) => number,
  second: (s: number) => number,
): Float32Array {
  const buzz = tone(
    samplesOf(seconds),
    pitchHz,
    Array.from({ length: 14 }, (_, i) => [i + 1, 1 / (i + 1) ** 0.7] as const),
  );
  const out = filter(buzz.slice(), 'bandpass', first, 5);
  addAt(out, filter(buzz, 'bandpass', second, 7), 0, 0.7);
  return shape(out, (s) => Math.min(1, s / 0.03) * Math.min(1, Math.max(0, (seconds - s) / 0.06)));
}

const VOWEL_FORMANTS: Readonly<Record<string, readonly [number, number]>> = {
  a: [750, 1250],
  e: [500, 1850],
  i: [320, 2250],
  o: [480, 900],
  u: [330, 800],
  y: [320, 2100],
};

function hum({ length, random, cue }: VoiceRequest, { pitchHz, formants, pace }: Speaker): Float32Array {
  const out = new Float32Array(length);
  for (const { letters, start, seconds } of humOf(cue.text ?? '', pace)) {
    const [f1, f2] = VOWEL_FORMANTS[/[aeiouy]/.exec(letters)?.[0] ?? 'e']!;
    const pitch = random.between(...pitchHz);
    const sung = vowel(
      seconds,
      (s) => pitch * (1.08 - 0.5 * s),
      (s) => formants * f1 * (0.8 + 0.4 * Math.min(1, s / 0.06)),
      () => formants * f2,
    );
    addAt(out, sung, samplesOf(start), 1);
  }
  return out;
}

/** Centres of the bands through which a machine speaks, as the ear spaces them. */
const BANDS_HZ = [180, 290, 420, 560, 720, 900, 1110, 1350, 1640, 1980, 2400, 2900];

/**
 * A voice through a machine: it rings in a short tube, which lends it one pitch, and beside it a buzz speaks the same
 * words. The words are understood by what is left of the voice itself: with the buzz alone hardly anybody follows them.
 */
function throughMachine(voice: Float32Array, pitchHz: number, random: VoiceRequest['random']): Float32Array {
  const { length } = voice;
  const carrier = whiteNoise(length, random);
  const step = pitchHz / SAMPLE_RATE;
  for (let i = 0; i < length; i++) carrier[i] = ((i * step) % 1) - 0.5 + 0.05 * carrier[i]!;
  const tube = Math.round(SAMPLE_RATE / pitchHz);
  const out = new Float32Array(length);
  for (let i = 0; i < length; i++) out[i] = 0.95 * voice[i]! + 0.22 * (out[i - tube] ?? 0);
  for (const centre of BANDS_HZ) {
    const heard = filter(voice.slice(), 'bandpass', centre, 5);
    const source = filter(carrier.slice(), 'bandpass', centre, 5);
    let level = 0;
    for (let i = 0; i < length; i++) {
      const size = Math.abs(heard[i]!);
      level += (size - level) * (size > level ? 0.012 : 0.0016);
      out[i]! += source[i]! * level * 0.7;
    }
  }
  return out;
}
