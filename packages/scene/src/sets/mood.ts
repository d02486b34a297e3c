import type { Fog, Rgb } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import type { Scene, SoundKind, TimeOfDay } from '../scene.ts';
import type { SoundCue } from '../sound/cue.ts';
import { lightChangesOf, type StagedScene } from '../stage/continue/later-light.ts';
import type { SetContext } from './set.ts';
import { type Color, mix } from './shape.ts';

/** Whether any detail of the set, or any noun's word, contains one of the words. */
export function hasDetail(scene: Scene, ...words: readonly string[]): boolean {
  return scene.setDetails.some((detail) => words.some((word) => detail.toLowerCase().includes(word)));
}

/** Whether an actor of one of the kinds takes part. */
export function hasActor(scene: Scene, ...kinds: readonly string[]): boolean {
  return scene.actors.some((actor) => kinds.includes(actor.kind) || kinds.includes(familyOf(actor.kind)));
}

/** Whether somebody is there who needs water below him; a turtle walks on a beach. */
export function hasSwimmer(scene: Scene): boolean {
  return (
    hasActor(scene, 'boat', 'fish') ||
    scene.actors.some(({ kind, motion }) => kind === 'turtle' && /^(?:swim|float|jump)$/.test(motion.kind))
  );
}

/** Whether the prompt has one of these by name: then the place does not bring its own. */
export function hasNamed(scene: Scene, word: RegExp): boolean {
  return scene.actors.some((actor) => word.test(actor.word.toLowerCase()));
}

/** Whether snow lies. */
export function isSnowy(scene: Scene): boolean {
  return scene.weather === 'snow' || hasDetail(scene, 'snow');
}

const DARKNESS: Record<TimeOfDay, number> = {
  dawn: 0.45,
  morning: 0,
  day: 0,
  golden: 0.12,
  sunset: 0.45,
  dusk: 0.8,
  night: 1,
};

/** How dark it is, 0 day … 1 night; moves from `time` to `timeTo` over the film. */
export function darknessAt(scene: StagedScene, seconds: number, durationSeconds: number): number {
  const from = DARKNESS[scene.time];
  const t = Math.min(1, Math.max(0, seconds / Math.max(0.001, durationSeconds)));
  let dark = scene.timeTo ? from + (DARKNESS[scene.timeTo] - from) * t * t * (3 - 2 * t) : from;
  for (const { timeTo, progressAt } of lightChangesOf(scene)) {
    if (timeTo) dark += (DARKNESS[timeTo] - dark) * progressAt(seconds);
  }
  return dark;
}

/** Whether the camera looks down from far above. */
export function isAerial(scene: Scene): boolean {
  return scene.camera.shot === 'aerial' || scene.camera.move === 'flyOver';
}

/** The colours of growing things, by season and weather. */
export interface PlantPalette {
  readonly grass: Color;
  readonly dryGrass: Color;
  readonly soil: Color;
  readonly leaves: readonly Color[];
  readonly needles: readonly Color[];
  readonly bark: Color;
  /** 0 none … 1 everything white on top. */
  readonly snow: number;
}

export const SNOW: Color = [236, 241, 250];

/** @returns harmonious colours for grass, leaves and needles. */
export function plantPalette(scene: Scene): PlantPalette {
  const snow = isSnowy(scene) ? 1 : scene.season === 'winter' ? 0.35 : 0;
  const base = SEASONS[scene.season];
  const isBleak = scene.weather === 'storm' || scene.weather === 'rain';
  const cool = (color: Color): Color => (isBleak ? mix(color, [58, 74, 78], 0.18) : color);
  return {
    grass: cool(base.grass),
    dryGrass: cool(base.dryGrass),
    soil: cool(base.soil),
    leaves: base.leaves.map(cool),
    needles: base.needles.map(cool),
    bark: [86, 66, 52],
    snow,
  };
}

const SEASONS: Record<Scene['season'], Omit<PlantPalette, 'bark' | 'snow'>> = {
  spring: {
    grass: [106, 146, 58],
    dryGrass: [150, 164, 80],
    soil: [104, 84, 60],
    leaves: [
      [126, 168, 70],
      [104, 152, 66],
      [152, 182, 88],
      [222, 170, 186],
    ],
    needles: [
      [54, 92, 56],
      [66, 108, 62],
    ],
  },
  summer: {
    grass: [88, 128, 50],
    dryGrass: [150, 146, 74],
    soil: [108, 86, 60],
    leaves: [
      [72, 118, 50],
      [92, 136, 56],
      [58, 102, 52],
      [112, 142, 62],
    ],
    needles: [
      [44, 82, 50],
      [54, 94, 58],
    ],
  },
  autumn: {
    grass: [128, 124, 58],
    dryGrass: [178, 146, 80],
    soil: [112, 80, 54],
    leaves: [
      [224, 110, 38],
      [240, 168, 52],
      [198, 64, 38],
      [226, 196, 74],
      [212, 138, 48],
    ],
    needles: [
      [56, 82, 50],
      [70, 92, 54],
    ],
  },
  winter: {
    grass: [132, 128, 98],
    dryGrass: [170, 158, 122],
    soil: [108, 92, 78],
    leaves: [
      [128, 112, 88],
      [112, 100, 84],
    ],
    needles: [
      [44, 76, 60],
      [54, 86, 66],
    ],
  },
};

/** Linear light in which fog and mist appear, from the time of day; the rig's own fog colour may differ slightly. */
export function mistLight(scene: Scene, seconds: number, durationSeconds: number): Rgb {
  const day: Rgb = [0.62, 0.68, 0.74];
  const warm: Rgb = [0.84, 0.6, 0.46];
  const night: Rgb = [0.045, 0.06, 0.1];
  const dark = darknessAt(scene, seconds, durationSeconds);
  const isWarm = scene.time === 'golden' || scene.time === 'sunset' || scene.time === 'dawn';
  const lit = isWarm ? blend(day, warm, 0.55) : day;
  return blend(lit, night, Math.max(0, dark - 0.1) / 0.9);
}

/** Two lights mixed. */
export function blend(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** A sound that lasts for the whole film. */
export function ambience(context: SetContext, kind: SoundKind, gain: number, pan = 0): SoundCue {
  return { kind, startSeconds: 0, durationSeconds: context.durationSeconds, gain, pan };
}

/** Birds by day, crickets in warm nights, wind as strong as it blows. */
export function outdoorCues(context: SetContext, birds = 0.35): SoundCue[] {
  const { scene } = context;
  const cues = [ambience(context, 'wind', 0.12 + scene.wind * 0.6)];
  const isQuietWeather = scene.weather === 'clear' || scene.weather === 'cloudy' || scene.weather === 'fog';
  if (!isQuietWeather || scene.season === 'winter') return cues;
  const isNight = DARKNESS[scene.time] >= 0.8;
  cues.push(isNight ? ambience(context, 'crickets', birds * 0.8, 0.2) : ambience(context, 'birds', birds, -0.2));
  return cues;
}

/** Degrees: a lens that keeps the same width of stage in portrait pictures. */
export function lensFor(aspect: number, degreesAt16to9: number): number {
  if (aspect >= 1.4) return degreesAt16to9;
  const half = Math.tan((degreesAt16to9 * Math.PI) / 360) * (1.4 / aspect) ** 0.45;
  return Math.min(68, (Math.atan(half) * 360) / Math.PI);
}

/**
 * The set's own fog: `density` on a clear day, more with haze and bad weather. The colour stays that of the light rig.
 * @param density Per metre at `baseHeight`.
 */
export function fogOf(
  scene: Scene,
  density: number,
  shape: { readonly heightFalloff: number; readonly baseHeight?: number },
): Partial<Fog> {
  const weather = { clear: 0, cloudy: 0.3, rain: 0.9, storm: 0.35, snow: 1.2, fog: 2.4 }[scene.weather];
  // Weather thickens a wide view less, per metre, than a narrow one, or hills 300 m away would be gone.
  return { ...shape, density: density * (1 + weather + 2 * scene.haze) + 0.0006 * weather };
}
