import type { Grade, Material, Mesh, Moment, Rgb, Style, Vec3 } from '@openimagine/render';
import type { BuiltSet } from '../sets/set.ts';

/** What a style asks of the finished light, on top of the hour's own grade: factors, and colours that are added. */
export interface GradeChange {
  readonly exposure?: number;
  readonly saturation?: number;
  readonly contrast?: number;
  readonly bloom?: number;
  readonly vignette?: number;
  readonly grain?: number;
  readonly monochrome?: number;
  readonly shadows?: Rgb;
  readonly highlights?: Rgb;
}

/**
 * A style as a whole treatment: how things are made and lit, how the finished light is graded, how the picture is
 * repainted, how many pictures there are a second. What is absent stays as it is.
 */
export interface StyleTreatment {
  /** How the description of a scene begins: `An oil-painted`. */
  readonly says: string;
  /** What the renderer does with the finished picture. */
  readonly paint: Style;
  readonly grade?: GradeChange;
  /** Pictures a second where a picture is held, as in animation on twos. Must divide 24. */
  readonly framesPerSecond?: number;
  /** What a material becomes. Asked once for each. */
  readonly dress?: (material: Material) => Material;
  /** What a mesh becomes. Asked once for each. */
  readonly shape?: (mesh: Mesh) => Mesh;
  /** Changes light, sky, air and camera of a moment. Pure. */
  readonly light?: (moment: Moment) => Moment;
  /** The same for a style that must know the world, or remembers what it made of it. */
  readonly createLight?: (world: StyleWorld) => (moment: Moment) => Moment;
}

/** What a style may ask about the world that it treats. */
export interface StyleWorld {
  groundAt(x: number, z: number): number;
  /** Where the camera is in the middle of the film. */
  readonly view: { readonly position: Vec3; readonly target: Vec3 };
  /** Of a room. */
  readonly walls?: BuiltSet['walls'];
  /** Between the walls of a room. */
  readonly isIndoors: boolean;
  /** Width : height of the picture. */
  readonly aspect: number;
}

/** A grade changed by a style; without colours the hour's tints are gone too. */
export function changeGrade(grade: Grade, change: GradeChange): Grade {
  const own = change.monochrome === 1 ? 0 : 1;
  const added = (a: Rgb = [0, 0, 0], b: Rgb = [0, 0, 0]): Rgb => [
    a[0] * own + b[0],
    a[1] * own + b[1],
    a[2] * own + b[2],
  ];
  return {
    ...grade,
    exposure: (grade.exposure ?? 1) * (change.exposure ?? 1),
    saturation: (grade.saturation ?? 1) * (change.saturation ?? 1),
    contrast: (grade.contrast ?? 1) * (change.contrast ?? 1),
    bloom: (grade.bloom ?? 0) * (change.bloom ?? 1),
    vignette: Math.min(0.8, (grade.vignette ?? 0) * (change.vignette ?? 1)),
    grain: (grade.grain ?? 0) * (change.grain ?? 1),
    monochrome: Math.max(grade.monochrome ?? 0, change.monochrome ?? 0),
    shadows: added(grade.shadows, change.shadows),
    highlights: added(grade.highlights, change.highlights),
  };
}
