import { type FilmParts, muxFilm, type VideoSegment } from '@openimagine/media';
import type { DraftSegment } from '../tasks/draw-film.ts';
import type { Job } from './job.ts';

export interface FrameRange {
  readonly first: number;
  readonly count: number;
}

export interface FilmPlan {
  readonly frameCount: number;
  readonly framesPerSecond: number;
  /** When each frame is shown. Absent: evenly, at the rate. */
  readonly times?: NonNullable<FilmParts['times']>;
  /** The children's task that draws and encodes a range of frames, telling progress once a frame. It gives a `DraftSegment`. */
  readonly segmentTask: string;
  /** A promise where what it needs is still being found out. */
  readonly segmentInput: (range: FrameRange) => unknown;
  /** Absent: the film has no audio track. Begun when the segments are ordered. */
  readonly sound?: () => Promise<{
    readonly audio?: FilmParts['audio'];
    readonly timingsMs?: Readonly<Record<string, number>>;
  }>;
  /** How far the order is when the first frame is drawn, 0 … 1: what went before, such as looking at the input. */
  readonly progressBefore?: number;
  /** Segments that are there already; those that are drawn follow. */
  readonly before?: readonly VideoSegment[];
  /** Which frames each segment draws. Default: all, two seconds each but for the last. */
  readonly ranges?: readonly FrameRange[];
  /** Travels in the file. Default: what the first segment's task gave. */
  readonly note?: string;
}

/**
 * Every film is cut into segments of two seconds, however many processes render them: the bytes must not depend on
 * the number. Shorter ones would share work more evenly and cost a key frame each (8 % of the file at one second).
 */
const SEGMENT_SECONDS = 2;
/** Into how many pieces the last two seconds are cut. */
const SHORT_SEGMENTS = 3;
/** Sound and joining, as shares of a film's progress; the rest is frames. */
const SOUND_SHARE = 0.04;
const MUX_SHARE = 0.02;

export function segmentsOf(frameCount: number, framesPerSecond: number): readonly FrameRange[] {
  const length = Math.round(SEGMENT_SECONDS * framesPerSecond);
  return Array.from({ length: Math.ceil(frameCount / length) }, (_, i) => ({
    first: i * length,
    count: Math.min(length, frameCount - i * length),
  }));
}

/**
 * The same, but for the last two seconds, which are cut into one second and two halves: whichever process is free early
 * finds something short to do, where it would have waited for another's two seconds. Two key frames more.
 */
export function unevenSegmentsOf(frameCount: number, framesPerSecond: number): readonly FrameRange[] {
  const even = segmentsOf(frameCount, framesPerSecond);
  const last = even.at(-1);
  if (!last || last.count < SEGMENT_SECONDS * framesPerSecond) return even;
  const half = last.count >> 1;
  const quarter = half >> 1;
  const counts = [half, quarter, last.count - half - quarter];
  let { first } = last;
  const cut = counts.map((count) => {
    const range = { first, count };
    first += count;
    return range;
  });
  return [...even.slice(0, -1), ...cut];
}

/** Has a film drawn in segments, as many at once as there are processes, and joins them with their sound. */
export async function joinFilm(job: Job, plan: FilmPlan): Promise<void> {
  const { frameCount, framesPerSecond, progressBefore = 0, before = [] } = plan;
  const ranges = plan.ranges ?? unevenSegmentsOf(frameCount, framesPerSecond);
  const drawnCount = ranges.reduce((sum, { count }) => sum + count, 0);
  const frameShare = (1 - progressBefore - MUX_SHARE - (plan.sound ? SOUND_SHARE : 0)) / drawnCount;
  let progress = progressBefore;
  const advance = (share: number, stage: string) => {
    progress += share;
    job.progress(progress, stage);
  };
  const draw = async (range: FrameRange) => {
    const onProgress = () => advance(frameShare, 'rendering');
    const given = plan.segmentInput(range);
    // Waiting for what is there would let the sound go first.
    const input = given instanceof Promise ? await given : given;
    const drawn = (await job.drawFilm(plan.segmentTask, input, { onProgress })) as DraftSegment;
    job.addTimings(drawn.timingsMs);
    return drawn;
  };
  // The sound is asked for when only short pieces are left, which even out the time that it takes.
  const longCount = Math.max(0, ranges.length - (plan.ranges ? 0 : SHORT_SEGMENTS));
  const longSegments = ranges.slice(0, longCount).map(draw);
  const soundPlayed = plan.sound?.().then((sound) => {
    job.addTimings(sound.timingsMs ?? {});
    advance(SOUND_SHARE, 'sound');
    return sound.audio;
  });
  const shortSegments = ranges.slice(longCount).map(draw);
  const [segments, audio] = await Promise.all([Promise.all([...longSegments, ...shortSegments]), soundPlayed]);
  const muxStart = performance.now();
  const { width, height } = job.request;
  const { note = segments[0]!.note } = plan;
  const film = await muxFilm({
    width,
    height,
    framesPerSecond,
    segments: [...before, ...segments.map(({ segment }) => segment)],
    ...(plan.times ? { times: plan.times } : {}),
    ...(audio ? { audio } : {}),
    ...(note === undefined ? {} : { note }),
  });
  job.addTimings({ mux: performance.now() - muxStart });
  job.signal.throwIfAborted();
  job.output(0, film, 'video/mp4', segments.at(-1)!.description);
  job.progress(1, 'muxed');
}
