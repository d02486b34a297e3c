import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { encodeAudio, muxFilm, openSegmentEncoder, probeImage, type VideoSegment } from '@openimagine/media';
import { beepSound } from './beeps.ts';
import { cachedFile } from './cached-file.ts';
import { chain, fitCamera, viewOf } from './camera.ts';
import { CLIP_RECIPES, type ClipRecipe } from './recipes.ts';
import { loadPlate, type Mapping, samplePlate } from './sample-plate.ts';
import { turnVideoTrack } from './turn-track.ts';

export type ExampleClipName = keyof typeof CLIP_RECIPES;
export const EXAMPLE_CLIPS = Object.keys(CLIP_RECIPES) as readonly ExampleClipName[];

export interface ExampleClipOptions {
  /** At most 8.7. Default 5. */
  readonly seconds?: number;
  /** Even. Default 1280 × 720. */
  readonly width?: number;
  readonly height?: number;
  /** Default 24. */
  readonly framesPerSecond?: number;
  /**
   * `upright` (default), or `turned` as a phone held upright does it: the pixels lie on their side, and the track says to
   * turn them by 90°. Width and height are as shown.
   */
  readonly stored?: 'upright' | 'turned';
  /** `beeps` (default): a hum, and a beep at each of `beepTimes`. `none`: no audio track. */
  readonly sound?: 'beeps' | 'none';
}

/** Whatever a clip looks and sounds like is said in these files, so they are part of the name of every cached clip. */
const SOURCES = ['beeps.ts', 'camera.ts', 'make-clip.ts', 'recipes.ts', 'sample-plate.ts', 'turn-track.ts'];
const SECONDS_MAX = 8.7;
const SEGMENT_SECONDS = 2;
const INPUTS = new URL('../../../../examples/inputs/', import.meta.url);

/** A picture of examples/inputs by the name of its file. */
export async function examplePhoto(file: string): Promise<Uint8Array> {
  return readFile(new URL(file, INPUTS));
}

/**
 * An MP4 (H.264, AAC) of one of the example photos. Made once and kept in the temporary folder under a name that says
 * all it was made from; equal arguments give equal bytes on machines with equally many processors. Quality is constant
 * (1 to 2 Mb/s at 720p), as our encoder has it; there is no choosing a bit rate.
 */
export async function makeExampleClip(name: ExampleClipName, options: ExampleClipOptions = {}): Promise<Uint8Array> {
  const whole = complete(options);
  const recipe: ClipRecipe = CLIP_RECIPES[name];
  return cachedFile(`${name}-${await exampleClipKey(name, options)}.mp4`, async () =>
    drawClip(recipe, await examplePhoto(recipe.photo), whole),
  );
}

/** Names what a clip is made from, and what is done to it afterwards. */
export async function exampleClipKey(
  name: ExampleClipName,
  options: ExampleClipOptions,
  after: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([name, complete(options), after]));
  hash.update(await examplePhoto(CLIP_RECIPES[name].photo));
  for (const source of SOURCES) hash.update(await readFile(new URL(source, import.meta.url)));
  return hash.digest('hex').slice(0, 24);
}

function complete(options: ExampleClipOptions): Required<ExampleClipOptions> {
  const { seconds = 5, width = 1280, height = 720, framesPerSecond = 24 } = options;
  const { stored = 'upright', sound = 'beeps' } = options;
  if (!(seconds > 0 && seconds <= SECONDS_MAX)) {
    throw new RangeError(`an example clip takes more than 0 and at most ${SECONDS_MAX} s, not ${seconds}`);
  }
  if (width % 2 !== 0 || height % 2 !== 0) {
    throw new RangeError(`an example clip is of even size, not ${width} × ${height}: see the variant odd-sized`);
  }
  return { seconds, width, height, framesPerSecond, stored, sound };
}

async function drawClip(
  recipe: ClipRecipe,
  photo: Uint8Array,
  options: Required<ExampleClipOptions>,
): Promise<Uint8Array> {
  const { seconds, framesPerSecond, stored, sound } = options;
  const frameCount = Math.max(1, Math.round(seconds * framesPerSecond));
  const isTurned = stored === 'turned';
  const [width, height] = isTurned ? [options.height, options.width] : [options.width, options.height];
  const segments = await encodeFrames(recipe, photo, frameCount, options);
  const parts = { width, height, framesPerSecond, segments };
  const audio = sound === 'none' ? undefined : await encodeAudio(beepSound(frameCount / framesPerSecond));
  const film = await muxFilm(audio ? { ...parts, audio } : parts);
  return isTurned ? turnVideoTrack(film) : film;
}

async function encodeFrames(
  recipe: ClipRecipe,
  photo: Uint8Array,
  frameCount: number,
  { seconds, width, height, framesPerSecond, stored }: Required<ExampleClipOptions>,
): Promise<VideoSegment[]> {
  const within = probeImage(photo);
  const cameraAt = (at: number, part: number) => fitCamera(recipe.camera(at, part), within, width / height);
  const closest = Math.min(cameraAt(0, 0).across, cameraAt(seconds, 1).across);
  const plate = await loadPlate(photo, width / closest);
  const isTurned = stored === 'turned';
  const size = isTurned ? { width: height, height: width } : { width, height };
  const perSegment = Math.round(SEGMENT_SECONDS * framesPerSecond);
  const segments: VideoSegment[] = [];
  for (let start = 0; start < frameCount; start += perSegment) {
    using encoder = await openSegmentEncoder({ ...size, framesPerSecond });
    for (let index = start; index < Math.min(frameCount, start + perSegment); index++) {
      const at = index / framesPerSecond;
      const view = viewOf(cameraAt(at, index / Math.max(1, frameCount - 1)), width, height);
      const mappings = [...(isTurned ? [onItsSide(width)] : []), view, ...(recipe.warp ? [recipe.warp(at)] : [])];
      await encoder.add(samplePlate(plate, size.width, size.height, chain(...mappings)));
    }
    segments.push(await encoder.finish());
  }
  return segments;
}

/** From a frame that will be turned clockwise when shown, to the frame as shown. */
function onItsSide(width: number): Mapping {
  return (x, y) => [width - 1 - y, x];
}
