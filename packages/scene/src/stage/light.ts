import type { Ambient, Fog, Grade, Rgb, Sky, Sun, Vec3 } from '@openimagine/render';
import type { Scene, TimeOfDay } from '../scene.ts';
import { type LightChange, lightChangesOf, mixDeep, type StagedScene } from './continue/later-light.ts';
import { HOURS, type HourLight, SEASONS, WEATHERS } from './light-table.ts';
import { clamp, mix, mixRgb, smoothstep } from './matrix.ts';
import { tintSky } from './tinted-sky.ts';

/** The light of one instant, before the set and the events have their say. */
export interface LightRig {
  readonly sun: Sun;
  readonly ambient: Ambient;
  readonly sky: Sky;
  readonly fog: Fog;
  readonly grade: Grade;
  /** 0 … 1: how far windows and lamps are on. */
  readonly lamps: number;
}

const CLOCK: readonly TimeOfDay[] = ['dawn', 'morning', 'day', 'golden', 'sunset', 'dusk', 'night'];

/**
 * The light of a scene as a function of time.
 * @returns A pure function of the seconds; with `timeTo` it walks forward through the hours between.
 */
export function createLight(scene: StagedScene, durationSeconds: number): (seconds: number) => LightRig {
  const own = createOwnLight(scene, durationSeconds);
  const changes = lightChangesOf(scene);
  return changes.length === 0 ? own : (seconds) => changeLight(own(seconds), scene, changes, seconds);
}

function createOwnLight(scene: Scene, durationSeconds: number): (seconds: number) => LightRig {
  if (!isTimeLapse(scene)) {
    const rig = rigOf(scene, HOURS[scene.time]);
    return (seconds) => ({ ...rig, sky: withClouds(rig.sky, scene, seconds, 1) });
  }
  return (seconds) => {
    const hour = hourAt(scene, clamp(seconds / durationSeconds, 0, 1));
    const rig = rigOf(scene, hour);
    return { ...rig, sky: withClouds(rig.sky, scene, seconds, 14) };
  };
}

/** After its end a scene walks on through the hours and into other weather. */
function changeLight(own: LightRig, scene: Scene, changes: readonly LightChange[], seconds: number): LightRig {
  let rig = own;
  let { time, weather } = { time: scene.timeTo ?? scene.time, weather: scene.weather };
  for (const change of changes) {
    const progress = change.progressAt(seconds);
    if (progress === 0) break;
    const walked = { ...scene, time, timeTo: change.timeTo ?? time, weather };
    // Until the first change the film's own light holds, also that of a time lapse; from there on, hours are walked.
    const before = isTimeLapse(walked) ? rigOf(walked, walkHours(walked, progress)) : rig;
    weather = change.weather ?? weather;
    const after = { ...walked, weather };
    const hour = isTimeLapse(walked) ? walkHours(walked, progress) : HOURS[time];
    time = change.timeTo ?? time;
    const mixed = mixDeep(before, rigOf(after, hour), change.weather === undefined ? 0 : progress);
    rig = { ...mixed, sky: { ...mixed.sky, ...driftOf(mixed.sky, own.sky) } };
  }
  return rig;
}

/** The clouds go on from where they are. */
function driftOf(sky: Sky, own: Sky): Pick<Sky, 'clouds'> {
  return sky.clouds && own.clouds ? { clouds: { ...sky.clouds, offset: own.clouds.offset } } : {};
}

export function isTimeLapse(scene: Scene): boolean {
  return scene.timeTo !== undefined && scene.timeTo !== scene.time;
}

/** How far lamps and windows are lit, 0 … 1; sets ask it so that their windows follow a time lapse. */
export function createLamps(scene: StagedScene, durationSeconds: number): (seconds: number) => number {
  const light = createLight(scene, durationSeconds);
  if (!isTimeLapse(scene) && lightChangesOf(scene).length === 0) {
    const { lamps } = light(0);
    return () => lamps;
  }
  return (seconds) => light(seconds).lamps;
}

/** True when the scene, at any moment of it, wants lamps. */
export function isNight(scene: Scene): boolean {
  return (['dusk', 'night', 'sunset'] as TimeOfDay[]).includes(scene.time);
}

function hourAt(scene: Scene, progress: number): HourLight {
  return walkHours(scene, smoothstep(0.02, 0.98, progress));
}

function walkHours(scene: Scene, progress: number): HourLight {
  const from = CLOCK.indexOf(scene.time);
  const steps = (CLOCK.indexOf(scene.timeTo ?? scene.time) - from + CLOCK.length) % CLOCK.length;
  const position = progress * steps;
  const index = Math.min(Math.floor(position), Math.max(0, steps - 1));
  const hour = (step: number): HourLight => HOURS[CLOCK[(from + step) % CLOCK.length]!];
  return mixHours(hour(index), hour(index + 1), position - index);
}

function mixHours(a: HourLight, b: HourLight, amount: number): HourLight {
  const mixed: Record<string, number | Rgb> = {};
  for (const key of Object.keys(a) as (keyof HourLight)[]) {
    const [from, to] = [a[key], b[key]];
    mixed[key] = typeof from === 'number' ? mix(from, to as number, amount) : mixRgb(from as Rgb, to as Rgb, amount);
  }
  return mixed as unknown as HourLight;
}

/** Rays, rims and silhouettes need the sun behind what is seen. */
function isAgainstLight(scene: Scene): boolean {
  const { lightRays, light = [] } = scene;
  return lightRays || light.includes('backlit') || light.includes('rim') || isSunAmongTrees(scene);
}

/** A low sun among trees is nothing but gloom from their shaded side: it stands behind them, and its rays are seen. */
export function isSunAmongTrees({ set, time, weather, camera, light = [] }: Scene): boolean {
  const isLow = time === 'dawn' || time === 'golden' || time === 'sunset';
  const isClear = weather === 'clear' || weather === 'fog';
  const isSeenThrough = camera.shot !== 'aerial' && camera.shot !== 'topDown';
  return (set === 'forest' || set === 'bamboo') && isLow && isClear && isSeenThrough && light.length === 0;
}

const rigOf = (scene: Scene, hour: HourLight): LightRig => showStars(tintSky(plainRigOf(scene, hour), scene), scene);

/** A sky that is looked at for its stars is dark and clear. */
function showStars(rig: LightRig, scene: Scene): LightRig {
  const { dark } = starsAskedFor(scene);
  if (dark === 1 || (rig.sky.stars ?? 0) < 0.5) return rig;
  const { sky, fog } = rig;
  const dim = (color: Rgb): Rgb => [color[0] * dark, color[1] * dark, color[2] * dark];
  const clouds = sky.clouds && { clouds: { ...sky.clouds, cover: sky.clouds.cover * 0.3 } };
  return {
    ...rig,
    sky: { ...sky, zenith: dim(sky.zenith), horizon: dim(sky.horizon), ...clouds },
    fog: { ...fog, color: dim(fog.color) },
    grade: { ...rig.grade, exposure: (rig.grade.exposure ?? 1) * 1.12, contrast: (rig.grade.contrast ?? 1) * 1.05 },
  };
}

function plainRigOf(scene: Scene, hour: HourLight): LightRig {
  const weather = WEATHERS[scene.weather];
  const season = SEASONS[scene.season];
  const tint = (color: Rgb, by: Rgb, factor: number): Rgb => [
    color[0] * by[0] * factor,
    color[1] * by[1] * factor,
    color[2] * by[2] * factor,
  ];
  // Overcast air is greyer than any clear sky of its hour, but never without the hour's colour.
  const air = mixRgb(hour.horizon, mixRgb(hour.zenith, hour.cloudLit, 0.35), 0.5);
  const grey = air[0] * 0.3 + air[1] * 0.5 + air[2] * 0.2;
  const veilColor = tint(mixRgb(air, [grey, grey, grey], weather.veil * 0.85), weather.tone, 1);
  const veil = (color: Rgb): Rgb => mixRgb(color, veilColor, weather.veil);
  const isStorm = scene.weather === 'storm';
  // Under towering clouds it is darkest overhead; far away, below their edge, a pale rim of sky is left.
  const rim = scene.time === 'night' ? 0.45 : 1;
  const elevation = hour.sunElevation * (hour.sunElevation > 20 ? season.height : 1);
  const haze = scene.haze;
  const starry = starsAskedFor(scene);
  return {
    sun: {
      // A huge sun hides the common one. Rays are seen against the light, from just inside the picture's corner.
      direction: scene.setDetails.includes('huge sun')
        ? directionOf(2, 9)
        : isAgainstLight(scene) && hour.sunElevation > 3
          ? directionOf(24, clamp(elevation, 14, 26))
          : directionOf(hour.sunAzimuth, elevation),
      color: tint(hour.sun, season.sun, weather.sun),
      softness: 0.06 + weather.veil * 0.3,
    },
    ambient: {
      up: tint(hour.up, [1, 1, 1], weather.ambient * (1 + haze * 0.15)),
      down: tint(hour.down, season.down, weather.ambient),
    },
    sky: {
      zenith: isStorm ? tint(veil(hour.zenith), [0.42, 0.46, 0.52], 1) : veil(hour.zenith),
      horizon: isStorm ? mixRgb(veil(hour.horizon), tint(STORM_RIM, [1, 1, 1], grey), 0.7 * rim) : veil(hour.horizon),
      ground: hour.ground,
      glow: tint(hour.glow, [1, 1, 1], mix(1, 0.35, weather.veil)),
      stars: scene.without?.includes('stars') ? 0 : hour.stars * weather.stars * starry.density,
      nebula: tint(hour.nebula, [1, 1, 1], weather.stars * starry.band),
      clouds: {
        cover: scene.without?.includes('clouds') ? 0 : weather.cover,
        lit: tint(
          mixRgb(tint(hour.cloudLit, weather.tone, 1), veilColor, weather.veil * 0.7),
          [1, 1, 1],
          isStorm ? 1.3 : 1,
        ),
        shade: tint(
          mixRgb(tint(hour.cloudShade, weather.tone, 1), veilColor, weather.veil * 0.35),
          [1, 1, 1],
          isStorm ? 0.3 : 1,
        ),
        offset: [0, 0],
      },
    },
    fog: {
      // In a storm the air itself is dark; rain and snow keep much of the hour's light.
      color: mixRgb(
        mixRgb(hour.fog, veilColor, Math.min(1, weather.veil ** 2 * 1.25)),
        tint(STORM_RIM, [1, 1, 1], grey),
        isStorm ? 0.3 * rim : 0,
      ),
      density: hour.fogDensity + weather.fog + haze * 0.014,
      heightFalloff: scene.weather === 'fog' ? 0.06 : 0.025,
      baseHeight: 0,
    },
    grade: {
      // Snow throws back all the light of the sky: a film is stopped down for it.
      exposure:
        hour.exposure * (isStorm ? 0.9 : 1) * (hasSnow(scene) ? mix(0.76, 1, clamp(hour.lamps * 1.6, 0, 1)) : 1),
      saturation: hour.saturation * weather.saturation,
      contrast: hour.contrast,
      shadows: hour.shadows,
      highlights: hour.highlights,
      bloom: hour.bloom + haze * 0.15,
      bloomThreshold: hour.bloomThreshold,
      vignette: hour.vignette,
      grain: 0.02,
    },
    lamps: clamp(Math.max(hour.lamps, weather.lamps), 0, 1),
  };
}

/** Factors on the night's stars and on the band of the Milky Way, where they are what is to be seen. */
function starsAskedFor({ setDetails }: Scene): {
  readonly density: number;
  readonly band: number;
  /** On the sky behind them. */
  readonly dark: number;
} {
  const isBand = setDetails.includes('milky way');
  if (!isBand && !setDetails.includes('stars')) return { density: 1, band: 1, dark: 1 };
  return { density: 2.6, band: isBand ? 1 : 3, dark: 0.5 };
}

/** What is left of the sky below a storm's edge, as a share of the clear air's grey. */
const STORM_RIM: Rgb = [0.36, 0.4, 0.42];

const hasSnow = (scene: Scene): boolean =>
  scene.weather === 'snow' || scene.setDetails.some((detail) => detail.toLowerCase().includes('snow'));

function withClouds(sky: Sky, scene: Scene, seconds: number, hurry: number): Sky {
  if (!sky.clouds) return sky;
  const drift = seconds * (0.004 + scene.wind * 0.012) * hurry;
  return { ...sky, clouds: { ...sky.clouds, offset: [drift, drift * 0.3] } };
}

function directionOf(azimuthDegrees: number, elevationDegrees: number): Vec3 {
  const azimuth = (azimuthDegrees * Math.PI) / 180;
  const elevation = (elevationDegrees * Math.PI) / 180;
  return [Math.sin(azimuth) * Math.cos(elevation), Math.sin(elevation), -Math.cos(azimuth) * Math.cos(elevation)];
}
