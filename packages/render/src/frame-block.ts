/** Writes the frame block: camera, sun, sky and fog as one view's kernels read them. */
import * as L from './kernel/layout.ts';
import { addScaled, cross, frame, normalize } from './vector.ts';
import type { View } from './view.ts';
import type { Moment, Rgb, Vec3 } from './world.ts';

const BLACK: Rgb = [0, 0, 0];

export function writeFrameBlock(
  floats: Float32Array,
  integers: Uint32Array,
  moment: Moment,
  view: View,
  mirrorShown: boolean,
): void {
  const put = (offset: number, ...values: readonly number[]) => floats.set(values, offset / 4);
  const { sun, ambient, sky, fog, mirror } = moment;
  put(L.U_CAMERA, ...view.position);
  put(L.U_RAY, ...view.ray);
  put(L.U_RAY_X, ...view.rayX);
  put(L.U_RAY_Y, ...view.rayY);
  put(L.U_SUN_DIRECTION, ...normalize(sun.direction));
  put(L.U_SUN, ...sun.color);
  put(L.U_AMBIENT_UP, ...ambient.up);
  put(L.U_AMBIENT_DOWN, ...ambient.down);
  put(L.U_ZENITH, ...sky.zenith);
  put(L.U_HORIZON, ...sky.horizon);
  put(L.U_GROUND, ...(sky.ground ?? ([0.45 * sky.horizon[0], 0.45 * sky.horizon[1], 0.45 * sky.horizon[2]] as const)));
  put(L.U_GLOW, ...(sky.glow ?? BLACK));
  put(L.U_FOG, ...fog.color);
  const above = Math.min(40, Math.max(-4, fog.heightFalloff * (view.position[1] - (fog.baseHeight ?? 0))));
  put(L.U_FOG_DENSITY, fog.density * Math.exp(-above), fog.heightFalloff, view.focal, moment.seconds);
  put(L.U_NEBULA, ...(sky.nebula ?? BLACK), sky.stars ?? 0);
  const clouds = sky.clouds;
  put(L.U_CLOUD_LIT, ...(clouds?.lit ?? BLACK), clouds?.cover ?? 0);
  put(L.U_CLOUD_SHADE, ...(clouds?.shade ?? BLACK), ...(clouds?.offset ?? [0, 0]));
  const nebula = (sky.nebula ?? BLACK).some((channel) => channel > 0);
  integers[L.U_FLAGS / 4] = (nebula ? L.FLAG_NEBULA : 0) | (mirrorShown && mirror ? L.FLAG_MIRROR : 0);
  if (mirror) {
    put(
      L.U_MIRROR_HEIGHT,
      mirror.height,
      mirror.roughness,
      mirror.ripple,
      mirror.seconds,
      ...(mirror.tint ?? [1, 1, 1]),
    );
  }
  const discs = (sky.discs ?? []).slice(0, L.MAX_DISCS);
  integers[L.U_DISC_COUNT / 4] = discs.length;
  discs.forEach((disc, i) => {
    const direction = normalize(disc.direction);
    const { right } = frame(direction);
    const up: Vec3 = cross(right, direction);
    const tilted = addScaled(right, up, 0.25);
    const at = L.U_DISCS + i * L.DISC_BYTES;
    put(at, ...direction, Math.cos(disc.radius), ...normalize(tilted), disc.phase ?? 1);
    put(
      at + 32,
      ...normalize(cross(normalize(tilted), direction)),
      Math.sin(disc.radius),
      ...disc.color,
      disc.craters ? 1 : 0,
    );
  });
}
