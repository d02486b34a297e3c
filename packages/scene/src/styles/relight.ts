import type { Moment, PointLight, Rgb } from '@openimagine/render';

/** Factors on the parts of a moment's light; colours multiply channel by channel. */
export interface LightChange {
  readonly sun?: Rgb;
  /** Width of the shadow's edge, metres. */
  readonly softness?: number;
  readonly up?: Rgb;
  readonly down?: Rgb;
  readonly lamps?: number;
  readonly fog?: number;
  readonly clouds?: number;
}

const times = (a: Rgb, b: Rgb): Rgb => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
/** A colour's own brightness in another colour, by a share. */
export function tinted(color: Rgb, towards: Rgb, share: number): Rgb {
  const l = color[0] * 0.3 + color[1] * 0.59 + color[2] * 0.11;
  const channel = (i: 0 | 1 | 2) => color[i] + (towards[i] * l - color[i]) * share;
  return [channel(0), channel(1), channel(2)];
}

export function relight(moment: Moment, change: LightChange): Moment {
  const { sun, ambient, lights, sky, fog } = moment;
  const { lamps = 1, clouds = 1 } = change;
  const lamp = (light: PointLight): PointLight => ({ ...light, color: times(light.color, [lamps, lamps, lamps]) });
  return {
    ...moment,
    sun: {
      ...sun,
      ...(change.sun ? { color: times(sun.color, change.sun) } : {}),
      ...(change.softness === undefined ? {} : { softness: change.softness }),
    },
    ambient: {
      up: change.up ? times(ambient.up, change.up) : ambient.up,
      down: change.down ? times(ambient.down, change.down) : ambient.down,
    },
    lights: lamps === 1 ? lights : lights.map(lamp),
    fog: { ...fog, density: fog.density * (change.fog ?? 1) },
    sky: sky.clouds && clouds !== 1 ? { ...sky, clouds: { ...sky.clouds, cover: sky.clouds.cover * clouds } } : sky,
  };
}

/** Everything in focus: drawn pictures have no lens. */
export function sharp(moment: Moment): Moment {
  const { focus: _none, ...camera } = moment.camera;
  return { ...moment, camera };
}
