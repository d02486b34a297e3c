import { readFile } from 'node:fs/promises';
import {
  decodeAudio,
  encodeAudio,
  type FilmParts,
  MediaError,
  mixAudio,
  readAudioPackets,
  resampleTo48k,
  SAMPLE_RATE,
  type Stem,
} from '@openimagine/media';
import { type ClipPlan, gainBeside, playAt, renderSound, type SoundCue } from '@openimagine/scene';

export interface SoundOrder {
  readonly path: string;
  readonly plan: ClipPlan;
  readonly cues: readonly SoundCue[];
  /** Of the edited film. */
  readonly durationSeconds: number;
  readonly seed: number;
}

export interface EditedSound {
  /** Absent: the film is silent. */
  readonly audio?: FilmParts['audio'];
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** The sound of the edited film: the input's own packets, untouched, wherever the instruction leaves it alone. */
export async function editSound(order: SoundOrder): Promise<EditedSound> {
  const start = performance.now();
  const clip = await readFile(order.path);
  const { plan } = order;
  const adds = order.cues.length > 0 || plan.sounds.length > 0;
  const isCopied = !plan.isMuted && !adds && plan.factor === 1 && !plan.isReversed;
  const audio = (isCopied ? await copyPackets(clip) : undefined) ?? (await mixAnew(clip, order, adds));
  return { ...(audio ? { audio } : {}), timingsMs: { sound: performance.now() - start } };
}

async function copyPackets(clip: Uint8Array): Promise<FilmParts['audio']> {
  try {
    return await readAudioPackets(clip);
  } catch (error) {
    // A codec that MP4 does not carry is decoded and encoded instead.
    if (error instanceof MediaError && error.kind === 'unsupported') return undefined;
    throw error;
  }
}

async function mixAnew(clip: Uint8Array, order: SoundOrder, adds: boolean) {
  const { plan, cues, durationSeconds, seed } = order;
  const decoded = plan.isMuted ? undefined : await decodeAudio(clip);
  if (!decoded && !adds) return undefined;
  const own = decoded ? playAt(resampleTo48k(decoded), plan, SAMPLE_RATE) : new Float32Array(0);
  const stems: Stem[] = [{ samples: own }];
  if (adds) {
    const asked = plan.sounds.map(
      ({ kind, loudness }): SoundCue => ({ kind, startSeconds: 0, durationSeconds, gain: loudness, pan: 0 }),
    );
    const added = renderSound([...cues, ...asked], durationSeconds, seed);
    stems.push({ samples: added, gain: gainBeside(own, added) });
  }
  return encodeAudio(mixAudio(stems, durationSeconds));
}
