import type { Random } from '../random.ts';
import { VOICES } from './all-voices.ts';
import type { SoundCue, Whereabouts } from './cue.ts';
import { addAt, filter, interpolate, peakOf, rootMeanSquare, SAMPLE_RATE, samplesOf, shape } from './dsp.ts';
import type { Voice } from './voice.ts';

const SOUND_METRES_PER_SECOND = 343;
const FADE_SECONDS = 0.04;
/** Within such a distance somebody is as loud as can be. */
const NEAR_METRES = 7;
/** Seconds in which the end of what loops goes over into its start. */
const LOOP_SECONDS = 0.5;

/** Sums of all cues: what is heard straight away, what the place gives back, and what is said. */
export interface Mix {
  readonly dry: readonly [Float32Array, Float32Array];
  readonly echo: readonly [Float32Array, Float32Array];
  readonly spoken: readonly [Float32Array, Float32Array];
}

export function createMix(length: number): Mix {
  const pair = () => [new Float32Array(length), new Float32Array(length)] as const;
  return { dry: pair(), echo: pair(), spoken: pair() };
}

/**
 * Renders a cue and adds it.
 * @param filmLength In samples; what loops may ring on behind it.
 * @param voice Another than that of the cue's kind.
 */
export function addCue(
  mix: Mix,
  cue: SoundCue,
  filmLength: number,
  random: Random,
  voice: Voice = VOICES[cue.kind],
): void {
  const distance = Math.max(0, cue.distanceMetres ?? 0);
  const start = samplesOf(Math.max(0, cue.startSeconds) + distance / SOUND_METRES_PER_SECOND);
  const end = cue.loops ? mix.dry[0].length : filmLength;
  const whole = cue.loops && start === 0 && samplesOf(cue.durationSeconds) >= filmLength;
  const length = whole ? filmLength + samplesOf(LOOP_SECONDS) : Math.min(samplesOf(cue.durationSeconds), end - start);
  if (length <= 0 || cue.gain <= 0) return;
  let channels = renderVoice(voice, cue, length, random);
  if (cue.way && !cue.hits) channels = hearPassing(channels, cue.way);
  const furthest = cue.way ? Math.max(...cue.way.map(({ distanceMetres }) => distanceMetres)) : distance;
  if (furthest > 30) {
    // Air swallows the highs: about an octave of cut-off for each doubling beyond 30 m.
    const metresAt = cue.way ? along(cue.way, 'distanceMetres') : () => distance;
    for (const channel of channels)
      filter(channel, 'lowpass', (seconds) => Math.max(180, (14_000 * 30) / Math.max(30, metresAt(seconds))));
  }
  const level = levelFor(voice, channels, cue.gain, distance / (CARRIES_METRES[cue.kind] ?? 40));
  for (const side of [0, 1] as const) {
    const channel = channels[side];
    placeChannel(channel, cue, level, side, whole === true);
    const heard = whole ? closeLoop(channel, filmLength) : channel;
    addAt((cue.kind === 'speech' ? mix.spoken : mix.dry)[side], heard, start, 1 - voice.reverb * 0.5);
    if (voice.reverb > 0) addAt(mix.echo[side], heard, start, voice.reverb);
  }
}

function renderVoice(voice: Voice, cue: SoundCue, length: number, random: Random): [Float32Array, Float32Array] {
  const speed = cue.speed ?? 1;
  const own = Math.ceil(length * speed);
  const seconds = own / SAMPLE_RATE;
  const made = voice.render({ length: own, seconds, random, cue });
  const pair: [Float32Array, Float32Array] = made instanceof Float32Array ? [made, made.slice()] : [made[0], made[1]];
  if (cue.isReversed) for (const channel of pair) channel.reverse();
  if (speed === 1) return pair;
  return [readAt(pair[0], length, (i) => i * speed), readAt(pair[1], length, (i) => i * speed)];
}

/** As it comes nearer its waves come closer together: the sound is read as late as it arrives. */
function hearPassing(
  channels: [Float32Array, Float32Array],
  way: readonly Whereabouts[],
): [Float32Array, Float32Array] {
  const metres = along(way, 'distanceMetres');
  const steps = 256;
  const { length } = channels[0];
  const delays = Float32Array.from(
    { length: Math.ceil(length / steps) + 2 },
    (_, k) => (metres((k * steps) / SAMPLE_RATE) / SOUND_METRES_PER_SECOND) * SAMPLE_RATE,
  );
  const least = delays.reduce((low, delay) => Math.min(low, delay), Number.POSITIVE_INFINITY);
  const at = (i: number): number => {
    const k = Math.floor(i / steps);
    const share = i / steps - k;
    return Math.max(0, i - (delays[k]! + (delays[k + 1]! - delays[k]!) * share - least));
  };
  return [readAt(channels[0], length, at), readAt(channels[1], length, at)];
}

function readAt(from: Float32Array, length: number, at: (index: number) => number): Float32Array {
  const out = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const place = at(i);
    const k = Math.floor(place);
    const here = from[k] ?? 0;
    out[i] = here + ((from[k + 1] ?? here) - here) * (place - k);
  }
  return out;
}

/** How far a sound carries at its full level; 40 m for all others. A bang is meant to be heard over a town. */
const CARRIES_METRES: Readonly<Partial<Record<SoundCue['kind'], number>>> = {
  thunder: 320,
  fireworks: 160,
  explosion: 200,
};

/** @param share Of the distance over which the sound carries. */
function levelFor(voice: Voice, channels: readonly Float32Array[], gain: number, share: number): number {
  const size = voice.measure === 'rms' ? rootMeanSquare : voice.measure === 'peak' ? peakOf : () => 1;
  const measured = Math.max(...channels.map(size));
  if (measured === 0) return 0;
  return (10 ** (voice.levelDb / 20) / measured) * gain * Math.min(1, 1 / Math.max(1, share) ** 0.6);
}

function placeChannel(channel: Float32Array, cue: SoundCue, level: number, side: 0 | 1, isWhole: boolean): void {
  const seconds = channel.length / SAMPLE_RATE;
  const [from, to] = typeof cue.pan === 'number' ? [cue.pan, cue.pan] : cue.pan;
  const panAt = cue.way ? along(cue.way, 'pan') : (at: number) => from + (to - from) * Math.min(1, at / seconds);
  const metresAt = cue.way && along(cue.way, 'distanceMetres');
  const fade = Math.min(FADE_SECONDS, seconds / 2);
  shape(channel, (at) => {
    const angle = ((Math.min(1, Math.max(-1, panAt(at))) + 1) * Math.PI) / 4;
    const balance = Math.SQRT2 * (side === 0 ? Math.cos(angle) : Math.sin(angle));
    const near = metresAt ? Math.min(1, NEAR_METRES / Math.max(1, metresAt(at))) ** 0.75 : 1;
    const edges = isWhole ? 1 : Math.min(1, at / fade, Math.max(0, seconds - at) / fade);
    const loudness = cue.envelope === undefined ? edges : interpolate(cue.envelope, at);
    return level * balance * near * loudness;
  });
}

function along(way: readonly Whereabouts[], name: 'pan' | 'distanceMetres'): (seconds: number) => number {
  const points = way.map((where) => [where.seconds, where[name]] as const);
  return (seconds) => interpolate(points, seconds);
}

/** What sounds behind the end is what leads into the start. */
function closeLoop(channel: Float32Array, filmLength: number): Float32Array {
  const out = channel.slice(0, filmLength);
  const cross = Math.min(channel.length - filmLength, filmLength);
  for (let i = 0; i < cross; i++) {
    const angle = ((i + 0.5) / cross) * (Math.PI / 2);
    out[i] = out[i]! * Math.sin(angle) + channel[filmLength + i]! * Math.cos(angle);
  }
  return out;
}
