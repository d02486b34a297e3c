import { createRandom } from '../random.ts';
import { acousticsOf } from './acoustics.ts';
import type { SoundCue } from './cue.ts';
import { addAt, samplesOf } from './dsp.ts';
import { master } from './master.ts';
import { addCue, createMix } from './mix.ts';
import { reverberate } from './reverb.ts';

const FADE_SECONDS = 0.03;
/** What still sounds behind the end of a film that loops is heard at its start. */
const RING_SECONDS = 2.5;
/** While somebody speaks, all else is so much softer. */
const DUCKED = 0.34;

export interface SoundOptions {
  /** Names of who speaks, in turn; absent: whoever fits. */
  readonly speakers?: readonly string[];
  /** How much of the film decides how loud it is; default: all. What goes on from a film keeps its level so. */
  readonly levelSeconds?: number;
}

/**
 * Turns cues into sound: −20 to −14 LUFS, true peaks below −1 dB; without cues, silence.
 * @param seconds Length of the film; the result has exactly that many samples.
 * @returns Interleaved stereo at 48 kHz in [−1, 1]; equal for equal arguments.
 */
export function renderSound(
  cues: readonly SoundCue[],
  seconds: number,
  seed: number,
  { speakers = [], levelSeconds = seconds }: SoundOptions = {},
): Float32Array {
  const length = samplesOf(seconds);
  const loops = cues.some((cue) => cue.loops);
  const ring = loops ? Math.min(length, samplesOf(RING_SECONDS)) : 0;
  const mix = createMix(length + ring);
  const random = createRandom(seed).fork('sound');
  for (const [index, cue] of castSpeakers(cues, speakers).entries())
    addCue(mix, cue, length, random.fork(`${index}:${cue.kind}`));
  const place = cues.find((cue) => cue.place !== undefined)?.place;
  reverberate(...mix.echo, acousticsOf(place));
  const [left, right] = mix.dry;
  for (const side of [0, 1] as const) addAt(mix.dry[side], mix.echo[side], 0, 1);
  if (cues.some(({ kind }) => kind === 'speech')) addSpoken(mix.dry, mix.spoken);
  for (const channel of [left, right]) addAt(channel, channel.slice(length), 0, 1);
  const [heardLeft, heardRight] = [left.subarray(0, length), right.subarray(0, length)];
  if (!loops) fadeEdges(heardLeft, heardRight);
  master(heardLeft, heardRight, levelSeconds);
  const out = new Float32Array(length * 2);
  for (let i = 0; i < length; i++) {
    out[i * 2] = heardLeft[i]!;
    out[i * 2 + 1] = heardRight[i]!;
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

/** Words over all else, which makes room for them: quickly, and back within half a second. */
function addSpoken(
  [left, right]: readonly [Float32Array, Float32Array],
  [spokenLeft, spokenRight]: readonly [Float32Array, Float32Array],
): void {
  let level = 0;
  for (let i = 0; i < left.length; i++) {
    const [l, r] = [spokenLeft[i]!, spokenRight[i]!];
    const size = Math.min(1, Math.abs(l + r) * 12);
    level += (size - level) * (size > level ? 0.0015 : 0.00006);
    const room = 1 - (1 - DUCKED) * Math.min(1, level * 1.6);
    left[i] = left[i]! * room + l;
    right[i] = right[i]! * room + r;
  }
}

function fadeEdges(left: Float32Array, right: Float32Array): void {
  const fade = Math.min(samplesOf(FADE_SECONDS), left.length >> 1);
  for (let i = 0; i < fade; i++) {
    const share = 0.5 - 0.5 * Math.cos((Math.PI * i) / fade);
    for (const channel of [left, right]) {
      channel[i]! *= share;
      channel[channel.length - 1 - i]! *= share;
    }
  }
}
