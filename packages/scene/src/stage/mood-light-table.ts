import type { Grade, Rgb } from '@openimagine/render';
import type { LightKind, Scene } from '../scene.ts';

/** A lamp of its own round the subject: where, in heights of the subject, and what it gives. */
export interface RigLamp {
  /** To the right as the camera sees it, above the foot, towards the camera. */
  readonly at: readonly [right: number, up: number, near: number];
  readonly color: Rgb;
  /** Of the light on the subject's middle. */
  readonly strength: number;
  /** In heights of the subject. */
  readonly reach: number;
  /** How far a flame lets it tremble, 0 … 1. */
  readonly flicker?: number;
}

/** What a kind of light or a mood does to the light that time, weather and place give. Everything else stays. */
export interface LightTreatment {
  /** Factors. */
  readonly sun?: Rgb;
  readonly up?: Rgb;
  readonly down?: Rgb;
  readonly sky?: Rgb;
  /** The place's own lamps. */
  readonly lamps?: number;
  readonly fog?: number;
  /** Metres. */
  readonly softness?: number;
  /** Towards the sun, as the camera sees it: right, up, towards the camera. */
  readonly from?: readonly [right: number, up: number, near: number];
  readonly rig?: readonly RigLamp[];
  /** A cone of light from above, seen in the air. */
  readonly cone?: Rgb;
  /** A moon in the sky where the light comes from, if the sky is seen. */
  readonly moon?: boolean;
  /** Factors on exposure, saturation and contrast; amounts added to everything else. */
  readonly grade?: Grade;
}

const all = (k: number): Rgb => [k, k, k];

/** Each is to be known at a glance, and none is so strong that the subject is lost in it. */
export const LIGHTS: Readonly<Record<LightKind, LightTreatment>> = {
  candlelight: {
    ...{ sun: [0.14, 0.09, 0.06], up: [0.2, 0.2, 0.26], down: [0.3, 0.2, 0.14], sky: all(0.12), lamps: 0.4 },
    rig: [
      { at: [-0.55, 0.75, 0.75], color: [1, 0.72, 0.44], strength: 0.7, reach: 4.6, flicker: 0.1 },
      { at: [0.9, 0.6, -0.5], color: [1, 0.5, 0.2], strength: 0.25, reach: 2.8, flicker: 0.14 },
    ],
    grade: { exposure: 1.04, saturation: 0.94, bloom: 0.18, vignette: 0.34, shadows: [0.012, 0.004, 0.002] },
  },
  firelight: {
    ...{ sun: [0.3, 0.2, 0.16], up: [0.36, 0.28, 0.28], down: [0.6, 0.32, 0.18], sky: all(0.2), lamps: 0.7 },
    rig: [
      { at: [0.7, 0.25, 0.85], color: [1, 0.42, 0.1], strength: 1.15, reach: 4.4, flicker: 0.3 },
      { at: [-0.6, 0.2, 0.5], color: [1, 0.5, 0.16], strength: 0.4, reach: 3, flicker: 0.4 },
    ],
    grade: { saturation: 1.1, contrast: 1.04, bloom: 0.16, vignette: 0.26, shadows: [0.012, 0.001, -0.002] },
  },
  moonlit: {
    ...{ sun: [1.7, 2.1, 2.5], up: [0.78, 0.95, 1.15], down: [0.7, 0.8, 1], softness: 0.05, lamps: 0.75 },
    sky: [0.62, 0.74, 0.86],
    from: [-0.36, 0.2, -0.92],
    moon: true,
    rig: [{ at: [-1.2, 1.7, -1.1], color: [0.6, 0.78, 1], strength: 0.7, reach: 4 }],
    grade: { saturation: 0.9, bloom: 0.12, shadows: [-0.002, 0.002, 0.016], highlights: [-0.012, 0, 0.016] },
  },
  neon: {
    ...{ sun: all(0.4), up: [0.5, 0.36, 0.7], down: [0.6, 0.3, 0.62], sky: [0.3, 0.22, 0.5], lamps: 1.1 },
    rig: [
      { at: [-1.15, 0.95, 0.25], color: [1, 0.1, 0.62], strength: 1.15, reach: 4.6 },
      { at: [1.15, 0.8, 0.25], color: [0.08, 0.72, 1], strength: 1.15, reach: 4.6 },
      { at: [0.2, 1.4, -1.2], color: [0.62, 0.2, 1], strength: 0.7, reach: 4 },
    ],
    grade: { saturation: 1.12, contrast: 1.06, bloom: 0.24, vignette: 0.22, shadows: [0.004, -0.004, 0.024] },
  },
  spotlight: {
    ...{ sun: all(0.1), up: all(0.16), down: all(0.16), sky: all(0.06), lamps: 0.3, fog: 0.6 },
    rig: [
      { at: [0.1, 2.1, 0.5], color: [1, 0.95, 0.86], strength: 0.85, reach: 4.2 },
      { at: [-0.3, 1.7, -1], color: [0.8, 0.88, 1], strength: 0.4, reach: 3.4 },
    ],
    cone: [1, 0.95, 0.84],
    grade: { contrast: 1.08, bloom: 0.18, vignette: 0.42 },
  },
  godRays: {},
  lowKey: {
    ...{ sun: all(0.2), up: all(0.2), down: all(0.16), sky: all(0.2), lamps: 0.45, softness: 0.03 },
    from: [-0.95, 0.5, 0.2],
    rig: [
      { at: [-1.2, 1.1, 0.55], color: [1, 0.9, 0.78], strength: 1.0, reach: 4 },
      { at: [1.1, 1.2, -0.9], color: [0.62, 0.78, 1], strength: 0.5, reach: 3.4 },
    ],
    grade: { exposure: 0.98, saturation: 0.88, contrast: 1.1, vignette: 0.4 },
  },
  highKey: {
    ...{ sun: all(0.85), up: all(1.5), down: all(1.8), sky: all(1.15), softness: 0.4, fog: 1.15 },
    rig: [{ at: [0.3, 1.3, 1.2], color: [1, 0.98, 0.95], strength: 0.25, reach: 5 }],
    grade: {
      ...{ exposure: 1.18, saturation: 0.95, contrast: 0.92, bloom: 0.14, vignette: -0.3 },
      shadows: [0.02, 0.02, 0.022],
    },
  },
  hard: {
    ...{ sun: all(1.45), up: all(0.55), down: all(0.5), softness: 0.008 },
    grade: { exposure: 0.98, contrast: 1.1, vignette: 0.06 },
  },
  soft: {
    ...{ sun: all(0.55), up: all(1.35), down: all(1.4), softness: 0.5 },
    rig: [{ at: [-0.7, 1.2, 1], color: [1, 0.94, 0.86], strength: 0.16, reach: 5 }],
    grade: { contrast: 0.94, bloom: 0.1, highlights: [0.01, 0.004, -0.004] },
  },
  backlit: {
    ...{ sun: [1.7, 1.5, 1.25], up: all(0.62), down: all(0.6) },
    from: [0.34, 0.34, -0.9],
    rig: [
      { at: [0.75, 1.25, -0.95], color: [1, 0.84, 0.6], strength: 1.2, reach: 3.6 },
      { at: [-0.6, 1.1, -1], color: [1, 0.84, 0.6], strength: 0.7, reach: 3.2 },
    ],
    grade: { bloom: 0.26, vignette: 0.12, highlights: [0.014, 0.004, -0.01] },
  },
  rim: {
    ...{ sun: all(0.6), up: all(0.36), down: all(0.32), sky: all(0.45), lamps: 0.9 },
    rig: [
      { at: [0.85, 1.05, -0.75], color: [0.74, 0.88, 1], strength: 2.6, reach: 3 },
      { at: [-0.85, 1.05, -0.75], color: [1, 0.8, 0.56], strength: 2.3, reach: 3 },
    ],
    grade: { contrast: 1.06, bloom: 0.12, vignette: 0.22 },
  },
};

/** Dark shapes before a bright sky: nothing of what is before the light is lit. */
export const SILHOUETTE: LightTreatment = {
  ...{ sun: [1.2, 1.05, 0.85], up: all(0.05), down: all(0.04), lamps: 0.3 },
  from: [0.12, 0.2, -0.97],
  grade: { contrast: 1.14, bloom: 0.2, vignette: 0.1 },
};

/** A film noir's figure stands out of the dark by its edges, and its face is found by a small light from the side. */
export const NOIR: LightTreatment = {
  rig: [
    { at: [1.2, 1.1, -0.4], color: [1, 1, 1], strength: 0.55, reach: 2 },
    { at: [-1.2, 1.2, -0.45], color: [1, 1, 1], strength: 0.42, reach: 2 },
    { at: [-0.75, 1, 0.75], color: [1, 1, 1], strength: 0.05, reach: 2 },
  ],
};

/** Moods are grades with a little light behind them. */
export const MOODS: Readonly<Record<NonNullable<Scene['mood']>, LightTreatment>> = {
  happy: {
    ...{ sun: [1.08, 1.05, 0.98], up: [1.1, 1.08, 1.02], down: all(1.12) },
    grade: { exposure: 1.04, saturation: 1.12, vignette: -0.1, highlights: [0.012, 0.006, -0.008] },
  },
  calm: {
    ...{ softness: 0.2, up: all(1.06) },
    grade: { saturation: 0.96, contrast: 0.96, bloom: 0.06, shadows: [0.002, 0.006, 0.01] },
  },
  romantic: {
    ...{ sun: [1.08, 0.94, 0.88], up: [1.06, 0.94, 1], down: [1.1, 0.9, 0.92], softness: 0.2 },
    grade: {
      ...{ saturation: 1.05, contrast: 0.97, bloom: 0.16, bloomThreshold: -0.08, vignette: 0.12 },
      ...{ shadows: [0.012, 0.002, 0.012], highlights: [0.026, 0.004, 0.004] },
    },
  },
  sad: {
    ...{ sun: [0.62, 0.66, 0.74], up: [0.86, 0.92, 1.02], softness: 0.3, sky: [0.78, 0.82, 0.9] },
    grade: { exposure: 0.92, saturation: 0.6, vignette: 0.2, shadows: [-0.002, 0.003, 0.014] },
  },
  tense: {
    ...{ sun: [0.9, 0.92, 0.86], up: [0.58, 0.66, 0.66], down: all(0.5), sky: all(0.72), softness: 0.02 },
    grade: { saturation: 0.8, contrast: 1.14, vignette: 0.34, shadows: [-0.006, 0.006, 0.008] },
  },
  eerie: {
    ...{ sun: [0.4, 0.5, 0.46], up: [0.46, 0.64, 0.56], down: [0.46, 0.7, 0.5], sky: [0.38, 0.5, 0.46], fog: 1.6 },
    rig: [{ at: [0.3, 0.06, 0.8], color: [0.5, 1, 0.56], strength: 0.3, reach: 3.4, flicker: 0.06 }],
    grade: { saturation: 0.72, contrast: 1.08, vignette: 0.42, shadows: [-0.004, 0.01, 0.006] },
  },
  epic: {
    ...{ sun: [1.3, 1.2, 1.08], up: all(0.86), softness: 0.03 },
    grade: {
      ...{ saturation: 1.06, contrast: 1.1, bloom: 0.12, vignette: 0.22 },
      ...{ shadows: [-0.008, 0.002, 0.018], highlights: [0.024, 0.008, -0.016] },
    },
  },
  dreamy: {
    ...{ sun: [1.02, 0.96, 1.02], up: [1.1, 1.02, 1.14], down: [1.14, 1, 1.1], softness: 0.4, fog: 1.4 },
    grade: {
      ...{ saturation: 0.96, contrast: 0.9, bloom: 0.34, bloomThreshold: -0.22 },
      ...{ shadows: [0.02, 0.01, 0.03], highlights: [0.018, 0, 0.012] },
    },
  },
  playful: { grade: { exposure: 1.04, saturation: 1.18, contrast: 1.03, vignette: -0.08 } },
  angry: {
    ...{ sun: [1.1, 0.72, 0.6], up: [0.8, 0.52, 0.5], down: [0.9, 0.4, 0.36], sky: [0.9, 0.6, 0.56] },
    rig: [{ at: [-1, 0.8, 0.2], color: [1, 0.16, 0.08], strength: 0.5, reach: 4 }],
    grade: { saturation: 1.04, contrast: 1.14, vignette: 0.3, shadows: [0.014, -0.004, -0.006] },
  },
};
