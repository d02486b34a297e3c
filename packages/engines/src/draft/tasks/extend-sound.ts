import { readFile } from 'node:fs/promises';
import {
  decodeAudio,
  encodeAudio,
  type FilmParts,
  mixAudio,
  resampleTo48k,
  SAMPLE_RATE,
  type Stem,
} from '@openimagine/media';
import { continueAmbience, gainBeside, joinSounds, renderSound, type SoundCue } from '@openimagine/scene';
import type { createMotionKeeper } from './animate-order.ts';
import type { ExtensionOrder, Onward } from './extend-order.ts';
import type { WorldKeeper } from './world-keeper.ts';

export interface ExtendSoundOrder {
  readonly order: ExtensionOrder;
  readonly onward: Onward;
  /** Of the input. */
  readonly durationSeconds: number;
  /** Where in the input's sound the picture begins. */
  readonly startSeconds: number;
}

export interface ExtendedSound {
  /** Absent: the film is silent. */
  readonly audio?: FilmParts['audio'];
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** Words that ask for something to be heard, where nothing was. */
const ASKS_FOR_SOUND =
  /\b(?:sounds?|music|hear|heard|noise|audio|song|thunder|rumble|bark\w*|meow\w*|sing\w*|bells?)\b/i;

/**
 * The sound of the whole film in one track, coded from one run of samples, so that there is no joint in it. A silent film
 * stays silent, unless it is to be heard how it goes on.
 */
export async function extendSound(
  { order, onward, durationSeconds, startSeconds }: ExtendSoundOrder,
  worldOf: WorldKeeper,
  motionOf: ReturnType<typeof createMotionKeeper>,
): Promise<ExtendedSound> {
  const start = performance.now();
  const decoded = await decodeAudio(await readFile(order.path));
  if (!decoded && !ASKS_FOR_SOUND.test(order.prompt)) return { timingsMs: { sound: performance.now() - start } };
  const totalSeconds = durationSeconds + order.seconds;
  // As long as the picture, whatever the track was: what is missing is silence.
  const own = mixAudio(decoded ? [{ samples: resampleTo48k(decoded), atSeconds: -startSeconds }] : [], durationSeconds);
  const samples =
    onward.way === 'world'
      ? playWorld(own, worldOf(onward.note, order), totalSeconds, durationSeconds)
      : goOnHearing(own, (await motionOf(onward.animation)).cues, order, durationSeconds);
  const mixedAt = performance.now();
  const audio = await encodeAudio(samples);
  return { audio, timingsMs: { sound: mixedAt - start, encodeSound: performance.now() - mixedAt } };
}

function playWorld(
  own: Float32Array,
  { cues, seed }: { readonly cues: readonly SoundCue[]; readonly seed: number },
  totalSeconds: number,
  seamSeconds: number,
): Float32Array {
  return joinSounds(own, renderSound(cues, totalSeconds, seed, { levelSeconds: seamSeconds }), seamSeconds);
}

/** The input's ambience, and beside it what the moving picture brings along. */
function goOnHearing(
  own: Float32Array,
  cues: readonly SoundCue[],
  { seconds, seed }: ExtensionOrder,
  durationSeconds: number,
): Float32Array {
  const totalSeconds = durationSeconds + seconds;
  const joined = joinSounds(own, continueAmbience(own, totalSeconds, seed), durationSeconds);
  const stems: Stem[] = [{ samples: joined }];
  if (cues.length > 0) {
    const added = renderSound(cues, seconds, seed);
    swell(added);
    const ambience = joined.subarray(Math.round(durationSeconds * SAMPLE_RATE) * 2);
    stems.push({ samples: added, atSeconds: durationSeconds, gain: gainBeside(ambience, added) });
  }
  return mixAudio(stems, totalSeconds);
}

const SWELL_SAMPLES = 48_000;

/** Comes up within a second. In place. */
function swell(samples: Float32Array): void {
  const length = Math.min(SWELL_SAMPLES, samples.length / 2);
  for (let i = 0; i < length; i++) {
    const share = (i / length) ** 2;
    samples[i * 2]! *= share;
    samples[i * 2 + 1]! *= share;
  }
}
