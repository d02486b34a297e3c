import type {
  Ambient,
  Fog,
  Grade,
  Instance,
  Material,
  MirrorPlane,
  PointLight,
  Shafts,
  Sky,
  Sprites,
  Sun,
} from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { StageAssets } from '../stage/stage.ts';

export interface SetContext {
  readonly scene: Scene;
  readonly random: Random;
  readonly assets: StageAssets;
  readonly durationSeconds: number;
  /** Width : height of the picture. */
  readonly aspect: number;
}

/** What surrounds the actors at an instant, in world space. */
export interface SetMoment {
  readonly instances: readonly (Omit<Instance, 'material'> & { readonly material: Material })[];
  readonly lights: readonly PointLight[];
  readonly sprites: readonly Sprites[];
  /** Only what the set knows better than the rig of time and weather; the rest comes from `stage/light`. */
  readonly sky?: Partial<Sky>;
  readonly sun?: Partial<Sun>;
  readonly ambient?: Partial<Ambient>;
  readonly fog?: Partial<Fog>;
  readonly grade?: Partial<Grade>;
  readonly mirror?: MirrorPlane;
  readonly shafts?: Shafts;
}

/** A built place. The stage for the actors is round the origin; the camera stands at positive z and looks towards −z. */
export interface BuiltSet {
  /** Height of the ground where actors stand. */
  groundAt(x: number, z: number): number;
  /** Where trees and stones can stand; absent: everywhere. */
  isDry?(x: number, z: number): boolean;
  /** Where the subject stands, and the free box round it (half sizes, metres) for the others. */
  readonly focus: {
    readonly position: readonly [number, number, number];
    readonly halfWidth: number;
    readonly halfDepth: number;
  };
  /** Where the camera stands for a medium shot, unless the subject asks for more room. */
  readonly camera: {
    readonly position: readonly [number, number, number];
    readonly target: readonly [number, number, number];
    readonly verticalFovDegrees: number;
  };
  /** Indoors, how far its side walls are from the middle, where its back wall is (z), and how high they are. Metres. */
  readonly walls?: { readonly halfWidth: number; readonly back: number; readonly height: number };
  /** Where a train stands or goes, along z: the middle of its track, the top of its rails, and where its head stops. */
  readonly rails?: { readonly x: number; readonly y: number; readonly stop: number };
  momentAt(seconds: number): SetMoment;
  readonly cues: readonly SoundCue[];
}

export interface SetModel {
  build(context: SetContext): BuiltSet;
}
