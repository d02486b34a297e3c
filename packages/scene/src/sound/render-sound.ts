import { createRandom } from '../random.ts';
import type { SoundKind } from '../scene.ts';
import type { SoundCue } from './cue.ts';
import { addAt, filter, interpolate, peakOf, rootMeanSquare, SAMPLE_RATE, samplesOf, shape } from './dsp.ts';
import { reverberate } from './reverb.ts';
import type { Voice } from './voice.ts';
import * as nature from './voices-nature.ts';
import { speech } from './voices-speech.ts';
import * as tonal from './voices-tonal.ts';
import * as world from './voices-world.ts';

const VOICES: Record<SoundKind, Voice> = {
  ...nature,
  ...world,
  bark: tonal.bark,
  meow: tonal.meow,
  speech,
  bell: tonal.bell,
  chime: tonal.chime,
  robot: tonal.robot,
  space: tonal.space,
  music: tonal.music,
};

const SOUND_METRES_PER_SECOND = 343;
const FADE_SECONDS = 0.04;
/** Peaks stay below −1.5 dBFS, so that AAC's overshoot does not clip. */
const CEILING = 0.84;
/** Brings a usual mix near −18 LUFS; loud scenes then meet the limiter, quiet ones stay quiet. */
const MASTER_GAIN = 1.5;

interface Mix {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly echoLeft: Float32Array;
  readonly echoRight: Float32Array;
}

/**
 * Turns cues into sound.
 * @param seconds Length of the film; the result has exactly that many samples.
 * @param speakers Names of who speaks, in turn; absent: anybody.
 * @returns Interleaved stereo at 48 kHz in [−1, 1]; equal for equal arguments.
 */
export function renderSound(
  cues: readonly SoundCue[],
  seconds: number,
  seed: number,
  speakers: readonly string[] = [],
): Float32Array {
  const length = samplesOf(seconds);
  const mix: Mix = {
    left: new Float32Array(length),
    right: new Float32Array(length),
    echoLeft: new Float32Array(length),
    echoRight: new Float32Array(length),
  };
  const random = createRandom(seed).fork('sound');
  for (const [index, cue] of castSpeakers(cues, speakers).entries())
    addCue(mix, cue, length, random.fork(`${index}:${cue.kind}`));
  reverberate(mix.echoLeft, mix.echoRight);
  const out = new Float32Array(length * 2);
  for (let i = 0; i < length; i++) {
    const edge = Math.min(1, i / samplesOf(FADE_SECONDS), (length - 1 - i) / samplesOf(FADE_SECONDS));
    out[i * 2] = limit(MASTER_GAIN * (mix.left[i]! + mix.echoLeft[i]!)) * edge;
    out[i * 2 + 1] = limit(MASTER_GAIN * (mix.right[i]! + mix.echoRight[i]!)) * edge;
  }
  return out;
}

/** Who speaks first has the first voice, and so on, from the first again when there are more. */
function castSpeakers(cues: readonly SoundCue[], speakers: readonly string[]): readonly SoundCue[] {
  if (speakers.length === 0) return cues;
  let speeches = 0;
  return cues.map((cue) =>
    cue.kind === 'speech' ? { ...cue, speaker: speakers[speeches++ % speakers.length]! } : cue,
  );
}

/** Straight up to half of full scale, then bending towards the ceiling. */
function limit(sample: number): number {
  const size = Math.abs(sample);
  if (size <= 0.5) return sample;
  return Math.sign(sample) * (0.5 + (CEILING - 0.5) * Math.tanh((size - 0.5) / (CEILING - 0.5)));
}

function addCue(mix: Mix, cue: SoundCue, filmLength: number, random: ReturnType<typeof createRandom>): void {
  const distance = Math.max(0, cue.distanceMetres ?? 0);
  const start = samplesOf(Math.max(0, cue.startSeconds) + distance / SOUND_METRES_PER_SECOND);
  const length = Math.min(samplesOf(cue.durationSeconds), filmLength - start);
  if (length <= 0 || cue.gain <= 0) return;
  const voice = VOICES[cue.kind];
  const made = voice.render({ length, seconds: length / SAMPLE_RATE, random, cue });
  const [left, right] = made instanceof Float32Array ? [made, made.slice()] : [made[0], made[1]];
  if (distance > 30) {
    // Air swallows the highs: about an octave of cut-off for each doubling beyond 30 m.
    for (const channel of [left, right]) filter(channel, 'lowpass', Math.max(180, (14_000 * 30) / distance));
  }
  const level = levelFor(voice, left, right, cue.gain, distance / (CARRIES_METRES[cue.kind] ?? 40));
  placeChannel(left, cue, level, 'left');
  placeChannel(right, cue, level, 'right');
  for (const [dry, echo, channel] of [
    [mix.left, mix.echoLeft, left],
    [mix.right, mix.echoRight, right],
  ] as const) {
    addAt(dry, channel, start, 1 - voice.reverb * 0.5);
    if (voice.reverb > 0) addAt(echo, channel, start, voice.reverb);
  }
}

/** How far a sound carries at its full level; 40 m for all others. A bang is meant to be heard over a town. */
const CARRIES_METRES: Readonly<Partial<Record<SoundCue['kind'], number>>> = { thunder: 320, fireworks: 160 };

/** @param share Of the distance over which the sound carries. */
function levelFor(voice: Voice, left: Float32Array, right: Float32Array, gain: number, share: number): number {
  const measured =
    voice.measure === 'rms'
      ? Math.max(rootMeanSquare(left), rootMeanSquare(right))
      : Math.max(peakOf(left), peakOf(right));
  if (measured === 0) return 0;
  return (10 ** (voice.levelDb / 20) / measured) * gain * Math.min(1, 1 / Math.max(1, share) ** 0.6);
}

function placeChannel(channel: Float32Array, cue: SoundCue, level: number, side: 'left' | 'right'): void {
  const seconds = channel.length / SAMPLE_RATE;
  const [from, to] = typeof cue.pan === 'number' ? [cue.pan, cue.pan] : cue.pan;
  shape(channel, (at) => {
    const pan = Math.min(1, Math.max(-1, from + (to - from) * Math.min(1, at / seconds)));
    const angle = ((pan + 1) * Math.PI) / 4;
    const balance = Math.SQRT2 * (side === 'left' ? Math.cos(angle) : Math.sin(angle));
    const loudness =
      cue.envelope === undefined
        ? Math.min(1, at / FADE_SECONDS, Math.max(0, seconds - at) / FADE_SECONDS)
        : interpolate(cue.envelope, at);
    return level * balance * loudness;
  });
}
