import { type AudioTrack, encodeAudio, openSegmentEncoder, type VideoSegment } from '@openimagine/media';
import { renderSound, type Stage } from '@openimagine/scene';
import type { DraftOrder, Studio } from '../draft-studio.ts';
import type { FilmRenderer } from '../film-renderer.ts';
import type { FrameRange } from '../works/film.ts';
import { writeNote } from './film-note.ts';

export const FRAMES_PER_SECOND = 24;
export interface DraftSegment {
  readonly segment: VideoSegment;
  readonly description: string;
  readonly timingsMs: Readonly<Record<string, number>>;
  /** What the film is to say about itself; with its first segment alone. */
  readonly note?: string;
}

/** Renders and encodes some frames of a film. @param onFrame Called after each. */
export async function drawSegment(
  studio: Studio,
  order: DraftOrder,
  { first, count }: FrameRange,
  onFrame: () => void = () => {},
): Promise<DraftSegment> {
  const production = studio.produce(order);
  const { stage, description } = production;
  const { width, height, seed } = order;
  const timingsMs = { ...production.timingsMs, render: 0, encode: 0 };
  const openedAt = performance.now();
  const renderer = studio.filmRendererFor(production);
  timingsMs.render += performance.now() - openedAt;
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond: FRAMES_PER_SECOND });
  for (let frame = first; frame < first + count; frame++) {
    const start = performance.now();
    const at = frame / FRAMES_PER_SECOND;
    const data = overlap(renderer, stage, at, seed + frame, renderer.i420(stage.momentAt(at), seed + frame));
    const renderedAt = performance.now();
    await encoder.add({ width, height, data });
    timingsMs.render += renderedAt - start;
    timingsMs.encode += performance.now() - renderedAt;
    onFrame();
  }
  const flushAt = performance.now();
  const segment = await encoder.finish();
  timingsMs.encode += performance.now() - flushAt;
  const { scene } = production;
  // Of a scene that was ordered, the words that it came from: the note carries the scene anyway.
  const note = first === 0 ? writeNote({ ...order, prompt: scene.prompt, scene, sequels: [] }) : undefined;
  return { segment, description, timingsMs, ...(note === undefined ? {} : { note }) };
}

/** Of a film that loops, the picture with what shows through it. */
function overlap(renderer: FilmRenderer, stage: Stage, seconds: number, seed: number, data: Uint8Array): Uint8Array {
  const over = stage.overlapAt?.(seconds);
  if (over === undefined) return data;
  const mixed = data.slice();
  const other = renderer.i420(over.moment, seed);
  const share = Math.round(over.share * 256);
  for (let i = 0; i < mixed.length; i++) mixed[i] = (mixed[i]! * (256 - share) + other[i]! * share + 128) >> 8;
  return mixed;
}

export interface DraftSound {
  readonly audio: AudioTrack;
  readonly timingsMs: Readonly<Record<'sound' | 'encodeSound', number>>;
}

/** Beside the order of a film, for its sound alone: who speaks in it, in turn. */
export interface Speaking {
  readonly voices?: readonly string[];
}

/** Synthesises and encodes the sound of a film. */
export async function playSound(studio: Studio, order: DraftOrder & Speaking): Promise<DraftSound> {
  const { stage } = studio.produce(order);
  const start = performance.now();
  const samples = renderSound(stage.cues, order.seconds, order.seed, order.voices ? { speakers: order.voices } : {});
  const renderedAt = performance.now();
  const audio = await encodeAudio(samples);
  return { audio, timingsMs: { sound: renderedAt - start, encodeSound: performance.now() - renderedAt } };
}
