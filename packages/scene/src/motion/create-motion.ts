import { Warper } from '@openimagine/render';
import type { SoundCue } from '../sound/cue.ts';
import type { Picture, Sight } from '../vision/sight.ts';
import { placeCamera } from './camera.ts';
import { chooseCamera } from './choose-camera.ts';
import { chooseMovers } from './choose-movers.ts';
import { chooseSounds } from './choose-sounds.ts';
import { clearVeil, createField, createVeil } from './field.ts';
import { FrameCanvas } from './frame-canvas.ts';
import type { Mover } from './mover.ts';
import { choosePersonMovers } from './person/person-movers.ts';
import { copyPlanes, createPlanes, type Frame, layPatch } from './planes.ts';
import { readWishes, type Wishes } from './read/read-wishes.ts';
import type { CameraMove } from './read/wish-words.ts';
import { createMotionStage, type MotionStage } from './stage.ts';
import { rise } from './time.ts';
import { applyTone, joinTones, NEUTRAL } from './tone.ts';
import { veilLayer } from './veil.ts';
import { coreOf, type LaidLayer, warpLayer, warpPicture } from './warp.ts';

export interface MotionOptions {
  /** The render kernels, as `compileKernel` gives them. */
  readonly kernel: WebAssembly.Module;
  /** Of the film's size: even sides. What is transparent in it shows white. */
  readonly picture: Picture;
  /** What is where in this very picture. */
  readonly sight: Sight;
  /** May be empty: then the picture itself suggests how it moves. */
  readonly prompt: string;
  readonly seed: number;
  readonly seconds: number;
}

/** A film that begins with a picture. Frames may be asked for in any order. */
export interface StillMotion {
  /**
   * The frame at a time; at 0 s the picture itself.
   * @param into `width × height × 3 / 2` bytes that are used for the frame's data. Absent: new ones.
   */
  frameAt(seconds: number, into?: Uint8Array): Frame;
  readonly cues: readonly SoundCue[];
  /** One or two sentences: what moves, and what was asked for in vain. */
  readonly description: string;
}

/** @throws {RangeError} when a side of the picture is odd or zero. */
export function createMotion({ kernel, picture, sight, prompt, seed, seconds }: MotionOptions): StillMotion {
  const { width, height } = picture;
  if (width < 2 || height < 2 || width % 2 !== 0 || height % 2 !== 0) {
    throw new RangeError(`expected a picture with even sides, got ${width} × ${height}`);
  }
  const warper = new Warper(kernel, BYTES_PER_PIXEL * width * height + BYTES_MORE);
  const stage = createMotionStage({ picture, sight, seed, seconds, allocate: (length) => warper.bytes(length) });
  const wishes = readWishes(prompt);
  const { movers: others, moving, missing } = chooseMovers(stage, wishes);
  const people = choosePersonMovers(stage, prompt);
  const movers = [...others, ...people.movers];
  const { move, speed } = cameraOf(stage, wishes, movers.length);
  const choice = chooseCamera(stage, move, speed);
  stage.camera = choice.camera;
  return {
    frameAt: composer(stage, movers, warper),
    cues: chooseSounds(stage, wishes, moving),
    description: describe(
      [...movers.map(({ says }) => says), choice.says],
      people.isMissing ? [...missing, 'face'] : missing,
    ),
  };
}

/** Asked for, or as fits: before a sky that turns or changes nobody wants to move; where little else moves, the camera does. */
function cameraOf(
  { sight }: MotionStage,
  wishes: Wishes,
  moverCount: number,
): { readonly move: CameraMove; readonly speed: number } {
  if (wishes.camera) return wishes.camera;
  if (sight.isFlat) return { move: 'drift', speed: 0.7 };
  if (moverCount === 0) return { move: 'drift', speed: 1 };
  const isTripod = wishes.isTimeLapse || wishes.elements.some(({ element }) => TRIPOD.has(element));
  if (isTripod || wishes.subject) return { move: 'still', speed: 1 };
  if (wishes.isCinematic) return { move: 'drift', speed: 1 };
  return { move: 'drift', speed: wishes.isEmpty ? 0.9 : 0.6 };
}

const TRIPOD: ReadonlySet<string> = new Set([
  'stars',
  'trails',
  'sunset',
  'sunrise',
  'nightfall',
  'daybreak',
  'aurora',
]);

function describe(says: readonly (string | undefined)[], missing: readonly string[]): string {
  const parts = [...new Set(says.filter((part) => part !== undefined))];
  const first = parts.length === 0 ? 'the picture stays as it is' : joined(parts);
  const moves = `The picture comes to life: ${first}.`;
  return missing.length === 0 ? moves : `${moves} Not found in it: ${missing.join(', ')}.`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/**
 * Planes of the picture and of up to three layers with their rims, mattes and cores, fields and the frame. Memory that is never
 * written is never really taken.
 */
const BYTES_PER_PIXEL = 48;
const BYTES_MORE = 16 * 1024 * 1024;
/** In so many seconds the edges of layers come in: what moves slowly at first has moved by a pixel or two. */
const EDGE_SECONDS = 0.7;

function composer(stage: MotionStage, movers: readonly Mover[], warper: Warper): StillMotion['frameAt'] {
  const { width, height, planes } = stage;
  const floats = (length: number) => warper.floats(length);
  const inWarper = (bytes: Uint8Array) => {
    const copy = warper.bytes(bytes.length);
    copy.set(bytes);
    return copy;
  };
  const newField = () => createField(width, height, floats);
  const field = newField();
  warper.prepare(field.columns);
  const layers = movers.flatMap(({ layer }): LaidLayer[] => {
    if (!layer) return [];
    const core = inWarper(coreOf(layer.matte, width, height, layer.edge));
    return [
      {
        layer,
        matte: inWarper(layer.matte),
        core,
        places: { first: newField(), again: newField(), second: 0, seen: 1 },
      },
    ];
  });
  const hidden = layers.length === 0 ? undefined : inWarper(hiddenOf(layers, width, height));
  const patchers = movers.filter(({ patches }) => patches !== undefined);
  const patched =
    patchers.length > 0 ? createPlanes(width, height, planes.rim, (length) => warper.bytes(length)) : undefined;
  const hasVeil = movers.some(({ shade }) => shade !== undefined);
  const veil = createVeil(field);
  const layVeil = veilLayer(warper, field);
  const frame: Frame = { width, height, data: warper.bytes((width * height * 3) / 2) };
  return (seconds, into = new Uint8Array(frame.data.length)) => {
    let source = planes;
    if (patched && seconds > 0) {
      copyPlanes(planes, patched);
      for (const mover of patchers) for (const patch of mover.patches!(seconds)) layPatch(patched, patch);
      source = patched;
    }
    const { poseAt, focus } = stage.camera;
    const pose = poseAt(seconds);
    placeCamera(field, pose, focus, stage.sight.isFlat ? undefined : stage.nearness);
    for (const mover of movers) mover.displace?.(field, seconds);
    warpPicture(warper, frame, source, field, hidden);
    for (const laid of layers) {
      laid.places.second = 0;
      laid.places.seen = rise(seconds, EDGE_SECONDS);
      laid.layer.place(laid.places, field, seconds);
      warpLayer(warper, frame, laid, field);
    }
    if (hasVeil) {
      clearVeil(veil);
      for (const mover of movers) mover.shade?.(veil, field, seconds);
      layVeil(frame, veil);
    }
    const tone = movers.reduce((all, mover) => (mover.tone ? joinTones(all, mover.tone(seconds)) : all), NEUTRAL);
    applyTone(frame, tone);
    const canvas = new FrameCanvas(frame);
    for (const mover of movers) mover.draw?.(canvas, seconds);
    into.set(frame.data);
    return { width, height, data: into };
  };
}

/** Where the picture need not be read, because a layer is laid over all of it. A little less than the layers' own cores. */
function hiddenOf(layers: readonly LaidLayer[], width: number, height: number): Uint8Array {
  const hidden = new Uint8Array(width * height);
  for (const { layer } of layers) {
    const core = coreOf(layer.matte, width, height, layer.edge + 2);
    for (let at = 0; at < hidden.length; at++) hidden[at]! |= core[at]!;
  }
  return hidden;
}
