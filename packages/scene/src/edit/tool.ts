import type { Random } from '../random.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { Body, Box, Face, Picture, Sight, Thing } from '../vision/sight.ts';
import type { EditOperation } from './operation.ts';

/**
 * How operations are carried out. A survey looks at the whole clip once (a picture is a clip of one frame); then frames
 * are edited in any order, in several processes at once: a tool's work on a frame depends on the survey, the frame and
 * its time alone.
 */

/** What a tool asks the survey to find in every frame. */
export interface SurveyNeeds {
  readonly faces?: boolean;
  readonly bodies?: boolean;
  readonly things?: boolean;
  /** How the picture as a whole moves from frame to frame. */
  readonly camera?: boolean;
  /** Patches to be followed, as they lie in the representative frame. */
  readonly patches?: boolean;
}

/** Of one frame, smoothed over time. Indexes are the same person, body or thing throughout; absent where it is not seen. */
export interface FrameSurvey {
  readonly seconds: number;
  readonly faces: readonly (Face | undefined)[];
  readonly bodies: readonly (Body | undefined)[];
  readonly things: readonly (Thing | undefined)[];
  /** Similarity that takes the representative frame's coordinates to this frame's: x' = a x − b y + tx, y' = b x + a y + ty. */
  readonly camera: { readonly a: number; readonly b: number; readonly tx: number; readonly ty: number };
}

/** What was found in the whole clip. Plain data; coordinates are pixels of the output's frames. */
export interface Survey {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly durationSeconds: number;
  /** In the order of presentation. */
  readonly frames: readonly FrameSurvey[];
  /** The frame that shows best what is there, and what is in it. */
  readonly representative: { readonly index: number; readonly picture: Picture; readonly sight: Sight };
}

export interface EditMoment {
  readonly index: number;
  readonly seconds: number;
}

/** Fonts and art, handed in by whoever has files. */
export interface EditAssets {
  paintText(
    text: string,
    options: {
      readonly width: number;
      readonly height: number;
      readonly color: string;
      readonly font?: 'sans' | 'serif' | 'comic' | 'sign';
      readonly outline?: string;
    },
  ): Picture;
  /** A rendered emoji by its key, 256 × 256. */
  paintThing(key: string): Picture | undefined;
  /** The draft engine's own picture of some words. */
  paintScene(prompt: string, width: number, height: number): Picture | undefined;
}

export interface ToolContext {
  /** The render kernels, as `compileKernel` gives them. */
  readonly kernel: WebAssembly.Module;
  readonly survey: Survey;
  /** The other inputs of the order, upright; index 0 is the edited one itself. */
  readonly images: readonly Picture[];
  /** What is in each of them, where an operation takes something out of another picture. */
  readonly looks?: readonly Sight[];
  readonly assets: EditAssets;
  readonly random: Random;
}

/** One operation, ready to be carried out on frames. */
export interface FrameTool {
  /**
   * Edits the frame in place.
   * @returns What was touched; frames outside of it are copied bit for bit. Undefined: nothing.
   */
  apply(frame: Picture, moment: EditMoment): Box | undefined;
  /** What it adds to the sound. */
  readonly cues?: readonly SoundCue[];
}

/** @throws {EditError} when the picture has nothing to do it with: no face to carry glasses, no such thing to remove. */
export type ToolMaker<Kind extends EditOperation['kind']> = (
  operation: Extract<EditOperation, { readonly kind: Kind }>,
  context: ToolContext,
) => FrameTool;

/** The instruction cannot be carried out on this input. The message is for the API's user: what was looked for, what to do. */
export class EditError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EditError';
  }
}
