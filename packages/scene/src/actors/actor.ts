import type { Instance, Material, Mesh, PointLight, Sprites } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Motion, SceneActor } from '../scene.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { Line } from '../sound/speech/line.ts';
import type { StageAssets } from '../stage/stage.ts';
import type { Part } from '../stage/together.ts';

/** What an actor is given when it is built, once per copy. */
export interface ActorContext {
  readonly actor: SceneActor;
  /** Which of `actor.count` copies this is, from 0. */
  readonly copy: number;
  readonly random: Random;
  readonly assets: StageAssets;
  readonly isNight: boolean;
  /** Triangles this copy may spend: about 20,000 for a hero, 1,000 for a far thing. */
  readonly detail: 'hero' | 'normal' | 'far';
  readonly durationSeconds: number;
  /** Somebody has it in his hands: it needs no stand. */
  readonly isHeld?: boolean;
  /** The thing that it has in its hands, by the name of its actor. */
  readonly holdsId?: string;
  /** Has something in the other hand as well. */
  readonly holdsTwo?: true;
  /** What it does with others, and on which side of them. */
  readonly part?: Part;
  /** What it says, and when; absent where nobody planned it: then it speaks when the film begins. */
  readonly line?: Line;
}

/** One part of an actor at one instant; `matrix` is relative to the actor's own origin. */
export type PartInstance = Omit<Instance, 'material'> & { readonly material: Material };

/** What an actor shows at an instant, in its own space: feet at the origin, facing +z, metres. */
export interface ActorPose {
  readonly parts: readonly PartInstance[];
  readonly lights?: readonly PointLight[];
  readonly sprites?: readonly Sprites[];
}

/** A built copy of an actor. Poses are closed-form functions of time: any instant can be asked for alone. */
export interface Actor {
  /** Height and footprint in metres after size and attributes, for placing and framing. */
  readonly bounds: { readonly width: number; readonly height: number; readonly depth: number };
  /** Where something can sit or stand on it (the seat of a sofa, the top of a table, a saddle), actor space. */
  readonly seats?: readonly { readonly position: readonly [number, number, number]; readonly width: number }[];
  /** Of a vessel: how high the water stands in it and how far that reaches, where small things float and are looked at. */
  readonly filled?: { readonly y: number; readonly halfWidth: number; readonly halfDepth: number };
  /** The head, for a portrait: the middle of it and half its height, actor space. */
  readonly face?: { readonly at: readonly [number, number, number]; readonly radius: number };
  /** Where something small may sit on a body, actor space. */
  readonly perches?: Readonly<Record<'lap' | 'shoulder' | 'head', readonly [number, number, number]>>;
  /** Where the middle of a thing that it holds is, actor space; absent: at its side. */
  readonly holds?: readonly [number, number, number];
  /** How far what it holds is from there at a time, for a body that sits down or stands up. */
  holdShift?(seconds: number): readonly [number, number, number];
  /** Where it is held itself, actor space; absent: a little below its middle. */
  readonly grip?: readonly [number, number, number];
  /**
   * @param seconds Since the film began.
   * @param travel What the stage does with it now: distance covered (m, drives legs and wheels) and speed (m/s).
   */
  poseAt(seconds: number, travel: { readonly distance: number; readonly speed: number }): ActorPose;
  /** Sounds that belong to the actor itself, on the film's timeline. */
  readonly cues?: readonly SoundCue[];
}

/** A model: how a kind of actor is built. One file each. */
export interface ActorModel {
  /** Metres a second at `Motion.speed` 1 for those motions it can do; others are treated as `idle`. */
  readonly gaits: Partial<Record<Motion['kind'], number>>;
  build(context: ActorContext): Actor;
}

/** Meshes shared between copies and frames are built once. */
export type MeshSource = () => Mesh;
